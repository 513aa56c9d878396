#pragma once
// Search: is there a way through the flows to something that a promise forbids? Breadth first, so
// that the way found is a shortest one, over places together with what is known there.
//
//   Search search(model, flow, {.followed = variables, .into_other_flows = true});
//   const Found found = search.run([&](const Situation& place) { return is_forbidden(place); });
//   if (found.outcome == Outcome::found) tell(conversation_of(model, found.way));
//
// Threads: pure. Time: proportional to the places looked at, at most `places_max`.
#include <functional>

#include "verify/knowledge.h"

namespace keel {

constexpr size_t places_max = 20'000;

// Where a visit goes on when the visited flow has ended.
struct Return {
  Spot spot;
  Knowledge knowledge;
  auto operator<=>(const Return&) const = default;
};

struct Situation {
  Spot spot;
  uint32_t turns = 0;           // that the coach has finished, when they are counted
  std::vector<Return> returns;  // when visits are followed
  Knowledge knowledge;
  auto operator<=>(const Situation&) const = default;
};

// One step of a way: at this spot, by this move. `ends`: the way stops here.
struct Taken {
  Spot spot;
  Move move;
  bool stops = false;
};

enum class Outcome : uint8_t {
  none,      // there is no such way
  found,     // there is: `way`
  too_many,  // more places than can be looked at
};

struct Found {
  Outcome outcome = Outcome::none;
  std::vector<Taken> way;
};

struct Plan {
  std::set<std::string> followed;
  bool into_other_flows = false;  // go-tos, offers and visits are followed, not passed over
  bool with_returns = false;      // and visits come back
  uint32_t turns_max = 0;         // counted up to here; 0: not counted
  bool later = true;              // follow-ups are part of it
  std::function<bool(Spot, const Move&)> may_go{};  // null: every move may be made
};

class Search {
 public:
  using Forbidden = std::function<bool(const Situation&)>;
  // Also asked for the moves that lead out of the flow, when given.
  using ForbiddenMove = std::function<bool(const Situation&, const Move&)>;

  Search(const Model& model, uint32_t flow, Plan plan);
  Found run(const Forbidden& forbidden, const ForbiddenMove& forbidden_move = {});

 private:
  struct Seen {
    const Situation* place = nullptr;
    size_t from = 0;
    Move move;
  };
  void expand(size_t index);
  void follow(size_t index, const Move& move, const Knowledge& then);
  void add(Situation place, size_t from, const Move& move);
  std::vector<Taken> way_to(size_t index) const;

  const Model& model_;
  uint32_t flow_;
  Plan plan_;
  std::set<Situation> places_;
  std::vector<Seen> seen_;
};

// What is known where the way stops, with everything followed. None: the way cannot be gone, and
// was a fruit of what was left out.
std::vector<Knowledge> known_after(const Model& model, const std::vector<Taken>& way);

// The variables that decide whether this way can be gone.
std::set<std::string> variables_on(const Model& model, const std::vector<Taken>& way);

}  // namespace keel
