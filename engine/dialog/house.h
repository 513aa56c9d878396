#pragma once
// house: what works at every question: back, skip, repeat, why, restart, park, stop, corrections.
// The wording stands in the house flows; here is what their `do` lines do. Internal.
#include <string>

#include "dialog/run.h"
#include "dialog/steps.h"

namespace keel {

// Begins the house flow on top of whatever is open. False: the pack has no such flow.
bool start_house(Run& run, const std::string& flow);

void do_house(Run& run, Do::Action action);

// "No, it was four days", "I meant 8": puts the corrected value where the old one stood. False:
// nothing known fits, so it is no correction of anything.
bool apply_correction(Run& run, const Correction& correction);

// Everything that is known about the person, as a list in words.
void show_known(Run& run);

}  // namespace keel
