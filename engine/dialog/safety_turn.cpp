#include "dialog/safety_turn.h"

#include <algorithm>
#include <array>

#include "dialog/builtin_safety.h"
#include "dialog/evaluate.h"
#include "dialog/speak.h"
#include "dialog/steps.h"
#include "dialog/timers.h"

namespace keel {
namespace {

constexpr Duration safety_memory = day_ms;

// Where they are: as they told it, else by the clock they go by.
struct Where {
  std::string country;  // empty: not known
  bool guessed = false;
};

Where where(const Run& run) {
  const auto country = run.now().person.find("country");
  if (country != run.now().person.end() && country->second.value.known())
    return {country->second.value.text, false};
  const auto& all = run.program.help_lines;
  const bool ours = std::any_of(all.begin(), all.end(), [&](const HelpLine& line) {
    return line.country == run.event.region;
  });
  return ours ? Where{run.event.region, true} : Where{};
}

std::vector<HelpLine> lines_here(const Run& run, const Where& place, std::string_view need) {
  std::vector<HelpLine> lines =
      lines_for(run.program.help_lines, place.country, need, place.guessed);
  tell_who_answers(lines, local_time(run.event.at, run.event.utc_offset_minutes));
  return lines;
}

const Flow* exact_flow(const Program& program, const std::string& category, SafetyLevel level) {
  for (const auto& [id, flow] : program.flows) {
    for (const SafetyStart& start : flow.start_safety) {
      if (start.category == category && start.level == level) return &flow;
    }
  }
  return nullptr;
}

// The flow for this level, else the next one up, else the next one down: more help than needed
// beats less.
const Flow* flow_for(const Program& program, const SafetyFinding& finding) {
  constexpr std::array<SafetyLevel, 3> levels = {SafetyLevel::ask, SafetyLevel::high,
                                                 SafetyLevel::emergency};
  for (const SafetyLevel level : levels) {
    if (level < finding.level) continue;
    if (const Flow* flow = exact_flow(program, finding.category, level)) return flow;
  }
  for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
    if (*level >= finding.level) continue;
    if (const Flow* flow = exact_flow(program, finding.category, *level)) return flow;
  }
  return nullptr;
}

void remember_finding(Run& run, const SafetyFinding& finding) {
  SafetyState& safety = run.now().safety;
  const bool worse = finding.level >= safety.level || !safety_is_recent(run);
  if (worse) {
    safety.level = finding.level;
    safety.category = finding.category;
  }
  safety.at = run.event.at;
}

bool asked_already(const Run& run, const std::string& category) {
  const auto& asked = run.now().safety.asked;
  return std::find(asked.begin(), asked.end(), category) != asked.end();
}

void say_built_in(Run& run, const SafetyFinding& finding) {
  add_bubble(
      run, "built-in/" + finding.category,
      builtin_safety_text(finding.level, lines_here(run, where(run), need_of(finding.category))));
  show_help_lines(run, std::string(need_of(finding.category)));
}

void start_safety_flow(Run& run, const Flow& flow, const SafetyFinding& finding) {
  // One safety flow at a time: the newer one takes the place of the older.
  while (!run.idle() && (run.flow_of(run.top()).is_safety() || run.flow_of(run.top()).is_house())) {
    drop_top(run);
  }
  if (finding.level == SafetyLevel::ask && !asked_already(run, finding.category)) {
    run.now().safety.asked.push_back(finding.category);
  }
  push_flow(run, flow.id, StartedBy::engine);
  begin_top(run);
}

// Whoever is at risk is answered in the language that it was said in, where the flow has a twin.
void speak_as_found(Run& run, const Flow* flow, const SafetyFinding& finding) {
  if (flow == nullptr || finding.language.empty()) return;
  const auto twins = run.program.twins.find(finding.language);
  const bool twin = twins != run.program.twins.end() && twins->second.contains(flow->id);
  if (twin || finding.language == run.program.language)
    run.now().language = twin ? finding.language : "";
}

// The level at which the running safety flow works.
SafetyLevel level_of(const Flow& flow, const std::string& category) {
  SafetyLevel level = SafetyLevel::none;
  for (const SafetyStart& start : flow.start_safety) {
    if (start.category == category) level = std::max(level, start.level);
  }
  return level;
}

}  // namespace

const Flow* open_safety_flow(const Run& run) {
  if (run.idle()) return nullptr;
  const Flow& flow = run.flow_of(run.top());
  return flow.is_safety() ? &flow : nullptr;
}

SafetyDecision take_safety(Run& run) {
  const std::vector<SafetyFinding>& findings = run.turn.trace.understood.safety;
  if (findings.empty()) return SafetyDecision::nothing;
  const SafetyFinding finding = findings.front();
  remember_finding(run, finding);
  run.turn.trace.decided = "safety " + finding.category + " " +
                           std::string(name_of(finding.level)) + " by " + finding.rule;
  if (const Flow* open = open_safety_flow(run)) {
    if (level_of(*open, finding.category) >= finding.level) return SafetyDecision::other_answer;
  }
  if (finding.level == SafetyLevel::ask && asked_already(run, finding.category)) {
    return SafetyDecision::lines_only;
  }
  const Flow* flow = flow_for(run.program, finding);
  speak_as_found(run, flow, finding);
  if (flow == nullptr) {
    say_built_in(run, finding);
  } else {
    start_safety_flow(run, *flow, finding);
  }
  return SafetyDecision::taken;
}

void show_help_lines(Run& run, const std::string& need) {
  const Where place = where(run);
  add_card(run, CrisisCard{run.now().safety.level, run.now().safety.category, place.country,
                           place.guessed, lines_here(run, place, need)});
}

bool safety_is_recent(const Run& run) {
  const SafetyState& safety = run.now().safety;
  return safety.level != SafetyLevel::none && run.event.at - safety.at < safety_memory;
}

std::vector<HelpLine> lines_in_view(const Run& run) {
  if (!safety_is_recent(run)) return {};
  return lines_here(run, where(run), need_of(run.now().safety.category));
}

}  // namespace keel
