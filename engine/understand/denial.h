#pragma once
// Denial: intentions that are denied. "i dont want to text him" is no wish to text.
//
//   denied_intention(Text::read("i dont want to text him"))   // tokens 1 to 6
//
// Threads: pure functions. English.
#include "text/text.h"

namespace keel {

// "i dont want to ...", "not going to ...": what follows in the clause is not going to happen.
// Empty when no intention is denied.
TokenRange denied_intention(const Text& text);

// These words begin with an intention that a word before them denies.
bool is_denied(const Text& text, TokenRange tokens);

}  // namespace keel
