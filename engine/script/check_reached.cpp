#include "script/check.h"
#include "script/graph.h"
#include "script/walk.h"

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

// The parts that only a follow-up names, and no `go to`.
std::vector<const PartNode*> parts_of_follow_ups(const FlowNode& node) {
  std::set<std::string> later;
  for_each_statement(node.body, [&](const Statement& statement) {
    const auto* follow = std::get_if<FollowUpNode>(&statement.step);
    if (follow != nullptr) later.insert(follow->part.text);
  });
  for_each_statement(node.body, [&](const Statement& statement) {
    if (const auto* go = std::get_if<GoNode>(&statement.step)) later.erase(go->target.text);
  });
  std::vector<const PartNode*> parts;
  for (const Statement& statement : node.body.statements) {
    const auto* part = std::get_if<PartNode>(&statement.step);
    if (part != nullptr && later.contains(part->id.text)) parts.push_back(part);
  }
  return parts;
}

// What is to be said tomorrow is not said at once because an `end` was forgotten.
void check_runs_on(const Lowered& lowered, const FlowNode& node, const std::vector<bool>& reached,
                   Report& report) {
  for (const PartNode* part : parts_of_follow_ups(node)) {
    const auto begin = lowered.flow.parts.find(part->id.text);
    if (begin == lowered.flow.parts.end()) continue;
    bool runs_on = false;
    for (Address at = 0; at < reached.size(); ++at) {
      if (!reached[at]) continue;
      for (const Edge& edge : edges_of(lowered.flow, at))
        runs_on = runs_on || (edge.to == begin->second && edge.way != Way::later);
    }
    if (!runs_on) continue;
    report.add("K077", *node.source, part->id.span,
               "the talk runs on into part " + quoted(part->id.text) + ", which a follow-up begins",
               "write `end` above it; or `go to " + part->id.text + "` where that is meant");
  }
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
  check_runs_on(lowered, node, reached, report);
}

}  // namespace keel
