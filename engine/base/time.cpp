#include "base/time.h"

#include <algorithm>

namespace keel {
namespace {

int64_t floor_div(int64_t a, int64_t b) {
  const int64_t quotient = a / b;
  return (a % b != 0 && (a < 0) != (b < 0)) ? quotient - 1 : quotient;
}

}  // namespace

CivilDate civil_from_days(int64_t days) {
  const int64_t shifted = days + 719468;
  const int64_t era = floor_div(shifted, 146097);
  const int64_t day_of_era = shifted - era * 146097;
  const int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int64_t shifted_month = (5 * day_of_year + 2) / 153;
  const int64_t day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  const int64_t month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  const int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  return {static_cast<int32_t>(year), static_cast<int32_t>(month), static_cast<int32_t>(day)};
}

int64_t days_from_civil(CivilDate date) {
  const int64_t year = date.year - (date.month <= 2 ? 1 : 0);
  const int64_t era = floor_div(year, 400);
  const int64_t year_of_era = year - era * 400;
  const int64_t day_of_year =
      (153 * (date.month > 2 ? date.month - 3 : date.month + 9) + 2) / 5 + date.day - 1;
  const int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

LocalTime local_time(Instant at, int32_t utc_offset_minutes) {
  const int64_t local_ms = at + utc_offset_minutes * minute_ms;
  LocalTime local;
  local.day_number = floor_div(local_ms, day_ms);
  const int64_t in_day = local_ms - local.day_number * day_ms;
  local.hour = static_cast<int32_t>(in_day / hour_ms);
  local.minute = static_cast<int32_t>((in_day % hour_ms) / minute_ms);
  local.weekday = static_cast<int32_t>((local.day_number % 7 + 7 + 3) % 7);
  local.date = civil_from_days(local.day_number);
  return local;
}

Instant instant_of(int64_t day_number, int32_t hour, int32_t minute, int32_t utc_offset_minutes) {
  return day_number * day_ms + hour * hour_ms + minute * minute_ms - utc_offset_minutes * minute_ms;
}

std::string iso_date(Instant at) {
  const CivilDate date = local_time(at, 0).date;
  const auto padded = [](int32_t number, size_t width) {
    const std::string digits = std::to_string(number);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
  };
  return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

}  // namespace keel
