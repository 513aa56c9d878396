#include "understand/rows.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace keel {
namespace {

[[gnu::always_inline]] inline void add_any_row(float* __restrict out, const float* __restrict row,
                                               float x, size_t columns) {
  for (size_t i = 0; i < columns; i += row_lanes) {
    for (size_t lane = 0; lane < row_lanes; ++lane) out[i + lane] += x * row[i + lane];
  }
}

[[gnu::always_inline]] inline void add_any_packed(float* __restrict out,
                                                  const uint8_t* __restrict row, float x,
                                                  size_t columns) {
  for (size_t i = 0; i < columns; i += 2 * row_lanes, row += row_lanes) {
    for (size_t lane = 0; lane < row_lanes; ++lane)
      out[i + lane] += x * static_cast<float>(unpacked(row[lane], Half::lower));
    for (size_t lane = 0; lane < row_lanes; ++lane)
      out[i + row_lanes + lane] += x * static_cast<float>(unpacked(row[lane], Half::upper));
  }
}

// As many sums as fit in registers stay there while the rows go by. The compiler is told in its own
// vector types: left to itself it keeps an array of floats in memory.
using Lanes = float __attribute__((vector_size(row_lanes * sizeof(float))));

template <size_t groups>
[[gnu::always_inline]] inline void add_block(float* out, const float* const* rows, const float* x,
                                             size_t count, size_t at) {
  Lanes sums[groups];
  __builtin_memcpy(sums, out + at, sizeof sums);
  for (size_t n = 0; n < count; ++n) {
    const float* row = rows[n] + at;
    const float factor = x[n];
#pragma GCC unroll 8
    for (size_t i = 0; i < groups; ++i) {
      Lanes lanes;
      __builtin_memcpy(&lanes, row + i * row_lanes, sizeof lanes);
      sums[i] += factor * lanes;
    }
  }
  __builtin_memcpy(out + at, sums, sizeof sums);
}

[[gnu::always_inline]] inline void add_any_rows(float* out, const float* const* rows,
                                                const float* x, size_t count, size_t columns) {
  size_t at = 0;
  for (; at + 8 * row_lanes <= columns; at += 8 * row_lanes) add_block<8>(out, rows, x, count, at);
  for (; at + 4 * row_lanes <= columns; at += 4 * row_lanes) add_block<4>(out, rows, x, count, at);
  for (; at < columns; at += row_lanes) add_block<1>(out, rows, x, count, at);
}

[[gnu::always_inline]] inline void descend_any(float* __restrict out, float* __restrict sums,
                                               const float* __restrict steps, float rate,
                                               float floor, size_t columns) {
  for (size_t i = 0; i < columns; i += row_lanes) {
    for (size_t lane = i; lane < i + row_lanes; ++lane) {
      sums[lane] += steps[lane] * steps[lane];
      out[lane] -= rate * steps[lane] / std::sqrt(sums[lane] + floor);
    }
  }
}

// Of values up to 0. Taylor's series in Horner's form about the nearest power of two, which is put
// together from its bits; ln 2 in two parts, so that taking it away loses nothing.
[[gnu::always_inline]] inline void exp_of(Lanes& values) {
  using Whole = int32_t __attribute__((vector_size(row_lanes * sizeof(int32_t))));
  constexpr float least = -87.0F;
  const Lanes x = values < least ? Lanes{} + least : values;
  const Whole power = __builtin_convertvector(x * 1.44269504F - 0.5F, Whole);
  const Lanes k = __builtin_convertvector(power, Lanes);
  const Lanes r = (x - k * 0.693359375F) + k * 2.12194440e-4F;
  Lanes sum = 1.0F / 720 + r * (1.0F / 5040);
  sum = 1.0F / 120 + r * sum;
  sum = 1.0F / 24 + r * sum;
  sum = 1.0F / 6 + r * sum;
  sum = 0.5F + r * sum;
  sum = 1.0F + r * sum;
  sum = 1.0F + r * sum;
  const Whole bits = (power + 127) << 23;
  Lanes two_to_k;
  __builtin_memcpy(&two_to_k, &bits, sizeof two_to_k);
  values = sum * two_to_k;
}

[[gnu::always_inline]] inline void softmax_any(float* row, float heat, size_t columns) {
  const float top = *std::max_element(row, row + columns);
  Lanes sums = {};
  for (size_t i = 0; i < columns; i += row_lanes) {
    const size_t count = std::min(row_lanes, columns - i);
    Lanes lanes = Lanes{} - HUGE_VALF;
    __builtin_memcpy(&lanes, row + i, count * sizeof(float));
    lanes = (lanes - top) * heat;
    exp_of(lanes);
    __builtin_memcpy(row + i, &lanes, count * sizeof(float));
    for (size_t lane = 0; lane < count; ++lane) sums[lane] += lanes[lane];
  }
  float sum = 0;
  for (size_t lane = 0; lane < row_lanes; ++lane) sum += sums[lane];
  const float factor = 1 / sum;
  for (size_t i = 0; i < columns; ++i) row[i] *= factor;
}

// The four bits whose square, with their sign, is nearest by its root.
inline uint8_t rounded(float value) {
  const auto size = static_cast<int32_t>(std::sqrt(std::fabs(value)) + 0.5F);
  return static_cast<uint8_t>(value < 0 ? -size : size) & 0xFU;
}

#if defined(__x86_64__) && defined(__GNUC__)
[[gnu::target("avx2"), gnu::optimize("O3", "fp-contract=off")]] void add_wide(float* out,
                                                                              const float* row,
                                                                              float x,
                                                                              size_t columns) {
  add_any_row(out, row, x, columns);
}
[[gnu::target("avx2"), gnu::optimize("O3", "fp-contract=off")]] void add_wide_packed(
    float* out, const uint8_t* row, float x, size_t columns) {
  add_any_packed(out, row, x, columns);
}
[[gnu::target("avx2"), gnu::optimize("O3", "fp-contract=off")]] void add_wide_rows(
    float* out, const float* const* rows, const float* x, size_t count, size_t columns) {
  add_any_rows(out, rows, x, count, columns);
}
[[gnu::target("avx2"), gnu::optimize("O3", "fp-contract=off", "no-math-errno")]] void descend_wide(
    float* out, float* sums, const float* steps, float rate, float floor, size_t columns) {
  descend_any(out, sums, steps, rate, floor, columns);
}
[[gnu::target("avx2"), gnu::optimize("O3", "fp-contract=off")]] void softmax_wide(float* row,
                                                                                  float heat,
                                                                                  size_t columns) {
  softmax_any(row, heat, columns);
}
bool has_wide() {
  static const bool wide = __builtin_cpu_supports("avx2") != 0;
  return wide;
}
#else
void add_wide(float* out, const float* row, float x, size_t columns) {
  add_any_row(out, row, x, columns);
}
void add_wide_packed(float* out, const uint8_t* row, float x, size_t columns) {
  add_any_packed(out, row, x, columns);
}
void add_wide_rows(float* out, const float* const* rows, const float* x, size_t count,
                   size_t columns) {
  add_any_rows(out, rows, x, count, columns);
}
void descend_wide(float* out, float* sums, const float* steps, float rate, float floor,
                  size_t columns) {
  descend_any(out, sums, steps, rate, floor, columns);
}
void softmax_wide(float* row, float heat, size_t columns) {
  softmax_any(row, heat, columns);
}
constexpr bool has_wide() {
  return false;
}
#endif

}  // namespace

