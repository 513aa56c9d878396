#include "verify/moves.h"

#include <algorithm>

namespace keel {
namespace {

using Kind = Move::Kind;

struct Mover {
  const Model& model;
  Address at;
  std::vector<Move> moves;

  void step(Input input, Address to, uint32_t choice = 0, std::string word = {}) {
    moves.push_back({input, Kind::step, to, 0, choice, std::move(word)});
  }
  void flow(Input input, const std::string& id, uint32_t choice = 0) {
    if (const auto to = model.find(id)) moves.push_back({input, Kind::flow, 0, *to, choice, {}});
  }
  void end(Input input) { moves.push_back({input, Kind::end, 0, 0, 0, {}}); }

  void operator()(const Ask& ask) {
    for (uint32_t i = 0; i < ask.replies.size(); ++i) step(Input::reply, ask.replies[i].body, i);
    const bool crossroads = !ask.offers.empty() || ask.offers_guesses;
    for (uint32_t i = 0; i < ask.offers.size(); ++i) flow(Input::offer, ask.offers[i], i);
    if (crossroads) end(Input::leave);
    const bool any_words = takes_any_words(ask.type.type);
    const bool marks = ask.type.type == AnswerType::marks;
    answers(ask, any_words);
    const Address skipped = ask.skipped.value_or(ask.next);
    if (ask.any_other && !any_words && !marks) step(Input::other, *ask.any_other);
    if (!ask.any_other && !any_words && !marks && !crossroads) step(Input::unfit, skipped);
    step(Input::skip, skipped);
    if (ask.unless_known) step(Input::not_asked, ask.next);
  }

  void answers(const Ask& ask, bool any_words) {
    switch (ask.type.type) {
      case AnswerType::none:
      case AnswerType::one_of:
        return;
      case AnswerType::yes_no:
        for (const char* word : {"yes", "no", "unsure"}) {
          const bool replied =
              std::any_of(ask.replies.begin(), ask.replies.end(),
                          [&](const Reply& reply) { return reply.value.text == word; });
          if (!replied) step(Input::answer, ask.any_other.value_or(ask.next), 0, word);
        }
        return;
      default:
        step(Input::answer, any_words ? ask.any_other.value_or(ask.next) : ask.next);
    }
  }

  void operator()(const Wait& wait) {
    for (uint32_t i = 0; i < wait.replies.size(); ++i) step(Input::reply, wait.replies[i].body, i);
    step(Input::time_up, wait.next);
  }
  void operator()(const Branch& branch) {
    step(Input::holds, at + 1);
    step(Input::fails, branch.otherwise);
  }
  void operator()(const Jump& jump) { step(Input::none, jump.to); }
  void operator()(const GoFlow& go) { flow(Input::none, go.flow); }
  void operator()(const Visit& visit) {
    const auto to = model.find(visit.flow);
    if (to) moves.push_back({Input::none, Kind::visit, at + 1, *to, 0, {}});
  }
  void operator()(const FollowUp& follow) {
    step(Input::none, at + 1);
    step(Input::later, follow.target);
  }
  // What a house flow does is the last that it does.
  void operator()(const Do&) { end(Input::none); }
  void operator()(const End&) { end(Input::none); }
  template <class Other>
  void operator()(const Other&) {
    step(Input::none, at + 1);
  }
};

}  // namespace

std::vector<Move> moves_of(const Model& model, Spot spot) {
  Mover mover{model, spot.at, {}};
  std::visit(mover, model.step(spot));
  return std::move(mover.moves);
}

bool is_rest(const Step& step) {
  return std::holds_alternative<Ask>(step) || std::holds_alternative<Wait>(step);
}

bool is_persons(Input input) {
  switch (input) {
    case Input::none:
    case Input::holds:
    case Input::fails:
    case Input::not_asked:
      return false;
    default:
      return true;
  }
}

uint32_t turns_of(Input input) {
  return input == Input::unfit ? 3 : 1;
}

}  // namespace keel
