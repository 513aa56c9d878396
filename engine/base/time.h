#pragma once
// Time as data: the engine reads no clock. An Instant is milliseconds since 1970 UTC; local civil
// time is the instant plus the person's offset from UTC in minutes, which comes in with each event.
// Source of the calendar arithmetic: H. Hinnant, "chrono-compatible low-level date algorithms".
// Threads: pure functions.
#include <cstdint>
#include <string>

namespace keel {

using Instant = int64_t;   // milliseconds since 1970-01-01T00:00Z
using Duration = int64_t;  // milliseconds

constexpr Duration second_ms = 1000;
constexpr Duration minute_ms = 60 * second_ms;
constexpr Duration hour_ms = 60 * minute_ms;
constexpr Duration day_ms = 24 * hour_ms;

struct CivilDate {
  int32_t year = 1970;
  int32_t month = 1;  // 1..12
  int32_t day = 1;    // 1..31
  bool operator==(const CivilDate&) const = default;
};

struct LocalTime {
  int64_t day_number = 0;  // days since 1970-01-01, local
  int32_t weekday = 4;     // 0 Monday .. 6 Sunday
  int32_t hour = 0;
  int32_t minute = 0;
  CivilDate date;
};

LocalTime local_time(Instant at, int32_t utc_offset_minutes);
CivilDate civil_from_days(int64_t days);
int64_t days_from_civil(CivilDate date);
std::string iso_date(Instant at);  // "2026-03-03", of the day in UTC
// The instant at which local `day_number` reaches `hour`:`minute`.
Instant instant_of(int64_t day_number, int32_t hour, int32_t minute, int32_t utc_offset_minutes);

}  // namespace keel
