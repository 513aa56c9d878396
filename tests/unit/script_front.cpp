#include "script_front.h"

#include <algorithm>

#include "script/help_lines_json.h"
#include "script/report.h"
#include "understand/safety_content.h"
#include "understand/safety_reader.h"

namespace keel::test {
namespace {

std::vector<PackFile> small_pack() {
  return {
      {"dialogs/person.keel", "person\nname: name\nthey: pronoun\ntold_no_contact: yes or no\n"},
      {"dialogs/breathing.keel",
       "flow breathing\ntitle: Breathing\n\nCoach: Breathe out slowly.\n"},
      {"intents/urge.keel", "intent urge-to-contact\n\ni want to text him so badly\n"}};
}

}  // namespace

std::string Checked::rendered() const {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) {
    for (const Source& source : front.sources) {
      if (source.path() == diagnostic.path) out += render(diagnostic, source);
    }
  }
  return out;
}

std::vector<std::string> Checked::codes() const {
  std::vector<std::string> codes;
  for (const Diagnostic& diagnostic : diagnostics) codes.push_back(diagnostic.code);
  return codes;
}

const Flow* Checked::flow(const std::string& id) const {
  for (const Lowered& lowered : front.flows) {
    if (lowered.flow.id == id) return &lowered.flow;
  }
  return nullptr;
}

Checked check_files(std::vector<PackFile> files) {
  for (PackFile& file : small_pack()) {
    const bool replaced = std::any_of(files.begin(), files.end(),
                                      [&](const PackFile& own) { return own.path == file.path; });
    if (!replaced) files.push_back(std::move(file));
  }
  Report report;
  Checked checked{read_front(files, report), {}};
  checked.diagnostics = report.take();
  return checked;
}

std::vector<Diagnostic> everything_wrong_with(const Checked& checked) {
  std::vector<Diagnostic> found = checked.diagnostics;
  if (has_errors(found)) return found;
  Reader::build(checked.front.content, 1, found);
  const SafetyContent& rules = *checked.front.content.safety;
  std::vector<Diagnostic> built_before;
  check_safety(SafetyReader::build(rules, built_before), rules, found);
  for (const Source& source : checked.front.sources) {
    if (source.path() != "dialogs/help-lines.json") continue;
    warn_of_old_checks(source, checked.front.help_lines, "2027-01-01", found);
  }
  return found;
}

Checked check_body(const std::string& body) {
  return check_files({{"dialogs/example.keel", "flow example\ntitle: An example\n\n" + body}});
}

}  // namespace keel::test
