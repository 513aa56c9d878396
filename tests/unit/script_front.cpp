#include "script_front.h"

#include <algorithm>

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
    for (const Source& source : front->sources) {
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
  for (const Lowered& lowered : front->flows) {
    if (lowered.flow.id == id) return &lowered.flow;
  }
  return nullptr;
}

Checked check_files(std::vector<PackFile> files, Depth depth) {
  for (PackFile& file : small_pack()) {
    const bool replaced = std::any_of(files.begin(), files.end(),
                                      [&](const PackFile& own) { return own.path == file.path; });
    if (!replaced) files.push_back(std::move(file));
  }
  return {check_pack(files, depth, "2027-01-01")};
}

Checked check_body(const std::string& body) {
  return check_files({{"dialogs/example.keel", "flow example\ntitle: An example\n\n" + body}});
}

}  // namespace keel::test
