#pragma once
// Claim: what would break a promise, and the finding out whether it can happen: a search that first
// follows only what the promise speaks of, and follows more as long as it finds ways that cannot be
// gone.
//
//   const Found found = find_breach(model, flow, claim, {});
//   if (found.outcome == Outcome::found) tell(conversation_of(model, found.way));
//
// Threads: pure. Time: at most `rounds_max` searches.
#include "verify/search.h"

namespace keel {

constexpr int rounds_max = 8;

struct Claim {
  Plan plan;
  // The knowledge in the place is to be read as `view` does. Null: never.
  std::function<bool(const FlowView& view, const Situation&)> at_place{};
  std::function<bool(const FlowView& view, const Situation&, const Move&)> at_move{};
};

// `passed_over`: places that do not count any more. Outcome::too_many: it cannot be told; then
// `way`, if any, is one that may break it.
Found find_breach(const Model& model, uint32_t flow, const Claim& claim,
                  const std::set<Spot>& passed_over);

// Within `turns` turns of the flow's beginning help lines are shown, whatever happens but what
// `leaves_out` leaves out.
Claim no_help_lines_within(const Model& model, uint32_t turns,
                           std::function<bool(Spot, const Move&)> leaves_out = {});

// What is known where the question is really put: not where its slot is known and it need not be.
std::vector<Knowledge> when_asked(const FlowView& view, const Knowledge& knowledge, const Ask& ask);

}  // namespace keel
