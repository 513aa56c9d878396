#pragma once
// The loops in which the intent model spends its time. Each adds element by element, so wider
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

// out[i] += x[n] * rows[n][i], for each n in turn.
void add_rows(float* out, const float* const* rows, const float* x, size_t count, size_t columns);

// sums[i] += steps[i]^2, then out[i] -= rate * steps[i] / sqrt(sums[i] + floor)
void descend(float* out, float* sums, const float* steps, float rate, float floor, size_t columns);

// Scores into shares that add up to 1: row[i] = exp(heat * row[i]) over the sum of these. The
// relative error of a share is below 1e-6.
void softmax(float* row, float heat, size_t columns);

// out[c] = row[c] / scale, to the nearest, halves upwards; |row[c] / scale| <= 127.
void round_row(int8_t* out, const float* row, float scale, size_t columns);

}  // namespace keel