void add_row(float* out, const float* row, float x, size_t columns) {
  if (has_wide()) return add_wide(out, row, x, columns);
  add_any_row(out, row, x, columns);
}

void add_packed_row(float* out, const uint8_t* row, float x, size_t columns) {
  if (has_wide()) return add_wide_packed(out, row, x, columns);
  add_any_packed(out, row, x, columns);
}

void add_rows(float* out, const float* const* rows, const float* x, size_t count, size_t columns) {
  if (has_wide()) return add_wide_rows(out, rows, x, count, columns);
  add_any_rows(out, rows, x, count, columns);
}

void descend(float* out, float* sums, const float* steps, float rate, float floor, size_t columns) {
  if (has_wide()) return descend_wide(out, sums, steps, rate, floor, columns);
  descend_any(out, sums, steps, rate, floor, columns);
}

void softmax(float* row, float heat, size_t columns) {
  if (columns == 0) return;
  if (has_wide()) return softmax_wide(row, heat, columns);
  softmax_any(row, heat, columns);
}

void pack_row(uint8_t* out, const float* row, float scale, size_t columns) {
  for (size_t i = 0; i < columns; i += 2 * row_lanes) {
    for (size_t lane = 0; lane < row_lanes; ++lane) {
      const uint8_t lower = rounded(row[i + lane] / scale);
      const uint8_t upper = rounded(row[i + row_lanes + lane] / scale);
      *out++ = static_cast<uint8_t>(lower | upper << 4U);
    }
  }
}

}  // namespace keel
