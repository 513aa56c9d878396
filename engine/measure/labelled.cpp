#include "measure/labelled.h"

#include <map>

namespace keel {

Result<std::vector<Labelled>> read_labelled(std::string_view text) {
  std::vector<Labelled> lines;
  size_t number = 0;
  for (size_t at = 0; at < text.size();) {
    size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    const size_t tab = line.find('\t');
    if (tab == std::string_view::npos || tab == 0 || tab + 1 == line.size()) {
      return Error{ErrorCode::invalid_argument,
                   "line " + std::to_string(number) + " is not LABEL<TAB>TEXT"};
    }
    lines.push_back({std::string(line.substr(0, tab)), std::string(line.substr(tab + 1))});
  }
  if (lines.empty()) return Error{ErrorCode::invalid_argument, "there is no line"};
  return lines;
}

std::vector<IntentExamples> examples_of(std::span<const Labelled> lines) {
  std::map<std::string, IntentExamples> by_label;
  for (const Labelled& line : lines) {
    IntentExamples& intent = by_label[line.label];
    intent.id = line.label;
    intent.lines.push_back(line.text);
  }
  std::vector<IntentExamples> intents;
  for (auto& [label, intent] : by_label) intents.push_back(std::move(intent));
  return intents;
}

}  // namespace keel
