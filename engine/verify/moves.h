#pragma once
// Moves: every way on from an instruction, with the class of input that takes it. This is
// dialog/steps.cpp, route.cpp, answer.cpp and timers.cpp as the proofs see them; tests/unit/
// inputs_test.cpp holds the two together.
//
//   for (const Move& move : moves_of(model, spot))
//     if (move.kind == Move::Kind::step) visit({spot.flow, move.to});
//
// Threads: pure.
#include "verify/model.h"

namespace keel {

enum class Input : uint8_t {
  none,       // the coach goes on by itself
  holds,      // a condition is true
  fails,      // a condition is false
  not_asked,  // `unless known`, and it was
  reply,      // tapped, typed out, or words near it; `choice` says which
  answer,     // words that are an answer of the question's type
  other,      // words that fit nothing, where `any other answer` is written
  unfit,      // words that fit nothing three times, where it is not
  skip,       // "skip", "rather not", "I don't know" where a number is asked for
  offer,      // one of the flows offered; `choice` says which
  leave,      // "leave it here", or words that are a new message, where flows are offered
  time_up,    // a wait has run out, or is skipped
  later,      // the part of a follow-up, in a run of its own
};

struct Move {
  enum class Kind : uint8_t {
    step,   // on to `to` in this flow
    flow,   // the flow is left for `flow`
    visit,  // `flow` runs, then `to` follows
    end,    // the flow ends
  };
  Input input = Input::none;
  Kind kind = Kind::step;
  Address to = 0;
  uint32_t flow = 0;
  uint32_t choice = 0;
  std::string word;  // of an answer to a yes or no question
};

std::vector<Move> moves_of(const Model& model, Spot spot);

// The coach has said what it has to say and it is the person's turn, or the clock's.
bool is_rest(const Step& step);

// The person says or taps something, or lets time go by.
bool is_persons(Input input);

// Turns of the coach at one question before this move leaves it: words that fit nothing are asked
// about twice.
uint32_t turns_of(Input input);

}  // namespace keel
