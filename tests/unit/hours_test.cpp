// When a help line answers, from its hours as the data tells them.
#include "dialog/hours.h"

#include <catch2/catch.hpp>

namespace keel {
namespace {

// A day of the week (0 Monday) at hour:minute.
LocalTime at(int32_t weekday, int32_t hour, int32_t minute = 0) {
  LocalTime local;
  local.weekday = weekday;
  local.hour = hour;
  local.minute = minute;
  return local;
}

}  // namespace

TEST_CASE("hours are read as a person reads them") {
  struct Row {
    const char* hours;
    LocalTime local;
    Answers answers;
  };
  const Row rows[] = {
      {"24/7", at(6, 3), Answers::yes},
      {"", at(0, 12), Answers::unknown},
      {"limited hours", at(0, 12), Answers::unknown},
      {"Mon-Fri 09:00-17:00", at(0, 9), Answers::yes},
      {"Mon-Fri 09:00-17:00", at(4, 17), Answers::no},
      {"Mon-Fri 09:00-17:00", at(5, 12), Answers::no},
      {"09:00-17:00 Mon-Fri", at(2, 12), Answers::yes},
      {"Sat-Mon 10:00-12:00", at(6, 11), Answers::yes},
      {"Sat-Mon 10:00-12:00", at(2, 11), Answers::no},
      {"Mon-Fri 09:00-17:00; Sat 10:00-14:00", at(5, 13, 59), Answers::yes},
      {"Mon-Fri 09:00-17:00; Sat 10:00-14:00", at(5, 14), Answers::no},
      {"daily 22:00-02:00", at(3, 23), Answers::yes},
      {"Fri 22:00-02:00", at(5, 1), Answers::yes},
      {"Fri 22:00-02:00", at(4, 1), Answers::no},
      {"Mon-Sat", at(6, 12), Answers::no},
      {"Mon-Sat", at(2, 12), Answers::unknown},
      {"weekdays", at(6, 12), Answers::no},
      {"16:00-21:00 daily, longer on the 10th of each month", at(0, 17), Answers::yes},
      {"16:00-21:00 daily, longer on the 10th of each month", at(0, 9), Answers::unknown},
      {"Mon 9:00-25:00", at(0, 10), Answers::unknown},
      {";", at(0, 10), Answers::unknown},
  };
  for (const Row& row : rows) {
    CAPTURE(row.hours, row.local.weekday, row.local.hour);
    CHECK(answers_at(row.hours, row.local) == row.answers);
  }
}

}  // namespace keel
