#include "understand/safety_reader.h"

#include <algorithm>
#include <utility>

#include "understand/safety_phrases.h"
#include "understand/safety_scene.h"
#include "understand/safety_unmask.h"

namespace keel {
namespace {

using Chains = std::vector<uint32_t>;
using Matches = std::vector<SafetyPhrases::Match>;

struct BuiltRule {
  const SafetyRule* rule = nullptr;
  Chains with, with_anywhere, unless, unless_anywhere, coach;

  void want(const SafetyPhrases& phrases, SafetyPhrases::Wanted& wanted) const {
    for (const Chains* chains : {&with, &with_anywhere, &unless, &unless_anywhere}) {
      for (const uint32_t chain : *chains) phrases.want(chain, wanted);
    }
  }
};

// What a chain of phrases is there for; `index` is into the language's marks or idioms.
struct Role {
  enum class Kind : uint8_t { condition, mark, idiom };
  Kind kind = Kind::condition;
  uint32_t index = 0;
};

// Most messages fit no rule at all, so what stands around a place is only looked for once one does,
// and of the conditions only those of the rules that fit.
struct BuiltLanguage {
  const SafetyLanguage* content = nullptr;
  std::vector<BuiltRule> rules;
  SafetyPhrases sought;                 // what the rules' patterns look for
  std::vector<uint32_t> rule_of_chain;  // of `sought`
  SafetyPhrases around;                 // marks, idioms, conditions
  std::vector<Role> roles;              // by chain of `around`
  SafetyPhrases::Wanted always;         // of `around`: marks and idioms
  SafetyUnmask unmask;
};

std::span<const SafetyPhrases::Match> matches_of(const Matches& matches, uint32_t chain) {
  const auto less = [](const SafetyPhrases::Match& match, uint32_t id) { return match.chain < id; };
  const auto first = std::lower_bound(matches.begin(), matches.end(), chain, less);
  auto last = first;
  while (last != matches.end() && last->chain == chain) ++last;
  return {first, last};
}

// One message in one language, in which a rule fits somewhere.
struct Reading {
  const BuiltLanguage& language;
  const Text& text;
  const SafetyContext& context;
  Matches matches;  // of what stands around
  SafetyScene scene;
  std::vector<bool> idiom;  // by token

  Reading(const BuiltLanguage& from, const Text& message, const SafetyContext& said_before,
          const Matches& sought)
      : language(from),
        text(message),
        context(said_before),
        scene(message),
        idiom(message.size(), false) {
    SafetyPhrases::Wanted wanted = language.always;
    for (const SafetyPhrases::Match& match : sought) {
      language.rules[language.rule_of_chain[match.chain]].want(language.around, wanted);
    }
    matches = language.around.find(message, wanted);
    for (const SafetyPhrases::Match& match : matches) {
      const Role role = language.roles[match.chain];
      if (role.kind == Role::Kind::mark) {
        scene.mark(language.content->marks[role.index].mark, match.tokens);
      } else if (role.kind == Role::Kind::idiom) {
        std::fill(idiom.begin() + match.tokens.first, idiom.begin() + match.tokens.last, true);
      }
    }
  }

  bool in_idiom(TokenRange tokens) const {
    return std::find(idiom.begin() + tokens.first, idiom.begin() + tokens.last, true) !=
           idiom.begin() + tokens.last;
  }

  bool in_sentence(const Chains& chains, uint32_t sentence) const {
    for (const uint32_t chain : chains) {
      for (const auto& match : matches_of(matches, chain)) {
        if (match.sentence == sentence) return true;
      }
    }
    return false;
  }

  bool anywhere(const Chains& chains) const {
    for (const uint32_t chain : chains) {
      if (!matches_of(matches, chain).empty()) return true;
    }
    return false;
  }

  bool coach_asked(const Chains& chains) const {
    if (context.coach_said.empty()) return false;
    SafetyPhrases::Wanted wanted;
    for (const uint32_t chain : chains) language.around.want(chain, wanted);
    const Matches said = language.around.find(Text::read(context.coach_said), wanted);
    for (const uint32_t chain : chains) {
      if (!matches_of(said, chain).empty()) return true;
    }
    return false;
  }

