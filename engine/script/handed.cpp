// Slots that flows hand to each other: `needs:` from whoever begins the flow, `gives:` to whoever
// visited it. Each is declared in both, with the type that it has where it is asked or set.
#include "script/names.h"
#include "script/walk.h"

namespace keel {
namespace {

struct Handing {
  std::string from;
  std::string to;
  std::string slot;
  bool given = false;  // by a flow that ends, not needed by one that begins
};

std::map<std::string, const FlowNode*> nodes_by_id(const PackNodes& pack) {
  std::map<std::string, const FlowNode*> nodes;
  for (const FlowNode& flow : pack.flows) nodes.emplace(flow.id.text, &flow);
  return nodes;
}

class Handings {
 public:
  explicit Handings(const PackNodes& pack) : nodes_(nodes_by_id(pack)) {
    for (const auto& [id, flow] : nodes_) add_of(*flow);
  }

  const std::vector<Handing>& all() const { return all_; }

 private:
  void add_of(const FlowNode& flow) {
    for_each_statement(flow.body, [&](const Statement& statement) {
      if (const auto* visit = std::get_if<VisitNode>(&statement.step)) {
        add_begun(flow, visit->flow.text);
        add_given(flow, visit->flow.text);
      } else if (const auto* go = std::get_if<GoNode>(&statement.step)) {
        add_begun(flow, go->target.text);
      } else if (const auto* coach = std::get_if<CoachNode>(&statement.step)) {
        for (const Words& offered : coach->offers) add_begun(flow, offered.text);
      }
    });
  }

  void add_begun(const FlowNode& flow, const std::string& begun) {
    const auto node = nodes_.find(begun);
    if (node == nodes_.end()) return;
    for (const Words& slot : node->second->needs)
      all_.push_back({flow.id.text, begun, slot.text, false});
  }

  void add_given(const FlowNode& flow, const std::string& visited) {
    const auto node = nodes_.find(visited);
    if (node == nodes_.end()) return;
    for (const Words& slot : node->second->gives)
      all_.push_back({visited, flow.id.text, slot.text, true});
  }

  std::map<std::string, const FlowNode*> nodes_;
  std::vector<Handing> all_;
};

// True: the slot was new there.
bool hand(const Handing& one, Names& names) {
  if (names.person.contains(one.slot)) return false;
  const auto from = names.flows.find(one.from);
  const auto to = names.flows.find(one.to);
  if (from == names.flows.end() || to == names.flows.end()) return false;
  const auto slot = from->second.find(one.slot);
  return slot != from->second.end() && to->second.emplace(one.slot, slot->second).second;
}

}  // namespace

void hand_slots(const PackNodes& pack, Names& names) {
  const Handings handings(pack);
  for (const Handing& one : handings.all()) {
    if (one.given) names.given[one.to].emplace(one.slot, one.from);
  }
  // What is handed on is handed on again: until nothing is new.
  for (bool changed = true; changed;) {
    changed = false;
    for (const Handing& one : handings.all()) changed = hand(one, names) || changed;
  }
}

}  // namespace keel
