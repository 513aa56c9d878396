#pragma once
// labels: a name for each instruction of a flow that something leads to. Internal to `canonical`.
//
//   std::vector<std::string> labels = labels_of(flow);
//   json["to"] = labels[jump.to];   // "after", "pause_length:skipped", "start/if-2:else"
//
// A part's own name comes first; else the first instruction that leads there gives the name.
// Threads: pure.
#include <string>
#include <vector>

#include "dialog/program.h"

namespace keel::canonical {

// One per instruction; empty where nothing leads.
std::vector<std::string> labels_of(const Flow& flow);

}  // namespace keel::canonical
