#pragma once
// second_intent: a second thing that one message asks for, in words of its own: "i want to text
// him. and can we do the breathing one". Only what patterns say of two parts of the message: two
// guesses of the model about the same words are a doubt, not two wishes.
// Threads: pure functions. English.
#include "text/text.h"
#include "understand/understanding.h"

namespace keel {

// Null: there is one thing, or none.
const IntentGuess* second_intent(const Text& text, const Understanding& understood);

}  // namespace keel
