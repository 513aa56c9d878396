#include "dialog/flow_labels.h"

#include <algorithm>

namespace keel {
namespace {

// The intent's own name is its label wherever a flow of the house answers it, or one that stands in
// for a flow that is not written yet.
std::string label_of(const Program& program, const std::string& intent) {
  if (intent.starts_with("faq:")) return "faq";
  const auto starts = program.starts.find(intent);
  if (starts == program.starts.end() || starts->second.empty()) return intent;
  const std::string& flow = starts->second.front();
  return flow.starts_with("house-") || flow.starts_with("not-yet-") ? intent : flow;
}

}  // namespace

std::vector<FlowLabel> flow_labels(const Program& program, const Understanding& understood) {
  std::vector<FlowLabel> labels;
  if (!understood.in_scope) labels.push_back({"out-of-domain", 1});
  for (const IntentGuess& guess : understood.intents) {
    std::string id = label_of(program, guess.id);
    const bool there = std::any_of(labels.begin(), labels.end(),
                                   [&](const FlowLabel& label) { return label.id == id; });
    if (!there) labels.push_back({std::move(id), guess.confidence});
  }
  return labels;
}

}  // namespace keel
