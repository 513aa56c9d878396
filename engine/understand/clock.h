#pragma once
// Times of day and days as people type them, at one place of a message: "9pm", "half 8", "3 in the
// morning", "noon"; "yesterday", "last tuesday", "12 may", "3 weeks ago". English; days before
// months in "12/05".
// Threads: pure functions.
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/time.h"
#include "text/text.h"

namespace keel {

struct ClockAt {
  int32_t hour = 0;  // 0..23
  int32_t minute = 0;
  bool sure = false;  // morning or evening was said; otherwise `hour` is as said, 1..12 or 24-hour
  uint32_t tokens = 0;
};

std::optional<ClockAt> clock_at(const Text& text, uint32_t index);

enum class DayPart : uint8_t { none, morning, afternoon, evening, night };

struct DayAt {
  int64_t day_number = 0;  // local
  DayPart part = DayPart::none;
  uint32_t tokens = 0;
};

// A day, before or after `today`; `today` is LocalTime::day_number.
std::optional<DayAt> day_at(const Text& text, uint32_t index, int64_t today);

std::optional<int32_t> weekday_of(std::string_view word);  // 0 Monday .. 6 Sunday
std::optional<int32_t> month_of(std::string_view word);    // 1..12
int32_t hour_of(DayPart part);

}  // namespace keel
