#pragma once
// The three loops in which the intent model spends its time. Each adds element by element, so wider
// machine instructions give the same bytes as narrow ones; no multiplication is fused with an
// addition. Rows are padded to `row_lanes` floats.
// Threads: pure functions.
#include <cstddef>
#include <cstdint>

namespace keel {

constexpr size_t row_lanes = 8;
constexpr size_t padded(size_t columns) {
  return (columns + row_lanes - 1) / row_lanes * row_lanes;
}

// out[i] += x * row[i]
void add_row(float* out, const float* row, float x, size_t columns);
void add_row(float* out, const int8_t* row, float x, size_t columns);

}  // namespace keel
