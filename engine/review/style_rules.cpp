#include "review/style_rules.h"

#include <algorithm>
#include <set>
#include <utility>

#include "script/codes.h"
#include "script/tokens.h"

namespace keel {
namespace {

// A slot is somebody's words: as long as it was, so that places stay, and no word of any pattern.
std::string without_slots(std::string_view text) {
  std::string out(text);
  bool inside = false;
  for (char& c : out) {
    if (c == '{') inside = true;
    const bool closes = c == '}';
    if (inside) c = 'q';
    if (closes) inside = false;
  }
  return out;
}

bool overlap(Span a, Span b) {
  return a.begin < b.end && b.begin < a.end;
}

bool has_exclamation(std::string_view text, Span& at) {
  const size_t found = text.find('!');
  if (found == std::string_view::npos) return false;
  at = {static_cast<uint32_t>(found), static_cast<uint32_t>(found + 1)};
  return true;
}

bool has_emoji(const Text& text, Span& at) {
  for (const Token& token : text.tokens()) {
    if (token.kind != TokenKind::emoji) continue;
    at = token.source;
    return true;
  }
  return false;
}

class StyleReader {
 public:
  StyleReader(const Source& source, Report& report) : source_(source), report_(report) {}

  StyleRules read() {
    for (uint32_t number = 1; number <= source_.line_count(); ++number) {
      const std::string_view text = source_.line(number);
      const uint32_t begin = source_.line_start(number);
      const Words words = words_in(source_, {begin, begin + static_cast<uint32_t>(text.size())});
      if (words.empty() || words.text[0] == '#') continue;
      if (words.text.starts_with("rule ")) {
        start(words);
      } else if (words.text.starts_with("off ")) {
        finish();
        switch_off(words);
      } else {
        property(words);
      }
    }
    finish();
    return std::move(out_);
  }

 private:
  void start(const Words& words) {
    finish();
    Tokens tokens(source_, words.span);
    tokens.take("rule");
    const Words code = tokens.next();
    const Words name = words_in(source_, tokens.rest());
    if (!is_rule_code(code.text) || name.empty()) {
      report_.add("K318", source_, words.span, "a rule begins with its code and its name",
                  "rule K317 NAME; codes are K300 to K317");
      lost_ = true;
      return;
    }
    rule_ = StyleRule{};
    rule_->code = code.text;
    rule_->name = name.text;
    rule_->span = words.span;
  }

  static bool is_rule_code(const std::string& code) {
    return code >= "K300" && code <= "K317" && find_code(code) != nullptr;
  }

  void switch_off(const Words& words) {
    Tokens tokens(source_, words.span);
    tokens.take("off");
    const std::string code = tokens.next().text;
    const bool reason = tokens.take(",") && tokens.take("because") && !tokens.done();
    if (!is_rule_code(code) || !reason) {
      report_.add("K319", source_, words.span, "a rule is switched off without a reason",
                  "off K303, because ...");
      return;
    }
    out_.off[code] = words_in(source_, tokens.rest()).text;
  }

  void property(const Words& words) {
    if (lost_ && !rule_) return;  // of a rule whose first line was wrong
    const size_t colon = words.text.find(':');
    const std::string name = words.text.substr(0, colon);
    if (!rule_ || colon == std::string::npos) return complain(words);
    const Words value =
        words_in(source_, {words.span.begin + static_cast<uint32_t>(colon) + 1, words.span.end});
    const ContentLine line{value.text, source_.path(), value.span};
    if (name == "reason") {
      rule_->reason = value.text;
    } else if (name == "instead") {
      rule_->instead = value.text;
    } else if (name == "limit" || name == "from") {
      const std::optional<int64_t> number = number_in(value.text);
      if (!number || *number > 1000) return complain(words);
      if (name == "from") rule_->from = static_cast<int>(*number);
      if (name == "limit") rule_->limit = static_cast<int>(*number);
    } else if (name == "finds") {
      rule_->finds.push_back(line);
    } else if (name == "leaves") {
      rule_->leaves.push_back(line);
    } else if (name == "pattern") {
      rule_->patterns.push_back(line);
    } else if (name == "unless") {
      rule_->unless.push_back(line);
    } else {
      complain(words);
    }
  }

  void complain(const Words& words) {
    lost_ = true;
    report_.add("K318", source_, words.span, "this line belongs to no rule of style",
                "reason:, instead:, limit:, from:, finds:, leaves:, pattern: or unless:");
  }

  std::shared_ptr<const PatternSet> compiled(const std::vector<ContentLine>& lines) {
    if (lines.empty()) return nullptr;
    PatternSet::Builder builder(lists_);
    std::vector<Diagnostic> mistakes;
    for (const ContentLine& line : lines) builder.add(line, mistakes);
    report_.add_all(mistakes);
    return std::make_shared<const PatternSet>(std::move(builder).build());
  }

  void finish() {
    const bool told = std::exchange(lost_, false);
    if (!rule_) return;
    StyleRule rule = std::move(*rule_);
    rule_.reset();
    if (rule.reason.empty()) {
      if (told) return;  // the misspelt line may be the reason
      report_.add("K318", source_, rule.span, "this rule does not say why it is there",
                  "reason: ...");
      return;
    }
    rule.found_by = compiled(rule.patterns);
    rule.taken_back_by = compiled(rule.unless);
    for (const ContentLine& line : rule.finds) {
      if (!found_in(rule, line.text))
        report_.add("K321", source_, line.span, "the rule does not find its own example",
                    "change the pattern, or the example");
    }
    for (const ContentLine& line : rule.leaves) {
      if (found_in(rule, line.text))
        report_.add("K321", source_, line.span, "the rule finds what it is to leave alone",
                    "unless: ...");
    }
    out_.rules.push_back(std::move(rule));
  }

  const Source& source_;
  Report& report_;
  StyleRules out_;
  std::optional<StyleRule> rule_;
  bool lost_ = false;
  WordLists lists_;
};

}  // namespace

std::optional<Span> found_in(const StyleRule& rule, std::string_view written) {
  const Text text = Text::read(without_slots(written));
  Span at;
  if (rule.code == "K303" && has_exclamation(text.source(), at)) return at;
  if (rule.code == "K304" && has_emoji(text, at)) return at;
  if (!rule.found_by) return std::nullopt;
  std::vector<PatternMatch> taken_back;
  if (rule.taken_back_by) taken_back = rule.taken_back_by->find(text);
  for (const PatternMatch& match : rule.found_by->find(text)) {
    const Span span = text.span(match.tokens);
    const bool fine = std::any_of(
        taken_back.begin(), taken_back.end(),
        [&](const PatternMatch& other) { return overlap(span, text.span(other.tokens)); });
    if (!fine) return span;
  }
  return std::nullopt;
}

StyleRules read_style_rules(const Source& source, Report& report) {
  return StyleReader(source, report).read();
}

StyleRules merged(StyleRules own, const StyleRules& base) {
  std::set<std::string> codes;
  for (const StyleRule& rule : own.rules) codes.insert(rule.code);
  for (const StyleRule& rule : base.rules) {
    if (!codes.contains(rule.code)) own.rules.push_back(rule);
  }
  own.off.insert(base.off.begin(), base.off.end());
  std::stable_sort(own.rules.begin(), own.rules.end(),
                   [](const StyleRule& a, const StyleRule& b) { return a.code < b.code; });
  return own;
}

}  // namespace keel
