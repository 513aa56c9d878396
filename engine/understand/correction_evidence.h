#pragma once
// How a value stands in the person's words: as what replaces a thing that was said, or in passing.
// A value that stands there in passing corrects nothing.
//
//   "steff. with two f's"        is_alone     nothing else in its clause
//   "since eleven but whatever"  is_head      nothing else before it
//   "make that 5", "it was mia"  is_stated    led by words that put things right
//   "no i miss my girlfriend"    is_parallel  where the old one stood: "You miss your sister."
//   "no, not ray", "who's ray?"  denies       what was said is taken back
//
// Threads: pure functions. English.
#include <optional>
#include <string_view>

#include "text/text.h"

namespace keel {

TokenRange clause_of(const Text& text, uint32_t token);
bool is_alone(const Text& text, TokenRange value);
bool is_head(const Text& text, TokenRange value);
bool is_stated(const Text& text, TokenRange value);
// `said`: where the old value stands in what was said last.
bool is_parallel(const Text& text, TokenRange value, const Text& facts, TokenRange said);
// `word`: of the old value, folded.
bool denies(const Text& text, std::string_view word);
// Whether `denies` is what is done to this very value.
bool is_taken_back(const Text& text, TokenRange value);

// "he", "she" or "they" of any of their forms.
std::optional<std::string_view> pronoun_of(std::string_view word);

}  // namespace keel
