#pragma once
// Meaning: where a message's words point together, as `gloss/` knows them. Beside the features of
// its letters, the intent model sees it as so many numbers. Threads: pure functions.
#include <span>
#include <vector>

#include "text/text.h"
#include "understand/gloss/gloss.h"

namespace keel {

// The sum of the words' directions, of length 1; all 0 when no word is known.
using Meaning = GlossSum;
Meaning meaning_of(const Text& text);

// What each token adds to it: the sum over the tokens is the meaning.
std::vector<Meaning> meaning_by_token(const Text& text);

}  // namespace keel
