// There are help lines to show: for every need that a flow shows lines for, and every category that
// the rules find, somebody answers wherever the person is. Without lines of its own a country falls
// back on its general lines, its emergency number and the international directory.
#include <algorithm>

#include "dialog/builtin_safety.h"
#include "dialog/help_lines.h"
#include "understand/safety_content.h"
#include "verify/proofs.h"

namespace keel {
namespace {

bool is_for_talking(const HelpLine& line) {
  return line.need != "emergency";
}

std::set<std::string> countries_of(const std::vector<HelpLine>& lines) {
  std::set<std::string> countries;
  for (const HelpLine& line : lines) {
    if (line.country != "ZZ" && line.country != "EU") countries.insert(line.country);
  }
  return countries;
}

// Countries where this need would be answered by nobody to talk to, or, for an emergency, by no
// number.
std::string unanswered(const std::vector<HelpLine>& all, const std::string& need) {
  std::string missing;
  std::set<std::string> countries = countries_of(all);
  countries.insert("");
  for (const std::string& country : countries) {
    const std::vector<HelpLine> lines = lines_for(all, country, need);
    const bool answered = need == "emergency" && !country.empty()
                              ? !lines.empty()
                              : std::any_of(lines.begin(), lines.end(), is_for_talking);
    if (answered) continue;
    missing +=
        (missing.empty() ? "" : ", ") + (country.empty() ? "where no country is known" : country);
  }
  return missing;
}

void prove_shown(const Model& model, std::set<std::string>& told, Report& report) {
  const std::vector<HelpLine>& lines = model.front().help_lines;
  for (uint32_t flow = 0; flow < model.size(); ++flow) {
    for (Address at = 0; at < model.flow(flow).code.size(); ++at) {
      const auto* show = std::get_if<Show>(&model.step({flow, at}));
      if (show == nullptr || show->what != Show::What::help_lines) continue;
      if (!told.insert(show->argument).second) continue;
      const std::string missing = unanswered(lines, show->argument);
      if (missing.empty()) continue;
      report.add("K113", model.source(flow), model.span({flow, at}),
                 "for " + quoted(show->argument) + " there is nobody to call: " + missing,
                 "dialogs/help-lines.json: a checked line, or one for \"general\"");
    }
  }
}

}  // namespace

void prove_help_line_data(const Model& model, Report& report) {
  // Without any data, the engine's own words are all there is, and no list to judge.
  if (model.front().help_lines.empty()) return;
  std::set<std::string> told;
  prove_shown(model, told, report);
  const SafetyContent& rules = *model.front().content.safety;
  for (const SafetyLanguage& language : rules.languages) {
    for (const SafetyRule& rule : language.rules) {
      const std::string need(need_of(rule.category));
      if (!told.insert(need).second) continue;
      const std::string missing = unanswered(model.front().help_lines, need);
      if (missing.empty()) continue;
      for (const Source& source : model.front().sources) {
        if (source.path() != rule.place.path) continue;
        report.add("K113", source, rule.place.span,
                   "for " + quoted(need) + " there is nobody to call: " + missing,
                   "dialogs/help-lines.json: a checked line, or one for \"general\"");
      }
    }
  }
}

}  // namespace keel
