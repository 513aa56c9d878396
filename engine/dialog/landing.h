#pragma once
// landing: where somebody who stands at a place of older scripts stands in these. `respond` moves
// live sessions by it and `keel diff` tells beforehand where it will move them.
//
//   const Landing landing = land(program, {"pause", "urge", "start"});
//   if (landing.how == Landing::How::nowhere) ...   // the run is over
//
// In this order: the same place; the one its flow's `moved:` names; the same in the flow that
// `was:` it; the beginning of the part it stood in; nowhere. Threads: pure functions. Failure:
// none.
#include <string>

#include "dialog/program.h"
#include "dialog/session.h"

namespace keel {

// What the beginning of a flow is called where a part is named.
constexpr std::string_view first_part = "start";

struct Parked {
  std::string flow;
  std::string point;    // id of a question, wait or visit; empty: the beginning of `in_part`
  std::string in_part;  // empty: not known (saves of older versions)
};

struct Landing {
  enum class How : uint8_t { same, renamed, moved, part, nowhere };
  How how = How::nowhere;
  std::string flow;
  std::string point;  // empty: at the beginning of `part`
  std::string part;   // "": the beginning of the flow
  bool operator==(const Landing&) const = default;
};

Landing land(const Program& program, const Parked& parked);

// The part an instruction stands in; `first_part` before the first one.
std::string part_at(const Flow& flow, Address at);

// The value is one that this slot may hold.
bool fits(const SlotDeclaration& slot, const Value& value);

}  // namespace keel
