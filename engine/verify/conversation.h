#pragma once
// conversation_of: a way through the flows as a writer reads it: what the coach says, what the
// person does, and what is so where the flow branches.
//
//   Coach: How loud is the urge right now, from 0 to 10?
//   You: (skip)
//
// Threads: pure.
#include "verify/search.h"

namespace keel {

// The last lines of a long way are enough: `lines_max` of them, after "...".
std::vector<std::string> conversation_of(const Model& model, const std::vector<Taken>& way,
                                         size_t lines_max = 24);

// "Coach: TEXT", as it was written; empty when nothing is said there.
std::string said_at(const Model& model, Spot spot);

// "You: Yes", "You: (words that fit nothing)".
std::string done_by(const Model& model, Spot spot, const Move& move);

}  // namespace keel
