#pragma once
// built_in: the engine's own words, which stand in no script: what is said at a risk when nothing
// else can be, cards as text, and what slots turn into. Most are got from the functions that say
// them, so that a reworded engine is a changed line here. Threads: pure.
#include "review/inventory.h"

namespace keel {

void add_built_in(Inventory& inventory, const std::string& language);
void add_help_lines(const std::vector<HelpLine>& lines, const std::string& path,
                    const std::string& language, Inventory& inventory);

}  // namespace keel
