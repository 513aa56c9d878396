#pragma once
// UTF-8, one code point at a time. Invalid bytes read as U+FFFD, one per maximal broken piece, as
// the Unicode Standard (3.9, "U+FFFD Substitution of Maximal Subparts") recommends.
// Threads: pure functions. Failure: none.
#include <cstdint>
#include <string>
#include <string_view>

namespace keel {

constexpr char32_t replacement_character = 0xFFFD;

struct CodePoint {
  char32_t value = replacement_character;
  uint32_t bytes = 1;  // how many bytes of the input it took
};

// `at` must be below the size of `bytes`.
CodePoint read_code_point(std::string_view bytes, size_t at);
void append_code_point(char32_t value, std::string& out);

constexpr bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace keel
