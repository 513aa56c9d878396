#pragma once
// A second thing that one message asks for, in words of its own. Two guesses about the same words
// are a doubt, not two wishes; two things stand in two parts of the message:
//
//   "i want to text him. and can we do the breathing one"   patterns fit in both parts
//   "she is with someone new, also i cant settle"            `addition_in` is where "also" stands;
//                                                            the parts are then read by themselves
//
// Threads: pure functions. English.
#include <span>

#include "text/text.h"
#include "understand/understanding.h"

namespace keel {

// `guesses`: best first. Null: patterns tell of one thing, or of none.
const IntentGuess* second_by_patterns(const Text& text, std::span<const IntentGuess> guesses);
// The token with which the message goes on to something else; its size when it does not.
uint32_t addition_in(const Text& text);

}  // namespace keel
