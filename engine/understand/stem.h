#pragma once
// Stems: English words without their commonest endings, so that "texting", "texts" and "texted" are
// near each other. A light one: it need not be a word, only the same for related words.
// Threads: pure functions.
#include <string>
#include <string_view>

namespace keel {

std::string stem_of(std::string_view folded);

}  // namespace keel
