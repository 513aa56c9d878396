// From every place that a conversation can come to, an end can be reached, or another flow from
// which one can. A visit comes back only if the visited flow can end. Source: backward reachability
// over an and-or graph; linear by counting what is still missing (Dowling and Gallier 1984).
#include "script/graph.h"
#include "verify/conversation.h"
#include "verify/proofs.h"

namespace keel {
namespace {

class Ends {
 public:
  // With `others_end`, other flows are taken to end: what is wrong is then this flow's own.
  Ends(const Model& model, bool others_end) : model_(model), others_end_(others_end) {
    for (uint32_t flow = 0; flow < model.size(); ++flow) {
      ends_.emplace_back(model.flow(flow).code.size(), false);
      waiting_.emplace_back(model.flow(flow).code.size());
    }
    for (uint32_t flow = 0; flow < model.size(); ++flow) {
      for (Address at = 0; at < ends_[flow].size(); ++at) look_at({flow, at});
    }
    while (!open_.empty()) {
      const Spot spot = open_.back();
      open_.pop_back();
      for (const Spot waiting : waiting_[spot.flow][spot.at]) settle(waiting);
    }
  }

  bool ends(Spot spot) const { return ends_[spot.flow][spot.at]; }

 private:
  void look_at(Spot spot) {
    for (const Move& move : moves_of(model_, spot)) {
      if (move.input == Input::later) continue;
      if (move.kind == Move::Kind::step || move.kind == Move::Kind::visit)
        waiting_[spot.flow][move.to].push_back(spot);
      if (move.kind == Move::Kind::flow || move.kind == Move::Kind::visit)
        waiting_[move.flow][0].push_back(spot);
    }
    settle(spot);
  }

  bool leads_to_end(Spot spot, const Move& move) const {
    const bool other = others_end_ || (move.kind != Move::Kind::step &&
                                       move.kind != Move::Kind::end && ends_[move.flow][0]);
    switch (move.kind) {
      case Move::Kind::end:
        return true;
      case Move::Kind::step:
        return ends_[spot.flow][move.to];
      case Move::Kind::flow:
        return other && (move.flow != spot.flow || ends_[spot.flow][0]);
      case Move::Kind::visit:
        return other && ends_[spot.flow][move.to];
    }
    return false;
  }

  void settle(Spot spot) {
    if (ends(spot)) return;
    for (const Move& move : moves_of(model_, spot)) {
      if (move.input == Input::later || !leads_to_end(spot, move)) continue;
      ends_[spot.flow][spot.at] = true;
      open_.push_back(spot);
      return;
    }
  }

  const Model& model_;
  bool others_end_;
  std::vector<std::vector<bool>> ends_;
  std::vector<std::vector<std::vector<Spot>>> waiting_;
  std::vector<Spot> open_;
};

// The shortest way from the beginning to the place.
std::vector<Taken> way_to(const Model& model, Spot spot) {
  Search search(model, spot.flow, {});
  return search.run([&](const Situation& place) { return place.spot == spot; }).way;
}

bool tell_first(const Model& model, uint32_t flow, const Ends& ends, std::string message,
                std::string hint, Report& report) {
  const std::vector<bool> reached = reached_in(model.flow(flow));
  for (Address at = 0; at < reached.size(); ++at) {
    const Spot spot{flow, at};
    if (!reached[at] || ends.ends(spot) || model.lowered(flow).generated[at]) continue;
    report.add("K101", model.source(flow), model.span(spot), std::move(message), std::move(hint),
               conversation_of(model, way_to(model, spot)));
    return true;
  }
  return false;
}

}  // namespace

void prove_ends(const Model& model, Report& report) {
  const Ends alone(model, true);
  bool told = false;
  for (uint32_t flow = 0; flow < model.size(); ++flow) {
    told |= tell_first(model, flow, alone, "from here no way leads to an end of this flow",
                       "a reply that ends, goes to another flow or offers some", report);
  }
  if (told) return;
  const Ends together(model, false);
  for (uint32_t flow = 0; flow < model.size() && !told; ++flow) {
    told = tell_first(model, flow, together,
                      "this flow and those that it leads to never come to an end",
                      "one of them needs an `end` or an `offer`", report);
  }
}

}  // namespace keel
