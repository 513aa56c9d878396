#include "script/check.h"
#include "script/graph.h"

namespace keel {
namespace {

// The part, if any, whose `part ID` line begins at this instruction.
const PartNode* part_at(const Lowered& lowered, const FlowNode& node, Address at) {
  for (const Statement& statement : node.body.statements) {
    const auto* part = std::get_if<PartNode>(&statement.step);
    if (part == nullptr) continue;
    const auto known = lowered.flow.parts.find(part->id.text);
    if (known != lowered.flow.parts.end() && known->second == at) return part;
  }
  return nullptr;
}

}  // namespace

void check_reached(const Lowered& lowered, const FlowNode& node, Report& report) {
  const std::vector<bool> reached = reached_in(lowered.flow);
  bool before_reached = true;
  for (Address at = 0; at < reached.size(); ++at) {
    if (lowered.generated[at]) continue;
    const PartNode* part = reached[at] ? nullptr : part_at(lowered, node, at);
    if (part != nullptr) {
      report.add("K071", *node.source, part->id.span,
                 "nothing leads to part " + quoted(part->id.text),
                 "a `go to` or `follow up` is missing, or the part is not needed");
    } else if (!reached[at] && before_reached) {
      report.add("K070", *node.source, lowered.spans[at], "no conversation comes to this line",
                 "what stands above it leads elsewhere");
    }
    before_reached = reached[at];
  }
}

}  // namespace keel
