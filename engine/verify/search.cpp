#include "verify/search.h"

#include <algorithm>

#include "dialog/session.h"

namespace keel {

namespace {

// A jump is no step of a conversation; without it, a reply is no longer than silence.
Address past_jumps(const Flow& flow, Address at) {
  for (size_t jumps = 0; jumps < flow.code.size(); ++jumps) {
    const auto* jump = std::get_if<Jump>(&flow.code[at].step);
    if (jump == nullptr) return at;
    at = jump->to;
  }
  return at;
}

}  // namespace

Search::Search(const Model& model, uint32_t flow, Plan plan)
    : model_(model), flow_(flow), plan_(std::move(plan)) {}

Found Search::run(const Forbidden& forbidden, const ForbiddenMove& forbidden_move) {
  add({{flow_, 0}, 0, {}, at_start({model_, flow_, &plan_.followed})}, 0, {});
  for (size_t index = 0; index < seen_.size(); ++index) {
    if (seen_.size() > places_max) return {Outcome::too_many, {}};
    const Situation& place = *seen_[index].place;
    if (forbidden && forbidden(place)) {
      std::vector<Taken> way = way_to(index);
      way.push_back({place.spot, {}, true});
      return {Outcome::found, std::move(way)};
    }
    if (forbidden_move) {
      for (const Move& move : moves_of(model_, place.spot)) {
        if (plan_.may_go && !plan_.may_go(place.spot, move)) continue;
        if (!forbidden_move(place, move)) continue;
        std::vector<Taken> way = way_to(index);
        way.push_back({place.spot, move, true});
        return {Outcome::found, std::move(way)};
      }
    }
    expand(index);
  }
  return {};
}

void Search::expand(size_t index) {
  const Situation& place = *seen_[index].place;
  const FlowView view{model_, place.spot.flow, &plan_.followed};
  for (const Move& move : moves_of(model_, place.spot)) {
    if (move.input == Input::later && !plan_.later) continue;
    if (plan_.may_go && !plan_.may_go(place.spot, move)) continue;
    for (const Knowledge& then : after(view, place.knowledge, place.spot.at, move))
      follow(index, move, then);
  }
}

void Search::follow(size_t index, const Move& move, const Knowledge& then) {
  const Situation& place = *seen_[index].place;
  Situation next{place.spot, place.turns, place.returns, then};
  if (plan_.turns_max > 0 && is_persons(move.input)) next.turns += turns_of(move.input);
  const FlowView view{model_, place.spot.flow, &plan_.followed};
  switch (move.kind) {
    case Move::Kind::step:
      next.spot.at = past_jumps(model_.flow(place.spot.flow), move.to);
      return add(std::move(next), index, move);
    case Move::Kind::flow:
      if (!plan_.into_other_flows && place.returns.empty()) return;
      next.spot = {move.flow, 0};
      next.knowledge = inherited(view, then, move.flow);
      return add(std::move(next), index, move);
    case Move::Kind::visit: {
      Situation into = next;
      into.spot = {move.flow, 0};
      into.knowledge = inherited(view, place.knowledge, move.flow);
      const bool deep = into.returns.size() + 1 >= stack_depth_max;
      if (plan_.with_returns && !deep) {
        into.returns.push_back({{place.spot.flow, move.to}, then});
        return add(std::move(into), index, move);
      }
      if (plan_.into_other_flows && !plan_.with_returns) add(std::move(into), index, move);
      next.spot.at = move.to;
      return add(std::move(next), index, move);
    }
    case Move::Kind::end:
      if (next.returns.empty()) return;
      next.spot = next.returns.back().spot;
      next.knowledge = next.returns.back().knowledge;
      next.returns.pop_back();
      return add(std::move(next), index, move);
  }
}

void Search::add(Situation place, size_t from, const Move& move) {
  const auto [at, is_new] = places_.insert(std::move(place));
  if (is_new) seen_.push_back({&*at, from, move});
}

std::vector<Taken> Search::way_to(size_t index) const {
  std::vector<Taken> way;
  while (index != 0) {
    const size_t from = seen_[index].from;
    way.push_back({seen_[from].place->spot, seen_[index].move, false});
    index = from;
  }
  std::reverse(way.begin(), way.end());
  return way;
}

namespace {

using Ways = std::vector<Knowledge>;

constexpr size_t ways_max = 64;

bool goes_into(const Taken& taken, Spot next) {
  return taken.move.kind == Move::Kind::visit && next == Spot{taken.move.flow, 0};
}

Ways all_inherited(const FlowView& view, const Ways& ways, uint32_t to) {
  Ways found;
  for (const Knowledge& way : ways) found.push_back(inherited(view, way, to));
  return found;
}

}  // namespace

std::vector<Knowledge> known_after(const Model& model, const std::vector<Taken>& way) {
  if (way.empty()) return {Knowledge{}};
  Ways now{at_start({model, way.front().spot.flow, nullptr})};
  std::vector<Ways> visitors;
  for (size_t i = 0; i + 1 < way.size(); ++i) {
    const Taken& taken = way[i];
    const Spot next = way[i + 1].spot;
    const FlowView view{model, taken.spot.flow, nullptr};
    Ways then;
    for (const Knowledge& knowledge : now) {
      for (Knowledge& one : after(view, knowledge, taken.spot.at, taken.move))
        then.push_back(std::move(one));
    }
    if (then.empty()) return {};
    if (then.size() > ways_max) return {Knowledge{}};
    if (goes_into(taken, next)) {
      visitors.push_back(std::move(then));
      now = all_inherited(view, now, next.flow);
    } else if (taken.move.kind == Move::Kind::flow) {
      now = all_inherited(view, then, next.flow);
    } else if (taken.move.kind == Move::Kind::end && !visitors.empty()) {
      now = std::move(visitors.back());
      visitors.pop_back();
    } else {
      now = std::move(then);
    }
  }
  return now;
}

std::set<std::string> variables_on(const Model& model, const std::vector<Taken>& way) {
  std::set<std::string> variables;
  for (const Taken& taken : way) {
    const Step& step = model.step(taken.spot);
    if (const auto* branch = std::get_if<Branch>(&step))
      variables_of(model.flow(taken.spot.flow), branch->condition, variables);
    if (const auto* set = std::get_if<SetSlot>(&step); set != nullptr && !set->from_slot.empty())
      variables.insert("slot " + set->from_slot);
    if (const auto* ask = std::get_if<Ask>(&step); ask != nullptr && ask->unless_known)
      variables.insert("slot " + ask->slot);
  }
  return variables;
}

}  // namespace keel
