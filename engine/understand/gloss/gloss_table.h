#pragma once
// The bytes of vectors.bin, as `table.S` puts them into the program.
#include <cstdint>
#include <span>

extern "C" {
extern const uint8_t keel_gloss_table[];
extern const uint8_t keel_gloss_table_end[];
}

namespace keel {

inline std::span<const uint8_t> gloss_table() {
  return {keel_gloss_table, keel_gloss_table_end};
}

}  // namespace keel
