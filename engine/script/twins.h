#pragma once
// twins: flows with the words of another language. A twin is held against its original line by line
// and its words are put into a copy of the compiled flow, so that both have the same places.
//
//   Twins twins = lower_twins(pack, names, flows, report);
//   twins["es"]["pause"].title
//
// Threads: pure. Failure: diagnostics; a twin with mistakes is left out.
#include <map>
#include <string>
#include <vector>

#include "script/lower.h"

namespace keel {

using Twins = std::map<std::string, std::map<std::string, Flow>>;

// A flow without mistakes: nothing is concluded from others.
struct Original {
  const FlowNode* node = nullptr;
  const Lowered* lowered = nullptr;
};

Twins lower_twins(const PackNodes& pack, const Names& names, const std::vector<Original>& originals,
                  Report& report);

}  // namespace keel
