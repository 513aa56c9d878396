#include "understand/rows.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace keel {
namespace {

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

// Bytes of which each holds four bits.
using Bytes = int8_t __attribute__((vector_size(2 * row_lanes)));

// Of the first eight of `roots`, each four bits in a byte.
[[gnu::always_inline]] inline void add_squares(Lanes& sums, float factor, Bytes roots) {
  using FewBytes = int8_t __attribute__((vector_size(row_lanes)));
  using Whole = int32_t __attribute__((vector_size(row_lanes * sizeof(int32_t))));
  Bytes squares;
  __builtin_memcpy(&squares, signed_squares, sizeof squares);
  Bytes found;
#if __has_builtin(__builtin_shuffle)
  found = __builtin_shuffle(squares, roots);
#else
  for (size_t i = 0; i < sizeof found; ++i) found[i] = squares[roots[i]];
#endif
  FewBytes first;
  __builtin_memcpy(&first, &found, sizeof first);
  sums += factor * __builtin_convertvector(__builtin_convertvector(first, Whole), Lanes);
}

template <size_t groups>
[[gnu::always_inline]] inline void add_packed_block(float* out, const uint8_t* const* rows,
                                                    const float* x, size_t count, size_t at) {
  using Bits = uint64_t __attribute__((vector_size(sizeof(Bytes))));
  Lanes sums[2 * groups];
  __builtin_memcpy(sums, out + at, sizeof sums);
  for (size_t n = 0; n < count; ++n) {
    const uint8_t* row = rows[n] + packed_bytes(at);
    const float factor = x[n];
#pragma GCC unroll 4
    for (size_t i = 0; i < groups; ++i) {
      Bits bits = {};
      __builtin_memcpy(&bits, row + i * row_lanes, row_lanes);
      add_squares(sums[2 * i], factor, reinterpret_cast<Bytes>(bits) & 0xF);
      add_squares(sums[2 * i + 1], factor, reinterpret_cast<Bytes>(bits >> 4) & 0xF);
    }
  }
  __builtin_memcpy(out + at, sums, sizeof sums);
}

[[gnu::always_inline]] inline void add_any_packed(float* out, const uint8_t* const* rows,
                                                  const float* x, size_t count, size_t columns) {
  constexpr size_t pair = 2 * row_lanes;
  size_t at = 0;
  for (; at + 4 * pair <= columns; at += 4 * pair) add_packed_block<4>(out, rows, x, count, at);
  for (; at + 2 * pair <= columns; at += 2 * pair) add_packed_block<2>(out, rows, x, count, at);
  for (; at < columns; at += pair) add_packed_block<1>(out, rows, x, count, at);
}

template <size_t groups>
[[gnu::always_inline]] inline void add_block_to(float* const* rows, const float* x, size_t count,
                                                const float* values, size_t at) {
  Lanes added[groups];
  __builtin_memcpy(added, values + at, sizeof added);
  for (size_t n = 0; n < count; ++n) {
    float* row = rows[n] + at;
    const float factor = x[n];
#pragma GCC unroll 8
    for (size_t i = 0; i < groups; ++i) {
      Lanes lanes;
      __builtin_memcpy(&lanes, row + i * row_lanes, sizeof lanes);
      lanes += factor * added[i];
      __builtin_memcpy(row + i * row_lanes, &lanes, sizeof lanes);
    }
  }
}

[[gnu::always_inline]] inline void add_to_any_rows(float* const* rows, const float* x, size_t count,
                                                   const float* values, size_t columns) {
  size_t at = 0;
  for (; at + 8 * row_lanes <= columns; at += 8 * row_lanes)
    add_block_to<8>(rows, x, count, values, at);
  for (; at + 4 * row_lanes <= columns; at += 4 * row_lanes)
    add_block_to<4>(rows, x, count, values, at);
  for (; at < columns; at += row_lanes) add_block_to<1>(rows, x, count, values, at);
}

[[gnu::always_inline]] inline void descend_any(float* __restrict out, float* __restrict sums,
                                               const float* __restrict steps, float rate,
                                               float floor, size_t columns) {
  for (size_t i = 0; i < columns; ++i) {
    sums[i] += steps[i] * steps[i];
    out[i] -= rate * steps[i] / std::sqrt(sums[i] + floor);
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

[[gnu::always_inline]] inline float sum_of(const Lanes& lanes) {
  float sum = 0;
  for (size_t lane = 0; lane < row_lanes; ++lane) sum += lanes[lane];
  return sum;
}

// The columns that fill no whole lanes come after the others, with lanes that add nothing.
[[gnu::always_inline]] inline void softmax_any(float* row, float heat, size_t columns) {
  const size_t whole = columns / row_lanes * row_lanes;
  const size_t rest = (columns - whole) * sizeof(float);
  Lanes last = Lanes{} - HUGE_VALF;
  __builtin_memcpy(&last, row + whole, rest);
  Lanes tops = last;
  for (size_t i = 0; i < whole; i += row_lanes) {
    Lanes lanes;
    __builtin_memcpy(&lanes, row + i, sizeof lanes);
    tops = lanes > tops ? lanes : tops;
  }
  float top = tops[0];
  for (size_t lane = 1; lane < row_lanes; ++lane) top = std::max(top, tops[lane]);
  Lanes sums = {};
  for (size_t i = 0; i < whole; i += row_lanes) {
    Lanes lanes;
    __builtin_memcpy(&lanes, row + i, sizeof lanes);
    lanes = (lanes - top) * heat;
    exp_of(lanes);
    __builtin_memcpy(row + i, &lanes, sizeof lanes);
    sums += lanes;
  }
  last = (last - top) * heat;
  exp_of(last);
  __builtin_memcpy(row + whole, &last, rest);
  for (size_t lane = 0; lane < columns - whole; ++lane) sums[lane] += last[lane];
  const float factor = 1 / sum_of(sums);
  for (size_t i = 0; i < columns; ++i) row[i] *= factor;
}

[[gnu::always_inline]] inline float square_any(const float* row, size_t columns) {
  Lanes sums = {};
  for (size_t i = 0; i < columns; i += row_lanes) {
    Lanes lanes;
    __builtin_memcpy(&lanes, row + i, sizeof lanes);
    sums += lanes * lanes;
  }
  return sum_of(sums);
}

// For each value the four bits whose square, with their sign, is nearest by its root.
[[gnu::always_inline]] inline void pack_any(uint8_t* __restrict out, const float* __restrict row,
                                            float scale, size_t columns) {
  for (size_t i = 0; i < columns; i += 2 * row_lanes, out += row_lanes) {
    int32_t roots[2 * row_lanes];
    for (size_t lane = 0; lane < 2 * row_lanes; ++lane) {
      const float value = row[i + lane] / scale;
      const auto size = static_cast<int32_t>(std::sqrt(std::fabs(value)) + 0.5F);
      roots[lane] = (value < 0 ? -size : size) & 0xF;
    }
    for (size_t lane = 0; lane < row_lanes; ++lane)
      out[lane] = static_cast<uint8_t>(roots[lane] | roots[row_lanes + lane] << 4);
  }
}

#if defined(__x86_64__) && defined(__GNUC__)
[[gnu::target("avx2"), gnu::optimize("O3", "fp-contract=off")]] void add_wide_packed(
    float* out, const uint8_t* const* rows, const float* x, size_t count, size_t columns) {
  add_any_packed(out, rows, x, count, columns);
}
[[gnu::target("avx2"), gnu::optimize("O3", "fp-contract=off")]] void add_wide_rows(
    float* out, const float* const* rows, const float* x, size_t count, size_t columns) {
  add_any_rows(out, rows, x, count, columns);
}
[[gnu::target("avx2"), gnu::optimize("O3", "fp-contract=off")]] void add_to_wide_rows(
    float* const* rows, const float* x, size_t count, const float* values, size_t columns) {
  add_to_any_rows(rows, x, count, values, columns);
}
[[gnu::target("avx2"), gnu::optimize("O3", "fp-contract=off")]] void descend_wide(
    float* out, float* sums, const float* steps, float rate, float floor, size_t columns) {
  descend_any(out, sums, steps, rate, floor, columns);
}
[[gnu::target("avx2"), gnu::optimize("O3", "fp-contract=off")]] void softmax_wide(float* row,
                                                                                  float heat,
                                                                                  size_t columns) {
  softmax_any(row, heat, columns);
}
[[gnu::target("avx2"), gnu::optimize("O3", "fp-contract=off")]] float square_wide(const float* row,
                                                                                  size_t columns) {
  return square_any(row, columns);
}
[[gnu::target("avx2"), gnu::optimize("O3", "fp-contract=off")]] void pack_wide(uint8_t* out,
                                                                               const float* row,
                                                                               float scale,
                                                                               size_t columns) {
  pack_any(out, row, scale, columns);
}
bool has_wide() {
  static const bool wide = __builtin_cpu_supports("avx2") != 0;
  return wide;
}
#else
void add_wide_packed(float* out, const uint8_t* const* rows, const float* x, size_t count,
                     size_t columns) {
  add_any_packed(out, rows, x, count, columns);
}
void add_wide_rows(float* out, const float* const* rows, const float* x, size_t count,
                   size_t columns) {
  add_any_rows(out, rows, x, count, columns);
}
void add_to_wide_rows(float* const* rows, const float* x, size_t count, const float* values,
                      size_t columns) {
  add_to_any_rows(rows, x, count, values, columns);
}
void descend_wide(float* out, float* sums, const float* steps, float rate, float floor,
                  size_t columns) {
  descend_any(out, sums, steps, rate, floor, columns);
}
void softmax_wide(float* row, float heat, size_t columns) {
  softmax_any(row, heat, columns);
}
float square_wide(const float* row, size_t columns) {
  return square_any(row, columns);
}
void pack_wide(uint8_t* out, const float* row, float scale, size_t columns) {
  pack_any(out, row, scale, columns);
}
constexpr bool has_wide() {
  return false;
}
#endif

}  // namespace

int packed_sum(const uint8_t* row, size_t columns) {
  int sum = 0;
  for (size_t i = 0; i < packed_bytes(columns); ++i)
    sum += unpacked(row[i], Half::lower) + unpacked(row[i], Half::upper);
  return sum;
}

void add_packed_rows(float* out, const uint8_t* const* rows, const float* x, size_t count,
                     size_t columns) {
  if (has_wide()) return add_wide_packed(out, rows, x, count, columns);
  add_any_packed(out, rows, x, count, columns);
}

void add_rows(float* out, const float* const* rows, const float* x, size_t count, size_t columns) {
  if (has_wide()) return add_wide_rows(out, rows, x, count, columns);
  add_any_rows(out, rows, x, count, columns);
}

void add_to_rows(float* const* rows, const float* x, size_t count, const float* values,
                 size_t columns) {
  if (has_wide()) return add_to_wide_rows(rows, x, count, values, columns);
  add_to_any_rows(rows, x, count, values, columns);
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

float square_of(const float* row, size_t columns) {
  return has_wide() ? square_wide(row, columns) : square_any(row, columns);
}

void pack_row(uint8_t* out, const float* row, float scale, size_t columns) {
  if (has_wide()) return pack_wide(out, row, scale, columns);
  pack_any(out, row, scale, columns);
}

}  // namespace keel
