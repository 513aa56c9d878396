#include <catch2/catch.hpp>

#include "base/diagnostic.h"
#include "base/hash.h"
#include "base/source.h"
#include "base/time.h"

using namespace keel;

TEST_CASE("a source knows line and column of every offset, in code points") {
  const Source source("a.keel", "one\nzwölf x\n\nend");
  struct Row {
    uint32_t offset, line, column;
  };
  const Row rows[] = {{0, 1, 1},  {3, 1, 4},  {4, 2, 1},  {6, 2, 3}, {8, 2, 4},
                      {12, 2, 8}, {13, 3, 1}, {14, 4, 1}, {99, 4, 4}};
  for (const Row& row : rows) {
    CAPTURE(row.offset);
    CHECK(source.position(row.offset).line == row.line);
    CHECK(source.position(row.offset).column == row.column);
  }
  CHECK(source.line(2) == "zwölf x");
  CHECK(source.line_count() == 4);
}

TEST_CASE(
    "a diagnostic shows its line with a caret under the words, also in column 1 and after wide "
    "letters") {
  const Source source("d/p.keel", "go to clsoe\nzwölf go to x\n");
  Diagnostic diagnostic{"K012",  Severity::error,           "d/p.keel",
                        {6, 11}, "no part named \"clsoe\"", "did you mean \"close\"?"};
  CHECK(render(diagnostic, source) ==
        "d/p.keel:1:7: error K012: no part named \"clsoe\"\n"
        "    1 | go to clsoe\n"
        "      |       ^^^^^ did you mean \"close\"?\n");
  diagnostic.span = {12, 18};
  diagnostic.hint.clear();
  CHECK(render(diagnostic, source) ==
        "d/p.keel:2:1: error K012: no part named \"clsoe\"\n"
        "    2 | zwölf go to x\n"
        "      | ^^^^^\n");
}

TEST_CASE("local time goes by the person's own offset") {
  const Instant at = days_from_civil({2026, 3, 3}) * day_ms + 23 * hour_ms + 30 * minute_ms;
  CHECK(local_time(at, 0).weekday == 1);
  CHECK(local_time(at, 0).hour == 23);
  CHECK(local_time(at, 60).date == CivilDate{2026, 3, 4});
  CHECK(local_time(at, -5 * 60).hour == 18);
  CHECK(instant_of(local_time(at, 330).day_number, 5, 0, 330) == at);
}

TEST_CASE("dates and day numbers are each other's inverse, leap days and all") {
  for (int64_t day = -200000; day < 200000; day += 97)
    CHECK(days_from_civil(civil_from_days(day)) == day);
  CHECK(civil_from_days(days_from_civil({2028, 2, 29}) + 1) == CivilDate{2028, 3, 1});
}

TEST_CASE("the hash is the published one, the same on every machine") {
  CHECK(hash_of("") == 0xcbf29ce484222325ULL);
  CHECK(hash_of("foobar") == 0x85944171f73967e8ULL);
  Random a(7), b(7);
  CHECK(a.next() == b.next());
  CHECK(a.next() != Random(8).next());
}
