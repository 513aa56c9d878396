#include "understand/steady_math.h"

#include <bit>
#include <cstdint>

namespace keel {
namespace {

constexpr double ln2 = 0.69314718055994530942;

double power_of_two(int64_t exponent) {
  return std::bit_cast<double>(static_cast<uint64_t>(exponent + 1023) << 52U);
}

}  // namespace

double steady_exp(double x) {
  if (x < -700) return 0;
  if (x > 700) x = 700;
  const auto k = static_cast<int64_t>(x / ln2 + (x < 0 ? -0.5 : 0.5));
  const double r = x - static_cast<double>(k) * ln2;  // |r| <= ln2 / 2
  // Taylor's series in Horner's form, with the reciprocals worked out beforehand.
  constexpr double inverse[] = {0,       1.0,     1.0 / 2, 1.0 / 3,  1.0 / 4,  1.0 / 5,  1.0 / 6,
                                1.0 / 7, 1.0 / 8, 1.0 / 9, 1.0 / 10, 1.0 / 11, 1.0 / 12, 1.0 / 13};
  double sum = 1;
  for (int i = 13; i >= 1; --i) sum = 1 + sum * r * inverse[i];
  return sum * power_of_two(k);
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