  // The circumstances of this place, in the order in which their outcomes apply.
  std::vector<SafetyCase> cases(const SafetyRule& rule, const SafetyPhrases::Match& match) const {
    std::vector<SafetyCase> found;
    const SafetyPerson subject = scene.subject(match.tokens, match.sentence);
    if (rule.subject == SafetySubject::i) {
      if (subject == SafetyPerson::they) found.push_back(SafetyCase::they);
      if (subject == SafetyPerson::you) found.push_back(SafetyCase::you);
    }
    if (scene.negated(match.tokens, match.sentence)) found.push_back(SafetyCase::negated);
    if (scene.said_by_others(match.tokens)) found.push_back(SafetyCase::said);
    if (scene.long_ago(match.sentence)) found.push_back(SafetyCase::past);
    if (scene.joked(match.sentence)) found.push_back(SafetyCase::joke);
    if (scene.asked(match.sentence)) found.push_back(SafetyCase::question);
    return found;
  }

  bool subject_fits(SafetySubject wanted, const SafetyPhrases::Match& match) const {
    if (wanted == SafetySubject::i || wanted == SafetySubject::any) return true;
    const SafetyPerson subject = scene.subject(match.tokens, match.sentence);
    if (subject == SafetyPerson::they || subject == SafetyPerson::you) return true;
    if (subject != SafetyPerson::nobody) return false;
    return wanted == SafetySubject::they || scene.after_name(match.tokens, match.sentence);
  }

  std::optional<SafetyFinding> finding(const BuiltRule& built,
                                       const SafetyPhrases::Match& match) const {
    const SafetyRule& rule = *built.rule;
    if (!rule.reads_idioms && in_idiom(match.tokens)) return std::nullopt;
    if (!subject_fits(rule.subject, match)) return std::nullopt;
    if (!built.with.empty() && !in_sentence(built.with, match.sentence)) return std::nullopt;
    if (!built.with_anywhere.empty() && !anywhere(built.with_anywhere)) return std::nullopt;
    if (in_sentence(built.unless, match.sentence)) return std::nullopt;
    if (anywhere(built.unless_anywhere)) return std::nullopt;
    if (!built.coach.empty() && !coach_asked(built.coach)) return std::nullopt;
    SafetyFinding finding{rule.category, rule.level, text.span(match.tokens), rule.id};
    for (const SafetyCase circumstance : cases(rule, match)) {
      const auto& outcome = rule.cases[static_cast<size_t>(circumstance)];
      if (!outcome) continue;
      if (outcome->leave) return std::nullopt;
      if (!outcome->category.empty()) finding.category = outcome->category;
      finding.level = outcome->level;
    }
    return finding;
  }

  std::vector<SafetyFinding> findings(const Matches& sought) const {
    std::vector<SafetyFinding> found;
    std::vector<std::pair<SafetyFinding, SafetyLevel>> veiled;
    SafetyLevel heaviest = context.recent;
    for (const SafetyPhrases::Match& match : sought) {
      const BuiltRule& built = language.rules[language.rule_of_chain[match.chain]];
      std::optional<SafetyFinding> one = finding(built, match);
      if (!one) continue;
      if (built.rule->after_heavy > one->level) {
        veiled.emplace_back(*one, built.rule->after_heavy);
      }
      heaviest = std::max(heaviest, one->level);
      if (one->level != SafetyLevel::none) found.push_back(std::move(*one));
    }
    for (auto& [one, level] : veiled) {
      if (heaviest == SafetyLevel::none || heaviest < one.level) continue;
      if (one.level != SafetyLevel::none && context.recent < SafetyLevel::high) continue;
      one.level = level;
      found.push_back(std::move(one));
    }
    return found;
  }
};

}  // namespace

struct SafetyReader::Parts {
  SafetyContent content;  // the rules point into it
  std::vector<BuiltLanguage> languages;

  uint32_t rank(const std::string& category) const {
    const auto found = std::find(content.categories.begin(), content.categories.end(), category);
    return static_cast<uint32_t>(found - content.categories.begin());
  }
};

namespace {

class LanguageBuilder {
 public:
  LanguageBuilder(const SafetyLanguage& content, std::vector<Diagnostic>& diagnostics)
      : content_(content),
        diagnostics_(diagnostics),
        sought_(content.phrases),
        around_(content.phrases) {}

