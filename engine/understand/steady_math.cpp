#include "understand/steady_math.h"

#include <bit>
#include <cstdint>

namespace keel {
namespace {

constexpr double ln2 = 0.69314718055994530942;

}  // namespace

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
