#include "understand/steady_math.h"

#include <bit>
#include <cstddef>
#include <cstdint>

namespace keel {
namespace {

constexpr double ln2 = 0.69314718055994530942;

// Four at a time, in the compiler's own vector types; without a branch.
constexpr size_t lanes = 4;
using Doubles = double __attribute__((vector_size(lanes * sizeof(double))));
using Ints = int32_t __attribute__((vector_size(lanes * sizeof(int32_t))));
using Longs = int64_t __attribute__((vector_size(lanes * sizeof(int64_t))));

[[gnu::always_inline]] inline void exp_lanes(double* values) {
  // Taylor's series in Horner's form, with the reciprocals worked out beforehand.
  constexpr double inverse[] = {0,       1.0,     1.0 / 2, 1.0 / 3,  1.0 / 4,  1.0 / 5,  1.0 / 6,
                                1.0 / 7, 1.0 / 8, 1.0 / 9, 1.0 / 10, 1.0 / 11, 1.0 / 12, 1.0 / 13};
  const Doubles zero = {};
  Doubles given;
  __builtin_memcpy(&given, values, sizeof given);
  Doubles x = given < zero - 700 ? zero - 700 : given;
  x = x > zero + 700 ? zero + 700 : x;
  const Doubles half = x < zero ? zero - 0.5 : zero + 0.5;
  const Ints k = __builtin_convertvector(x / ln2 + half, Ints);
  const Doubles r = x - __builtin_convertvector(k, Doubles) * ln2;  // |r| <= ln2 / 2
  Doubles sum = zero + 1;
#pragma GCC unroll 13
  for (int term = 13; term >= 1; --term) sum = 1 + sum * r * inverse[term];
  // Two to the power of k, put together from its bits.
  const Longs bits = (__builtin_convertvector(k, Longs) + 1023) << 52;
  Doubles power;
  __builtin_memcpy(&power, &bits, sizeof power);
  const Doubles result = given < zero - 700 ? zero : sum * power;
  __builtin_memcpy(values, &result, sizeof result);
}

#if defined(__x86_64__) && defined(__GNUC__)
[[gnu::target("avx2"), gnu::optimize("O3", "fp-contract=off")]] void exp_wide(double* x) {
  for (size_t i = 0; i < 8; i += lanes) exp_lanes(x + i);
}
bool has_wide() {
  static const bool wide = __builtin_cpu_supports("avx2") != 0;
  return wide;
}
#else
void exp_wide(double* x) {
  for (size_t i = 0; i < 8; i += lanes) exp_lanes(x + i);
}
constexpr bool has_wide() {
  return false;
}
#endif

}  // namespace

void steady_exp_of_eight(double* x) {
  if (has_wide()) return exp_wide(x);
  for (size_t i = 0; i < 8; i += lanes) exp_lanes(x + i);
}

double steady_exp(double x) {
  double all[lanes] = {x};
  exp_lanes(all);
  return all[0];
}

double steady_log(double x) {
  const auto bits = std::bit_cast<uint64_t>(x);
  auto exponent = static_cast<int64_t>((bits >> 52U) & 0x7FFU) - 1023;
  double m = std::bit_cast<double>((bits & 0xFFFFFFFFFFFFFULL) | 0x3FF0000000000000ULL);
  if (m > 1.4142135623730951) {
    m /= 2;
    ++exponent;
  }
  // ln m = 2 artanh((m - 1) / (m + 1)), a quickly converging odd series for m near 1.
  const double t = (m - 1) / (m + 1);
  const double t2 = t * t;
  double sum = 0;
  for (int i = 21; i >= 1; i -= 2) sum = sum * t2 + 1.0 / i;
  return 2 * t * sum + static_cast<double>(exponent) * ln2;
}

}  // namespace keel