  BuiltLanguage run() {
    BuiltLanguage built;
    built.content = &content_;
    for (uint32_t i = 0; i < content_.marks.size(); ++i) {
      look_around({content_.marks[i].line}, {Role::Kind::mark, i});
    }
    for (uint32_t i = 0; i < content_.idioms.size(); ++i) {
      look_around(content_.idioms[i].patterns, {Role::Kind::idiom, i});
    }
    for (uint32_t i = 0; i < content_.rules.size(); ++i) {
      const SafetyRule& rule = content_.rules[i];
      for (const ContentLine& line : rule.patterns) {
        if (sought_.add(line, diagnostics_)) built.rule_of_chain.push_back(i);
      }
      built.rules.push_back({&rule, look_around(rule.with, {}), look_around(rule.with_anywhere, {}),
                             look_around(rule.unless, {}), look_around(rule.unless_anywhere, {}),
                             look_around(rule.coach, {})});
    }
    built.sought = std::move(sought_).build();
    built.around = std::move(around_).build();
    built.roles = std::move(roles_);
    for (uint32_t chain = 0; chain < built.roles.size(); ++chain) {
      if (built.roles[chain].kind != Role::Kind::condition) built.around.want(chain, built.always);
    }
    built.unmask = SafetyUnmask::build(content_.masks);
    return built;
  }

 private:
  Chains look_around(const std::vector<ContentLine>& lines, Role role) {
    Chains chains;
    for (const ContentLine& line : lines) {
      const auto chain = around_.add(line, diagnostics_);
      if (!chain) continue;
      chains.push_back(*chain);
      roles_.push_back(role);
    }
    return chains;
  }

  const SafetyLanguage& content_;
  std::vector<Diagnostic>& diagnostics_;
  SafetyPhrases::Builder sought_;
  SafetyPhrases::Builder around_;
  std::vector<Role> roles_;
};

}  // namespace

SafetyReader SafetyReader::build(const SafetyContent& content,
                                 std::vector<Diagnostic>& diagnostics) {
  auto parts = std::make_unique<Parts>();
  parts->content = content;
  std::vector<Diagnostic> mistakes;
  for (const SafetyLanguage& language : parts->content.languages) {
    parts->languages.push_back(LanguageBuilder(language, mistakes).run());
  }
  // A phrase that rules and conditions name is read for both; its mistakes are told once.
  for (Diagnostic& mistake : mistakes) {
    const auto same = [&](const Diagnostic& told) {
      return told.code == mistake.code && told.path == mistake.path &&
             told.span.begin == mistake.span.begin && told.message == mistake.message;
    };
    if (std::none_of(diagnostics.begin(), diagnostics.end(), same))
      diagnostics.push_back(std::move(mistake));
  }
  SafetyReader reader;
  reader.parts_ = std::move(parts);
  return reader;
}

SafetyReader::SafetyReader() = default;
SafetyReader::SafetyReader(SafetyReader&&) noexcept = default;
SafetyReader& SafetyReader::operator=(SafetyReader&&) noexcept = default;
SafetyReader::~SafetyReader() = default;

std::vector<SafetyFinding> SafetyReader::fired(const Text& text,
                                               const SafetyContext& context) const {
  std::vector<SafetyFinding> all;
  if (!parts_ || text.empty()) return all;
  for (const BuiltLanguage& language : parts_->languages) {
    const auto names = [&language](std::string_view word) { return language.sought.names(word); };
    const std::optional<UnmaskedText> plain = language.unmask.read(text, names);
    const Text& read = plain ? plain->text : text;
    if (read.empty()) continue;
    const Matches sought = language.sought.find(read);
    if (sought.empty()) continue;
    for (SafetyFinding& finding : Reading(language, read, context, sought).findings(sought)) {
      if (plain) finding.span = plain->origin(finding.span);
      finding.language = language.content->id;
      all.push_back(std::move(finding));
    }
  }
  const auto worse = [this](const SafetyFinding& a, const SafetyFinding& b) {
    if (a.level != b.level) return a.level > b.level;
    return parts_->rank(a.category) < parts_->rank(b.category);
  };
  std::stable_sort(all.begin(), all.end(), worse);
  return all;
}

std::vector<SafetyFinding> SafetyReader::read(const Text& text,
                                              const SafetyContext& context) const {
  std::vector<SafetyFinding> worst;
  for (SafetyFinding& finding : fired(text, context)) {
    const auto same = [&](const SafetyFinding& kept) { return kept.category == finding.category; };
    if (std::none_of(worst.begin(), worst.end(), same)) worst.push_back(std::move(finding));
  }
  return worst;
}

std::vector<std::string> SafetyReader::idioms(const Text& text) const {
  std::vector<std::string> found;
  if (!parts_) return found;
  for (const BuiltLanguage& language : parts_->languages) {
    for (const SafetyPhrases::Match& match : language.around.find(text)) {
      const Role role = language.roles[match.chain];
      if (role.kind != Role::Kind::idiom) continue;
      found.push_back(language.content->idioms[role.index].id);
    }
  }
  return found;
}

}  // namespace keel
