#pragma once
// known: which slots surely have a value before each instruction of a flow, on every way there.
//
//   const GivenSlots given = given_slots(flows);
//   if (known_before(flow, given)[address]->contains("slot:urge")) ...
//
// Sound: a slot counts as known only when it is so on all ways. Source: the usual forward data-flow
// analysis with intersection (Kildall 1973). Threads: pure.
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "script/lower.h"

namespace keel {

using Facts = std::set<std::string>;  // "slot:x", "last:x", "heard:x"

// Flow -> slots that a visit to it surely hands back.
using GivenSlots = std::map<std::string, std::set<std::string>>;

GivenSlots given_slots(const std::vector<Lowered>& flows);

// Of each instruction; nothing: no conversation comes to it.
std::vector<std::optional<Facts>> known_before(const Flow& flow, const GivenSlots& given);

}  // namespace keel
