#include "understand/rows.h"

namespace keel {
namespace {

template <class Element>
[[gnu::always_inline]] inline void add_any_row(float* __restrict out, const Element* __restrict row,
                                               float x, size_t columns) {
  for (size_t i = 0; i < columns; i += row_lanes) {
    for (size_t lane = 0; lane < row_lanes; ++lane) {
      out[i + lane] += x * static_cast<float>(row[i + lane]);
    }
  }
}

#if defined(__x86_64__) && defined(__GNUC__)
[[gnu::target("avx2"), gnu::optimize("O3", "fp-contract=off")]] void add_wide(float* out,
                                                                              const float* row,
                                                                              float x,
                                                                              size_t columns) {
  add_any_row(out, row, x, columns);
}
[[gnu::target("avx2"), gnu::optimize("O3", "fp-contract=off")]] void add_wide(float* out,
                                                                              const int8_t* row,
                                                                              float x,
                                                                              size_t columns) {
  add_any_row(out, row, x, columns);
}
bool has_wide() {
  static const bool wide = __builtin_cpu_supports("avx2") != 0;
  return wide;
}
#else
template <class Element>
void add_wide(float* out, const Element* row, float x, size_t columns) {
  add_any_row(out, row, x, columns);
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

void add_row(float* out, const int8_t* row, float x, size_t columns) {
  if (has_wide()) return add_wide(out, row, x, columns);
  add_any_row(out, row, x, columns);
}

}  // namespace keel
