#pragma once
// The real time, read only here. Threads: any.
#include <string>

#include "base/time.h"

namespace keel::cli {

Instant clock_now();
std::string today();  // ISO date, UTC

}  // namespace keel::cli
