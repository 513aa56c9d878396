#include "script/safety_rules.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "script/safety_lists.h"

namespace keel {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) {
    text.remove_suffix(1);
  }
  return text;
}

// "key: value" with the places of both.
struct Entry {
  std::string key;
  ContentLine value;
  ContentLine whole;
};

constexpr std::pair<std::string_view, SafetyMark> mark_names[] = {
    {"i", SafetyMark::i},
    {"you", SafetyMark::you},
    {"they", SafetyMark::they},
    {"thing", SafetyMark::thing},
    {"not", SafetyMark::negation},
    {"not-ends", SafetyMark::reach_end},
    {"no", SafetyMark::refusal},
    {"past", SafetyMark::past},
    {"now", SafetyMark::present},
    {"said", SafetyMark::speech},
    {"joke", SafetyMark::joke},
    {"clause", SafetyMark::clause},
    {"opinion", SafetyMark::opinion},
};

constexpr std::pair<std::string_view, SafetyCase> case_names[] = {
    {"negated", SafetyCase::negated}, {"past", SafetyCase::past},
    {"said", SafetyCase::said},       {"they", SafetyCase::they},
    {"you", SafetyCase::you},

    {"joke", SafetyCase::joke},       {"question", SafetyCase::question},
};

template <class Value, size_t count>
const Value* find_name(const std::pair<std::string_view, Value> (&names)[count],
                       std::string_view name) {
  for (const auto& [known, value] : names) {
    if (known == name) return &value;
  }
  return nullptr;
}

class FileReader {
 public:
  FileReader(const Source& source, SafetyContent& content, std::map<std::string, size_t>& languages,
             std::map<size_t, SafetyLists>& lists, std::vector<Diagnostic>& diagnostics)
      : source_(source),
        content_(content),
        languages_(languages),
        lists_(lists),
        diagnostics_(diagnostics) {
    choose_language("en");
  }

  void run() {
    for (uint32_t line = 1; line <= source_.line_count(); ++line) read_line(line);
  }

 private:
  enum class Block : uint8_t { none, category, rule, idiom };

  void tell(const ContentLine& at, std::string code, std::string message, std::string hint = {}) {
    diagnostics_.push_back(
        {std::move(code), Severity::error, at.path, at.span, std::move(message), std::move(hint)});
  }

  ContentLine line_at(std::string_view text) const {
    const auto begin = static_cast<uint32_t>(text.data() - source_.text().data());
    return {std::string(text), source_.path(), {begin, begin + static_cast<uint32_t>(text.size())}};
  }

  void choose_language(const std::string& id) {
    const auto [found, added] = languages_.try_emplace(id, content_.languages.size());
    if (added) content_.languages.push_back({id, {}, {}, {}, {}, {}});
    language_ = found->second;
    block_ = Block::none;  // the rule above belongs to another language
  }

  SafetyLanguage& language() { return content_.languages[language_]; }

  void read_line(uint32_t number) {
    const std::string_view line = trimmed(source_.line(number));
    if (line.empty() || line.front() == '#') return;
    const size_t space = line.find(' ');
    const std::string_view head = line.substr(0, space);
    const std::string_view rest =
        space == std::string_view::npos ? std::string_view{} : trimmed(line.substr(space));
    if (head.ends_with(':') || rest.empty()) return read_entry(line);
    if (head == "language") return choose_language(std::string(rest));
    if (head == "category") return open_category(rest);
    if (head == "rule") return open_rule(rest);
    if (head == "idiom") return open_idiom(rest);
    if (head == "list" || head == "phrase" || head == "mark" || head == "mask") {
      return read_words(head, line_at(line), rest);
    }
    read_entry(line);
  }

  void open_category(std::string_view id) {
    block_ = Block::category;
    content_.categories.emplace_back(id);
  }

  void open_rule(std::string_view id) {
    block_ = Block::rule;
    SafetyRule rule;
    rule.id = id;
    rule.place = line_at(id);
    // A plain denial and another person's clause are no finding unless the rule says otherwise.
    for (const SafetyCase which : {SafetyCase::negated, SafetyCase::they, SafetyCase::you}) {
      rule.cases[static_cast<size_t>(which)] = SafetyOutcome{true, {}, SafetyLevel::none};
    }
    language().rules.push_back(std::move(rule));
  }

  void open_idiom(std::string_view id) {
    block_ = Block::idiom;
    SafetyIdiom idiom;
    idiom.id = id;
    idiom.place = line_at(id);
    language().idioms.push_back(std::move(idiom));
  }

