#pragma once
// drawing_of: the map of a pack. Each folder is a panel of cards; a card says in words where its
// flow leads and what leads to it, so that no line has to be followed; the lines show the rest at a
// glance and stand out for the card that is pointed at. Cards stand near what they are linked to
// (the barycentre of their neighbours).
// Source: K. Sugiyama, S. Tagawa, M. Toda, "Methods for Visual Understanding of Hierarchical System
// Structures" (1981), for the order within a column.
//
//   Drawing drawing = drawing_of(pack_map_of(front.pack, false));
//
// Threads: pure.
#include "draw/drawing.h"
#include "draw/pack_map.h"

namespace keel {

Drawing drawing_of(const PackMap& map);

}  // namespace keel
