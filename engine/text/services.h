#pragma once
// Text services: the little that this engine needs to know about Unicode. `services_icu.cpp`
// answers with ICU; a browser build may answer with its own tables. Nothing else in the engine may
// use ICU. Not for tokens and sentences: that is `text.h`.
//
//   std::string folded;
//   append_folded("Ｃａｆé", folded);  // "café"
//   class_of(U'é') == CharClass::letter
//
// Folding is Unicode NFKC_Casefold: case, width and ligatures are evened out, accents stay.
// Threads: pure functions. Failure: none; what cannot be folded is appended as it is.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace keel {

enum class CharClass : uint8_t {
  space,
  line_break,
  letter,    // combining marks too: they belong to the letter before them
  unspaced,  // a letter of a script written without spaces: Han, kana, Thai
  digit,
  apostrophe,    // ' and what phones and keyboards make of it
  sentence_end,  // . ! ? and their relatives
  symbol,        // kept as a token: $ % + and the currencies
  ampersand,
  emoji,
  emoji_part,  // skin tones and variation selectors: they belong to the emoji before them
  joiner,      // U+200D: glues emoji together, otherwise dropped
  ignored,     // control and zero-width characters: dropped from the text
  other,       // separates words, says nothing
};

CharClass class_of(char32_t code_point);
bool is_lower_case(char32_t code_point);

void append_folded(std::string_view utf8, std::string& out);
// The first letter in title case, the rest as it is: "mia" -> "Mia".
std::string capitalised(std::string_view utf8);
// That of this machine, by its name in the time zone database: "Europe/London"; empty: not known.
std::string this_time_zone();
// "Europe/London" is in "GB" (ISO 3166-1 alpha-2).
bool time_zone_is_in(std::string_view zone, std::string_view region);
// Where words begin inside a run of an unspaced script, in bytes, without 0 and without the end.
std::vector<uint32_t> inner_word_starts(std::string_view utf8);

}  // namespace keel