  // "list NAME: a, b, c" and its kin.
  void read_words(std::string_view head, const ContentLine& whole, std::string_view rest) {
    block_ = Block::none;
    const size_t colon = rest.find(':');
    if (colon == std::string_view::npos) {
      return tell(whole, "K220", "a colon is missing after the name",
                  std::string(head) + " NAME: first, second");
    }
    const std::string name(trimmed(rest.substr(0, colon)));
    std::vector<ContentLine> entries;
    std::string_view left = rest.substr(colon + 1);
    for (;;) {
      const size_t comma = left.find(',');
      const std::string_view entry = trimmed(left.substr(0, comma));
      if (!entry.empty()) entries.push_back(line_at(entry));
      if (comma == std::string_view::npos) break;
      left = left.substr(comma + 1);
    }
    if (head == "list") return lists_[language_].add(name, std::move(entries));
    if (head == "phrase") return add_phrase(name, std::move(entries));
    if (head == "mask") return add_masks(name, entries);
    const SafetyMark* mark = find_name(mark_names, name);
    if (mark == nullptr) return tell(whole, "K223", "there is no mark \"" + name + "\"");
    for (ContentLine& entry : entries) language().marks.push_back({*mark, std::move(entry)});
  }

  void add_phrase(const std::string& name, std::vector<ContentLine> entries) {
    std::vector<SafetyPhrase>& phrases = language().phrases;
    const auto same = [&](const SafetyPhrase& phrase) { return phrase.name == name; };
    auto found = std::find_if(phrases.begin(), phrases.end(), same);
    if (found == phrases.end()) found = phrases.insert(phrases.end(), {name, {}});
    for (ContentLine& entry : entries) found->entries.push_back(std::move(entry));
  }

  // "mask masked:", "mask near:" and "mask known:" list words; any other name is a word with its
  // other spellings.
  void add_masks(const std::string& name, const std::vector<ContentLine>& entries) {
    for (const ContentLine& entry : entries) {
      SafetyMask mask{SafetyMask::Kind::forms, name, entry.text};
      if (name == "masked") mask = {SafetyMask::Kind::masked, entry.text, {}};
      if (name == "near") mask = {SafetyMask::Kind::near, entry.text, {}};
      if (name == "known") mask = {SafetyMask::Kind::known, entry.text, {}};
      language().masks.push_back(std::move(mask));
    }
  }

  void read_entry(std::string_view line) {
    const ContentLine whole = line_at(line);
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos || block_ == Block::none) {
      return tell(whole, "K220", "this line belongs to no rule, idiom or category",
                  "begin with rule, idiom, list, phrase, mark, mask, category or language");
    }
    const Entry entry{std::string(trimmed(line.substr(0, colon))),
                      line_at(trimmed(line.substr(colon + 1))), whole};
    if (block_ == Block::category) return;
    if (block_ == Block::idiom) return read_idiom(entry);
    read_rule(entry);
  }

  void read_idiom(const Entry& entry) {
    SafetyIdiom& idiom = language().idioms.back();
    if (entry.key == "pattern") return idiom.patterns.push_back(entry.value);
    if (entry.key == "yes") return idiom.yes.push_back(entry.value);
    if (entry.key == "no") return idiom.no.push_back(entry.value);
    tell(entry.whole, "K221", "an idiom has no \"" + entry.key + "\"", "pattern, yes or no");
  }

  std::vector<ContentLine>* lines_of(SafetyRule& rule, const std::string& key) {
    if (key == "pattern") return &rule.patterns;
    if (key == "with") return &rule.with;
    if (key == "with anywhere") return &rule.with_anywhere;
    if (key == "unless") return &rule.unless;
    if (key == "unless anywhere") return &rule.unless_anywhere;
    if (key == "coach") return &rule.coach;
    if (key == "yes") return &rule.yes;
    if (key == "no") return &rule.no;
    return nullptr;
  }

  SafetyLevel level_of(const ContentLine& value) {
    const auto level = safety_level_of(value.text);
    if (!level) tell(value, "K223", "a level is ask, high or emergency");
    return level.value_or(SafetyLevel::none);
  }

  void read_rule(const Entry& entry) {
    SafetyRule& rule = language().rules.back();
    const std::string& text = entry.value.text;
    if (std::vector<ContentLine>* lines = lines_of(rule, entry.key)) {
      return lines->push_back(entry.value);
    }
    if (entry.key == "category") {
      rule.category = text;
      return;
    }
    if (entry.key == "level") {
      rule.level = level_of(entry.value);
      return;
    }
    if (entry.key == "after heavy") {
      rule.after_heavy = level_of(entry.value);
      return;
    }
    if (entry.key == "idioms") {
      rule.reads_idioms = text == "read";
      return;
    }
    if (entry.key == "subject") return read_subject(rule, entry);
    const SafetyCase* found = find_name(case_names, entry.key);
    if (found == nullptr) {
      return tell(entry.whole, "K221", "a rule has no \"" + entry.key + "\"",
                  "see intents/safety/README.md");
    }
    rule.cases[static_cast<size_t>(*found)] = outcome_of(rule, entry);
  }

  void read_subject(SafetyRule& rule, const Entry& entry) {
    const std::string& text = entry.value.text;
    if (text == "i") rule.subject = SafetySubject::i;
    if (text == "they") rule.subject = SafetySubject::they;
    if (text == "someone") rule.subject = SafetySubject::someone;
    if (text == "any") rule.subject = SafetySubject::any;
    if (text != "i" && text != "they" && text != "someone" && text != "any") {
      tell(entry.value, "K223", "a subject is i, they, someone or any");
    }
  }

  // "leave", "keep", "LEVEL" or "CATEGORY LEVEL".
  std::optional<SafetyOutcome> outcome_of(const SafetyRule& rule, const Entry& entry) {
    const std::string& text = entry.value.text;
    if (text == "keep") return std::nullopt;
    SafetyOutcome outcome;
    outcome.leave = text == "leave";
    if (outcome.leave) return outcome;
    const size_t space = text.find(' ');
    const std::string level = space == std::string::npos ? text : text.substr(space + 1);
    if (space != std::string::npos) outcome.category = text.substr(0, space);
    const auto known = safety_level_of(level);
    if (!known) tell(entry.value, "K223", "write leave, keep, a level, or a category and a level");
    outcome.level = known.value_or(rule.level);
    return outcome;
  }

  const Source& source_;
  SafetyContent& content_;
  std::map<std::string, size_t>& languages_;
  std::map<size_t, SafetyLists>& lists_;
  std::vector<Diagnostic>& diagnostics_;
  size_t language_ = 0;
  Block block_ = Block::none;
};

