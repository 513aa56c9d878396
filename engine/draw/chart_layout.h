#pragma once
// drawing_of: a chart laid out from top to bottom. A script's blocks nest, so that the picture can
// nest too: what a reply leads to stands in a column under it, the columns of one question stand
// side by side in the order in which they were written, and their wires meet again below. No wire
// ever crosses a box or another wire, and a writer finds the replies where the script has them;
// a general layered drawing can promise neither. A jump to another part is a box that names it and
// links to it. The parts are set in as many columns as make a page of good shape.
//
//   Drawing drawing = drawing_of(chart_of(flow_node));
//
// Threads: pure.
#include "draw/chart.h"
#include "draw/drawing.h"

namespace keel {

Drawing drawing_of(const Chart& chart);

}  // namespace keel
