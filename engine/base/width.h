#pragma once
// Width: how many columns a text takes in a terminal, so that a caret stands under what it means.
// Wide East Asian letters and emoji take two, marks that join the letter before them take none.
//
//   const size_t columns = display_width("日本");  // 4
//
// Covers what people write into scripts; a terminal that draws a rare sign otherwise shifts the
// caret by a column. Threads: pure. Failure: a byte that is no UTF-8 takes one column.
// Source: Unicode Standard Annex 11, East Asian Width.
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace keel {

// The code point that begins at `at`, and how many bytes it has; a wrong byte is U+FFFD, one byte.
struct CodePoint {
  char32_t value = 0xFFFD;
  uint32_t bytes = 1;
};
CodePoint code_point_at(std::string_view text, size_t at);

size_t display_width(std::string_view text);

}  // namespace keel
