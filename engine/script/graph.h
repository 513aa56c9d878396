#pragma once
// Graph: where a conversation can go on from each instruction of a flow. The checks (reached,
// known, loops) walk it.
//
//   for (const Edge& edge : edges_of(flow, address)) visit(edge.to);
//
// Threads: pure.
#include <cstdint>
#include <vector>

#include "dialog/program.h"

namespace keel {

// Why the conversation goes this way; what is known afterwards depends on it.
enum class Way : uint8_t {
  on,          // straight on
  holds,       // the condition is true
  fails,       // the condition is false
  answered,    // the question's slot has a value
  unanswered,  // skipped, or words that are no answer: the slot has none
  not_asked,   // `unless known`, and it was
  kept,        // a reply that leaves the slot as it was (marks)
  later,       // the part of a follow-up
};

struct Edge {
  Address to = 0;
  Way way = Way::on;
};

std::vector<Edge> edges_of(const Flow& flow, Address at);

// Instructions that a conversation can come to from the beginning of the flow.
std::vector<bool> reached_in(const Flow& flow);

}  // namespace keel
