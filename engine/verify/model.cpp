#include "verify/model.h"

namespace keel {
Model::Model(const Front& front) : front_(front), inherited_(front.flows.size()) {
  std::map<std::string, const FlowNode*> nodes;
  for (const FlowNode& node : front.pack.flows) nodes.emplace(node.id.text, &node);
  for (const Lowered& lowered : front.flows) {
    by_id_.emplace(lowered.flow.id, static_cast<uint32_t>(nodes_.size()));
    nodes_.push_back(nodes.at(lowered.flow.id));
  }
  for (const Lowered& lowered : front.flows) {
    for (const Instruction& instruction : lowered.flow.code) {
      const auto* visit = std::get_if<Visit>(&instruction.step);
      const auto* go = std::get_if<GoFlow>(&instruction.step);
      if (visit == nullptr && go == nullptr) continue;
      const auto to = find(visit != nullptr ? visit->flow : go->flow);
      if (!to) continue;
      for (const auto& [slot, type] : lowered.flow.slots) {
        if (flow(*to).slots.contains(slot)) inherited_[*to].insert(slot);
      }
    }
  }
}

std::optional<uint32_t> Model::find(const std::string& id) const {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return std::nullopt;
  return found->second;
}

bool Model::may_inherit(uint32_t flow, const std::string& slot) const {
  return inherited_[flow].contains(slot);
}

}  // namespace keel
