#pragma once
// style_rules: the house style as data: rules with a reason, limits and patterns, read from
// `dialogs/style.txt` of a pack. What a pack's file says of a code takes the place of what keel
// comes with; the rest stays. Rules of the pack's own are those of code K317.
//
//   rule K305 guilt
//   reason: Shame makes people go away, and the urge does not.
//   instead: What happened, without a verdict.
//   finds: You should have waited.
//   pattern: you should have
//
//   StyleRules rules = read_style_rules(source, report);   // complains with K318, K319, K321
//
// Threads: immutable once read. Failure: diagnostics; a rule with a mistake is left out.
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "script/report.h"
#include "understand/pattern.h"

namespace keel {

struct StyleRule {
  std::string code;
  std::string name;
  std::string reason;
  std::string instead;
  std::optional<int> limit;  // words, grade or questions, by the code
  int from = 0;              // shorter lines are not measured
  std::vector<ContentLine> finds, leaves, patterns, unless;
  // Of a rule with patterns; shared, so that rules can be copied.
  std::shared_ptr<const PatternSet> found_by, taken_back_by;
  Span span;
};

struct StyleRules {
  std::vector<StyleRule> rules;            // by code
  std::map<std::string, std::string> off;  // code -> why, for the whole pack
};

// The first place that the rule finds in a text, in bytes of it.
std::optional<Span> found_in(const StyleRule& rule, std::string_view text);

StyleRules read_style_rules(const Source& source, Report& report);

// `own` before `base`.
StyleRules merged(StyleRules own, const StyleRules& base);

// dialogs/style.txt as it was when this program was built.
const Source& base_style();

}  // namespace keel
