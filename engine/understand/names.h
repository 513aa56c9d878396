#pragma once
// What may be a name and how it is written. Any word may be one that is not a common word of
// another kind; inside a sentence and in lower case only the commonest given names are believed.
// Threads: pure functions.
#include <string>
#include <string_view>

#include "text/text.h"

namespace keel {

bool may_be_name(std::string_view folded);
// One of the common given names that are no everyday word.
bool is_given_name(std::string_view folded);
// With capitals: "mia" -> "Mia", "anna-lena" -> "Anna-Lena", "McKay" as typed.
// "Lucas's" without its ending; other words as they are.
std::string_view without_possessive(std::string_view typed);
std::string name_of_tokens(const Text& text, TokenRange range);

}  // namespace keel
