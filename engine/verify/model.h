#pragma once
// Model: a checked pack as the proofs see it: its flows by number, what each of them may change,
// and how a conversation can go on from each instruction (moves.h).
//
//   const Model model(front);
//   for (uint32_t flow = 0; flow < model.size(); ++flow) look_at(model.flow(flow));
//
// Threads: immutable once built; points into the Front, which must outlive it.
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "script/front.h"

namespace keel {

// One instruction of one flow.
struct Spot {
  uint32_t flow = 0;
  Address at = 0;
  auto operator<=>(const Spot&) const = default;
};

class Model {
 public:
  explicit Model(const Front& front);

  uint32_t size() const { return static_cast<uint32_t>(front_.flows.size()); }
  const Front& front() const { return front_; }
  const Lowered& lowered(uint32_t flow) const { return front_.flows[flow]; }
  const Flow& flow(uint32_t flow) const { return front_.flows[flow].flow; }
  const Step& step(Spot spot) const { return flow(spot.flow).code[spot.at].step; }
  const FlowNode& node(uint32_t flow) const { return *nodes_[flow]; }
  const Source& source(uint32_t flow) const { return *nodes_[flow]->source; }
  Span span(Spot spot) const { return lowered(spot.flow).spans[spot.at]; }
  std::optional<uint32_t> find(const std::string& id) const;

  // Slots of the person may be others after every turn: another flow, a correction or the program
  // around the engine may have set them.
  bool is_person(const std::string& slot) const { return front_.person.contains(slot); }
  // A run of this flow may begin with a value of this slot, from a flow that leads here.
  bool may_inherit(uint32_t flow, const std::string& slot) const;

 private:
  const Front& front_;
  std::vector<const FlowNode*> nodes_;
  std::map<std::string, uint32_t> by_id_;
  std::vector<std::set<std::string>> inherited_;
};

}  // namespace keel
