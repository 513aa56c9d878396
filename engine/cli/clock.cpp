#include "cli/clock.h"

#include <chrono>

namespace keel::cli {

Instant clock_now() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

std::string today() {
  return iso_date(clock_now());
}

}  // namespace keel::cli
