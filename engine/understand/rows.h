#pragma once
// The loops in which the intent model spends its time. Each adds element by element, so wider
// machine instructions give the same bytes as narrow ones; no multiplication is fused with an
// addition. Rows are padded, so that `columns` is of `padded`.
// Threads: pure functions.
#include <cstddef>
#include <cstdint>

namespace keel {

constexpr size_t row_lanes = 8;
constexpr size_t padded(size_t columns) {
  constexpr size_t whole = 2 * row_lanes;  // of a packed row
  return (columns + whole - 1) / whole * whole;
}

// A packed row holds weights in four bits each, two in a byte: of every sixteen columns, byte
// `lane` has column `lane` in its lower half and column `lane + 8` in its upper one. Four bits say
// -7 to 7 and stand for the square with that sign, so that steps are finest near nothing, where
// most weights lie.
constexpr int packed_max = 49;
constexpr size_t packed_bytes(size_t columns) {
  return columns / 2;
}
constexpr int8_t signed_squares[16] = {0,   1,   4,   9,   16,  25, 36, 49,
                                       -64, -49, -36, -25, -16, -9, -4, -1};
enum class Half : uint8_t { lower = 0, upper = 4 };  // how far its bits stand from the right
constexpr int unpacked(uint8_t byte, Half half) {
  return signed_squares[byte >> static_cast<unsigned>(half) & 0xFU];
}

// Where a column stands in a packed row.
struct PackedPlace {
  size_t byte = 0;
  Half half = Half::lower;
};
constexpr PackedPlace packed_place(size_t column) {
  const bool lower = column % (2 * row_lanes) < row_lanes;
  return {column / (2 * row_lanes) * row_lanes + column % row_lanes,
          lower ? Half::lower : Half::upper};
}
constexpr int packed_at(const uint8_t* row, PackedPlace place) {
  return unpacked(row[place.byte], place.half);
}

// The sum of a packed row; what pads it is 0.
int packed_sum(const uint8_t* row, size_t columns);

// out[i] += x[n] * rows[n][i], for each packed row n in turn.
void add_packed_rows(float* out, const uint8_t* const* rows, const float* x, size_t count,
                     size_t columns);

// out[i] += x[n] * rows[n][i], for each n in turn.
void add_rows(float* out, const float* const* rows, const float* x, size_t count, size_t columns);

// rows[n][i] += x[n] * values[i]; no row twice.
void add_to_rows(float* const* rows, const float* x, size_t count, const float* values,
                 size_t columns);

// sums[i] += steps[i]^2, then out[i] -= rate * steps[i] / sqrt(sums[i] + floor)
void descend(float* out, float* sums, const float* steps, float rate, float floor, size_t columns);

// The sum of row[i]^2.
float square_of(const float* row, size_t columns);

// Scores into shares that add up to 1: row[i] = exp(heat * row[i]) over the sum of these. The
// relative error of a share is below 1e-6.
void softmax(float* row, float heat, size_t columns);

// out[c] = row[c] / scale, to the nearest step; |row[c] / scale| <= packed_max.
void pack_row(uint8_t* out, const float* row, float scale, size_t columns);

}  // namespace keel
