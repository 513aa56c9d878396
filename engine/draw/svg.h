#pragma once
// svg_of: a drawing as one SVG file that needs nothing beside it: system fonts, light and dark by
// the reader's own setting, a title and a description for screen readers. The same drawing gives
// the same bytes.
//
//   std::ofstream("pause.svg") << svg_of(drawing);
//
// Threads: pure.
#include <string>

#include "draw/drawing.h"

namespace keel {

std::string svg_of(const Drawing& drawing);

}  // namespace keel
