#pragma once
// twin_lines: flows in another language, line beside line of their originals. The branches and
// steps around them stay in the language of the scripts. Internal. Threads: pure.
#include "review/inventory.h"

namespace keel {

// Adds a FlowReview for each twin of the pack; those with mistakes are left out, as they are when
// the pack is compiled.
void add_twin_lines(const PackNodes& pack, Inventory& inventory);

}  // namespace keel
