#pragma once
// Lengths of time as people type them, at one place of a message: "2yrs", "a year and a half",
// "half an hour", "1 hr 20", "a couple of weeks". Vague ones ("a few days") are none. English.
//
//   duration_at(Text::read("my gf of 2 yrs"), 3)->iso == "P2Y"
//
// Canonical form: ISO 8601 with one unit, PT..M, PT..H, P..D, P..W, P..M or P..Y.
// Threads: pure functions.
#include <cstdint>
#include <optional>
#include <string>

#include "text/text.h"

namespace keel {

struct DurationAt {
  std::string iso;
  uint32_t tokens = 0;
};

std::optional<DurationAt> duration_at(const Text& text, uint32_t index);

enum class TimeUnit : uint8_t { minute, hour, day, week, month, year };
std::optional<TimeUnit> time_unit_of(std::string_view word);

}  // namespace keel
