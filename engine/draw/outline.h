#pragma once
// outline_of: a chart in words, for a terminal and for a screen reader: one numbered line a box,
// what a reply leads to indented under it, "see 4" where it goes on elsewhere.
//
//   std::cout << outline_of(chart_of(flow_node));
//
// Threads: pure.
#include <string>

#include "draw/chart.h"

namespace keel {

std::string outline_of(const Chart& chart);

}  // namespace keel
