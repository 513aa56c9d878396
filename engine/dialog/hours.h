#pragma once
// hours: whether a help line answers at a moment, from its hours as the data tells them. Not for
// choosing lines (help_lines.h).
//
//   answers_at("Mon-Fri 09:00-17:00; Sat", local) == Answers::no on a Sunday
//
// Read are "24/7", days ("daily", "weekdays", "Mon-Sat", "Sun") and times ("16:00-21:00", past
// midnight too), in any order; parts are set apart by commas or semicolons. What is told in other
// words is not known. Times are those of the person's own clock. Threads: pure functions.
#include <cstdint>
#include <string_view>

#include "base/time.h"

namespace keel {

enum class Answers : uint8_t { unknown, yes, no };

Answers answers_at(std::string_view hours, const LocalTime& local);

}  // namespace keel
