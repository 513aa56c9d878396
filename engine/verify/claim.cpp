#include "verify/claim.h"

#include <algorithm>

namespace keel {
namespace {

Found search_once(const Model& model, uint32_t flow, const Claim& claim, const Plan& plan,
                  const std::set<Spot>& passed_over) {
  Search search(model, flow, plan);
  const auto view_of = [&](const Situation& place) {
    return FlowView{model, place.spot.flow, &plan.followed};
  };
  Search::Forbidden at_place;
  Search::ForbiddenMove at_move;
  if (claim.at_place) {
    at_place = [&](const Situation& place) {
      return !passed_over.contains(place.spot) && claim.at_place(view_of(place), place);
    };
  }
  if (claim.at_move) {
    at_move = [&](const Situation& place, const Move& move) {
      return claim.at_move(view_of(place), place, move);
    };
  }
  return search.run(at_place, at_move);
}

// Again, with everything followed. How many turns it took was counted on the way, and does not hang
// on what is known.
bool is_breach(const Model& model, const Claim& claim, const std::vector<Taken>& way) {
  const Taken& last = way.back();
  const FlowView view{model, last.spot.flow, nullptr};
  for (const Knowledge& knowledge : known_after(model, way)) {
    const Situation place{last.spot, claim.plan.turns_max, {}, knowledge};
    if (claim.at_place && claim.at_place(view, place)) return true;
    if (claim.at_move && claim.at_move(view, place, last.move)) return true;
  }
  return false;
}

}  // namespace

Found find_breach(const Model& model, uint32_t flow, const Claim& claim,
                  const std::set<Spot>& passed_over) {
  Plan plan = claim.plan;
  for (int round = 0; round < rounds_max; ++round) {
    Found found = search_once(model, flow, claim, plan, passed_over);
    if (found.outcome != Outcome::found || is_breach(model, claim, found.way)) return found;
    const size_t before = plan.followed.size();
    plan.followed.merge(variables_on(model, found.way));
    if (plan.followed.size() == before) return {Outcome::too_many, std::move(found.way)};
  }
  return {Outcome::too_many, {}};
}

std::vector<Knowledge> when_asked(const FlowView& view, const Knowledge& knowledge,
                                  const Ask& ask) {
  if (!ask.unless_known) return {knowledge};
  Condition unknown;
  unknown.op = ConditionOp::compare;
  unknown.name = ask.slot;
  unknown.compare = Compare::unknown;
  return when(view, knowledge, unknown, true);
}

Claim no_help_lines_within(const Model& model, uint32_t turns,
                           std::function<bool(Spot, const Move&)> leaves_out) {
  Claim claim;
  claim.plan.turns_max = turns;
  claim.plan.with_returns = true;
  claim.plan.into_other_flows = true;
  claim.plan.later = false;
  claim.plan.may_go = [&model, leaves_out = std::move(leaves_out)](Spot spot, const Move& move) {
    // Where they are shown, the promise is kept.
    const auto* show = std::get_if<Show>(&model.step(spot));
    if (show != nullptr && show->what == Show::What::help_lines) return false;
    return !leaves_out || !leaves_out(spot, move);
  };
  claim.at_place = [&model, turns](const FlowView& view, const Situation& place) {
    const Step& step = model.step(place.spot);
    if (place.turns >= turns) return true;
    if (!is_rest(step) || place.turns + 1 < turns) return false;
    const auto* ask = std::get_if<Ask>(&step);
    return ask == nullptr || !when_asked(view, place.knowledge, *ask).empty();
  };
  claim.at_move = [](const FlowView&, const Situation& place, const Move& move) {
    return move.kind == Move::Kind::end && place.returns.empty();
  };
  return claim;
}

}  // namespace keel
