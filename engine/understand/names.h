#pragma once
// What may be a name and how it is written. Not a list of names: any word may be one that is not a
// common word of another kind.
// Threads: pure functions.
#include <string>
#include <string_view>

#include "text/text.h"

namespace keel {

bool may_be_name(std::string_view folded);
// With capitals: "mia" -> "Mia", "anna-lena" -> "Anna-Lena", "McKay" as typed.
std::string name_of_tokens(const Text& text, TokenRange range);

}  // namespace keel