void need(bool there, const SafetyRule& rule, std::string what,
          std::vector<Diagnostic>& diagnostics) {
  if (there) return;
  diagnostics.push_back({"K222", Severity::error, rule.place.path, rule.place.span,
                         "rule \"" + rule.id + "\" needs " + std::move(what), ""});
}

void check_categories(const SafetyContent& content, const SafetyRule& rule,
                      std::vector<Diagnostic>& diagnostics) {
  const auto check = [&](const std::string& category) {
    const auto& known = content.categories;
    if (std::find(known.begin(), known.end(), category) != known.end()) return;
    diagnostics.push_back({"K223", Severity::error, rule.place.path, rule.place.span,
                           "there is no category \"" + category + "\"", ""});
  };
  check(rule.category);
  for (const auto& outcome : rule.cases) {
    if (outcome && !outcome->category.empty()) check(outcome->category);
  }
}

void check_content(const SafetyContent& content, std::vector<Diagnostic>& diagnostics) {
  std::set<std::string> ids;
  for (const SafetyLanguage& language : content.languages) {
    for (const SafetyRule& rule : language.rules) {
      if (!ids.insert(rule.id).second) {
        diagnostics.push_back({"K224", Severity::error, rule.place.path, rule.place.span,
                               "there is already a rule \"" + rule.id + "\"", ""});
      }
      need(rule.level != SafetyLevel::none || rule.after_heavy != SafetyLevel::none, rule,
           "a level", diagnostics);
      need(!rule.patterns.empty(), rule, "at least one pattern", diagnostics);
      need(!rule.yes.empty(), rule, "a sentence that it finds (yes:)", diagnostics);
      need(!rule.no.empty(), rule, "a sentence that it leaves (no:)", diagnostics);
      check_categories(content, rule, diagnostics);
    }
  }
}

}  // namespace

SafetyContent read_safety_rules(std::span<const Source* const> sources,
                                std::vector<Diagnostic>& diagnostics) {
  SafetyContent content;
  std::map<std::string, size_t> languages;
  std::map<size_t, SafetyLists> lists;
  for (const Source* source : sources) {
    FileReader(*source, content, languages, lists, diagnostics).run();
  }
  check_content(content, diagnostics);
  for (size_t i = 0; i < content.languages.size(); ++i) {
    lists[i].write_out(content.languages[i], diagnostics);
  }
  return content;
}

}  // namespace keel
