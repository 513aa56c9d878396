#include "review/style.h"

#include <algorithm>
#include <cmath>

namespace keel {
namespace {

constexpr std::string_view mark = "style:";

struct Found {
  Span span;  // in the text
  std::string message;
};

// Questions that stand in somebody's quoted words are not asked.
int questions_in(std::string_view text) {
  int count = 0;
  bool quoted_words = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    if (text[i] == '"') quoted_words = !quoted_words;
    if (rest.starts_with("“")) quoted_words = true;
    if (rest.starts_with("”")) quoted_words = false;
    if (text[i] == '?' && !quoted_words) ++count;
  }
  return count;
}

std::string over(int value, int limit, std::string_view what) {
  return std::to_string(value) + " " + std::string(what) + ", and " + std::to_string(limit) +
         " at most";
}

// The rules that count instead of looking for words.
std::optional<Found> too_much(const StyleRule& rule, const ReviewLine& line) {
  if (!rule.limit) return std::nullopt;
  const int limit = *rule.limit;
  const Found whole{{0, static_cast<uint32_t>(line.text.size())}, {}};
  const Reading& reading = line.reading;
  if (rule.code == "K300") {
    const int grade = static_cast<int>(std::lround(reading.grade()));
    if (line.language != "en" || reading.words < rule.from || grade <= limit) return std::nullopt;
    return Found{whole.span, "hard to read: grade " +
                                 over(grade, limit, "").erase(std::to_string(grade).size(), 1)};
  }
  if (rule.code == "K301" || rule.code == "K316") {
    if (reading.words <= limit) return std::nullopt;
    return Found{whole.span, rule.name + ": " + over(reading.words, limit, "words")};
  }
  if (rule.code == "K302") {
    const int questions = questions_in(line.text);
    if (questions <= limit) return std::nullopt;
    return Found{whole.span, rule.name + ": " + over(questions, limit, "questions in a bubble")};
  }
  return std::nullopt;
}

std::optional<Found> broken(const StyleRule& rule, const ReviewLine& line) {
  if (is_persons_voice(line.kind) != (rule.code == "K316")) return std::nullopt;
  if (std::optional<Found> counted = too_much(rule, line)) return counted;
  if (rule.found_by && line.language != "en") return std::nullopt;
  const std::optional<Span> span = found_in(rule, line.text);
  if (!span) return std::nullopt;
  const std::string words = line.text.substr(span->begin, span->size());
  return Found{*span, rule.name + ": " + quoted(words)};
}

// "style: K305 off, because ..." of a comment above a line.
struct Switch {
  std::string code;
  std::string why;  // empty: it does not say
  bool used = false;
};
std::vector<Switch> switches_of(const ReviewLine& line) {
  std::vector<Switch> all;
  for (const std::string& comment : line.comments) {
    if (!comment.starts_with(mark)) continue;
    std::string rest = comment.substr(mark.size());
    rest.erase(0, rest.find_first_not_of(' '));
    const size_t end = rest.find_first_of(" ,");
    Switch one{rest.substr(0, end), {}, false};
    const std::string_view because = "off, because ";
    const size_t at = rest.find(because);
    if (at != std::string::npos) one.why = rest.substr(at + because.size());
    all.push_back(std::move(one));
  }
  return all;
}

class StyleCheck {
 public:
  StyleCheck(const Front& front, const Inventory& inventory, const StyleRules& rules,
             Report& report)
      : front_(front), inventory_(inventory), rules_(rules), report_(report) {}

  StyleReview run() {
    for (const auto& [code, why] : rules_.off) out_.off.push_back({code, why, std::nullopt});
    for (size_t i = 0; i < inventory_.lines.size(); ++i) line(i);
    return std::move(out_);
  }

 private:
  const Source* source_of(const ReviewLine& line) const {
    for (const Source& source : front_.sources) {
      if (source.path() == line.path) return &source;
    }
    return nullptr;
  }

  void line(size_t index) {
    const ReviewLine& line = inventory_.lines[index];
    // The name and number of a service are not ours to word.
    if (line.kind == LineKind::help_line || line.kind == LineKind::built_in) return;
    std::vector<Switch> switches = switches_of(line);
    for (const StyleRule& rule : rules_.rules) {
      if (rules_.off.contains(rule.code)) continue;
      std::optional<Found> found = broken(rule, line);
      if (!found) continue;
      const auto off = std::find_if(switches.begin(), switches.end(),
                                    [&](const Switch& one) { return one.code == rule.code; });
      if (off != switches.end()) {
        if (!off->used && !off->why.empty()) out_.off.push_back({rule.code, off->why, index});
        off->used = true;
        continue;
      }
      tell(index, rule, *found);
    }
    for (const Switch& one : switches) judge(line, one);
  }

  void tell(size_t index, const StyleRule& rule, const Found& found) {
    const ReviewLine& line = inventory_.lines[index];
    const Span span{line.span.begin + found.span.begin, line.span.begin + found.span.end};
    out_.findings.push_back({index, rule.code, rule.name, found.message, rule.reason, span});
    if (const Source* source = source_of(line))
      report_.add(rule.code, *source, span, found.message,
                  rule.instead.empty() ? rule.reason : rule.instead);
  }

  void judge(const ReviewLine& line, const Switch& one) {
    const Source* source = source_of(line);
    if (source == nullptr) return;
    if (one.why.empty()) {
      report_.add("K319", *source, line.span,
                  "the comment above switches " + quoted(one.code) + " off without a reason",
                  "# style: K305 off, because ...");
    } else if (!one.used && !rules_.off.contains(one.code)) {
      report_.add("K320", *source, line.span,
                  "the comment above switches " + quoted(one.code) + " off for nothing",
                  "this line does not break it: take the comment away");
    }
  }

  const Front& front_;
  const Inventory& inventory_;
  const StyleRules& rules_;
  Report& report_;
  StyleReview out_;
};

}  // namespace

StyleReview check_style(const Front& front, const Inventory& inventory, Report& report) {
  Report unread;  // of the built-in file, whose mistakes a test finds
  StyleRules rules = read_style_rules(base_style(), unread);
  for (const Source& source : front.sources) {
    if (source.path() == base_style().path())
      rules = merged(read_style_rules(source, report), rules);
  }
  return StyleCheck(front, inventory, rules, report).run();
}

void warn_of_style(const Front& front, Report& report) {
  check_style(front, inventory_of(front, "en"), report);
}

}  // namespace keel
