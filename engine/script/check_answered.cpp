// Whatever the safety rules find has a flow that answers it, at its level or a higher one.
#include "script/check.h"
#include "understand/safety_content.h"

namespace keel {
namespace {

struct Finding {
  std::string category;
  SafetyLevel level = SafetyLevel::none;
};

std::vector<Finding> findings_of(const SafetyRule& rule) {
  std::vector<Finding> found{{rule.category, rule.level}, {rule.category, rule.after_heavy}};
  for (const std::optional<SafetyOutcome>& outcome : rule.cases) {
    if (!outcome || outcome->leave) continue;
    found.push_back(
        {outcome->category.empty() ? rule.category : outcome->category, outcome->level});
  }
  return found;
}

bool is_answered(const Finding& finding, const std::vector<Lowered>& flows) {
  if (finding.level == SafetyLevel::none) return true;
  for (const Lowered& lowered : flows) {
    for (const SafetyStart& start : lowered.flow.start_safety) {
      if (start.category == finding.category && start.level >= finding.level) return true;
    }
  }
  return false;
}

}  // namespace

void check_answered(const SafetyContent& rules, const std::vector<Lowered>& flows,
                    const std::deque<Source>& sources, Report& report) {
  std::set<std::string> told;
  for (const SafetyLanguage& language : rules.languages) {
    for (const SafetyRule& rule : language.rules) {
      for (const Finding& finding : findings_of(rule)) {
        const std::string start =
            "safety " + finding.category + " " + std::string(name_of(finding.level));
        if (is_answered(finding, flows) || !told.insert(start).second) continue;
        for (const Source& source : sources) {
          if (source.path() != rule.place.path) continue;
          report.add("K027", source, rule.place.span, "no flow answers what this rule finds",
                     "a flow with \"start on: " + start + "\", or a higher level");
        }
      }
    }
  }
}

}  // namespace keel
