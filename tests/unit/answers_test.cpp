#include "understand/answers.h"

#include <catch2/catch.hpp>
#include <string>

#include "understand/durations.h"
#include "understand/numbers.h"

namespace keel {
namespace {

// Wednesday, 13 May 2026, 22:00 UTC.
const Instant night = instant_of(days_from_civil({2026, 5, 13}), 22, 0, 0);

std::string date_of(std::string_view typed) {
  const auto found = read_date(Text::read(typed), night, 0);
  if (!found) return "-";
  const CivilDate date = local_time(*found, 0).date;
  return std::to_string(date.year) + "-" + std::to_string(date.month) + "-" +
         std::to_string(date.day);
}

std::string iso_in(std::string_view typed) {
  const Text text = Text::read(typed);
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (const auto found = duration_at(text, i)) return found->iso;
  }
  return "-";
}

TEST_CASE("a rating is read from digits, words and the talk around it") {
  const struct {
    std::string typed;
    int64_t value;
  } rows[] = {
      {"7", 7},
      {"seven", 7},
      {"like a 7 lol", 7},
      {"7/10", 7},
      {"7 out of 10", 7},
      {"a solid eight", 8},
      {"maybe 5?", 5},
      {"TEN", 10},
      {"11/10", 10},
      {"0", 0},
      {"zero", 0},
      {"6.5", 7},
      {"im at about 4 i think", 4},
      {"sevn", 7},
      {"one", 1},
      {"i texted him 3 times so like a 9", 9},
      {"was 8 now 5", 5},
  };
  for (const auto& row : rows) {
    CAPTURE(row.typed);
    CHECK(read_scale(Text::read(row.typed), 0, 10) == row.value);
  }
}

TEST_CASE("no rating is read where none was given") {
  for (const char* typed :
       {"", "idk", "11", "-3", "3 days", "he called 4 times", "this one is hard", "a lot", "first",
        "at 9pm", "we have been together for 2 years and 3 kids", "7 out of 20"}) {
    CAPTURE(typed);
    CHECK_FALSE(read_scale(Text::read(typed), 0, 10).has_value());
  }
}

TEST_CASE("numbers are read in digits and words") {
  const struct {
    std::string typed;
    int64_t value;
  } rows[] = {
      {"3", 3},           {"twenty five", 25},  {"a couple", 2}, {"1,900", 1900},
      {"2k", 2000},       {"twice", 2},         {"none", 0},     {"like forty-two", 42},
      {"a hundred", 100}, {"two hundred", 200}, {"a dozen", 12}, {"the 3rd", 3},
      {"third", 3},       {"-4", -4},
  };
  for (const auto& row : rows) {
    CAPTURE(row.typed);
    CHECK(read_number(Text::read(row.typed)) == row.value);
  }
  CHECK_FALSE(read_number(Text::read("no idea")).has_value());
  CHECK_FALSE(read_number(Text::read("a lot")).has_value());
}

TEST_CASE("lengths of time have one canonical form") {
  const struct {
    std::string typed;
    std::string iso;
  } rows[] = {
      {"2 yrs", "P2Y"},
      {"2yrs", "P2Y"},
      {"two years", "P2Y"},
      {"a year and a half", "P18M"},
      {"2 and a half years", "P30M"},
      {"1.5 years", "P18M"},
      {"half an hour", "PT30M"},
      {"an hour and a half", "PT90M"},
      {"45 min", "PT45M"},
      {"10m", "PT10M"},
      {"1 hr 20", "PT80M"},
      {"a couple of weeks", "P2W"},
      {"a whole week", "P1W"},
      {"fortnight", "-"},
      {"a fortnight", "P2W"},
      {"2 years and 4 months", "P28M"},
      {"23 days", "P23D"},
      {"twenty three days", "P23D"},
      {"3 nights", "P3D"},
      {"half a year", "P6M"},
      {"a week and a half", "P11D"},
      {"few days", "-"},
      {"a few days", "-"},
      {"a day or two", "-"},
      {"the third day", "-"},
      {"day 23", "-"},
      {"a decade", "P10Y"},
      {"six months", "P6M"},
      {"1 day", "P1D"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.typed);
    CHECK(iso_in(row.typed) == row.iso);
  }
}

TEST_CASE("how long to wait is read as a length or as an end") {
  const struct {
    std::string typed;
    Duration minutes;
  } rows[] = {
      {"20", 20},
      {"half an hour", 30},
      {"2", 2},
      {"2 hours maybe", 120},
      {"10 mins", 10},
      {"until tomorrow morning", 600},
      {"til 11pm", 60},
      {"till 11", 60},
      {"until midnight", 120},
      {"til tomorrow at 9", 660},
      {"until friday", 34 * 60},
      {"overnight", 600},
      {"ten", 10},
      {"until 1", 180},
  };
  for (const auto& row : rows) {
    CAPTURE(row.typed);
    const auto found = read_duration(Text::read(row.typed), night, 0);
    REQUIRE(found.has_value());
    CHECK(*found / minute_ms == row.minutes);
  }
  for (const char* typed : {"idk", "", "as long as it takes", "0", "a few minutes"}) {
    CAPTURE(typed);
    CHECK_FALSE(read_duration(Text::read(typed), night, 0).has_value());
  }
}

TEST_CASE("yes, no and not sure are read as people type them") {
  const struct {
    std::string typed;
    YesNo answer;
  } rows[] = {
      {"yes", YesNo::yes},
      {"yep", YesNo::yes},
      {"YEAHHH", YesNo::yes},
      {"umm yeah i did", YesNo::yes},
      {"of course", YesNo::yes},
      {"i think so", YesNo::yes},
      {"👍", YesNo::yes},
      {"no yeah", YesNo::yes},
      {"he did", YesNo::yes},
      {"right", YesNo::yes},
      {"honestly yes", YesNo::yes},
      {"nah", YesNo::no},
      {"no", YesNo::no},
      {"nope lol", YesNo::no},
      {"not really", YesNo::no},
      {"absolutely not", YesNo::no},
      {"i dont think so", YesNo::no},
      {"yeah no", YesNo::no},
      {"not yet", YesNo::no},
      {"he hasn't", YesNo::no},
      {"never", YesNo::no},
      {"idk", YesNo::unsure},
      {"kinda", YesNo::unsure},
      {"not sure", YesNo::unsure},
      {"no idea", YesNo::unsure},
      {"yes and no", YesNo::unsure},
      {"i dont know", YesNo::unsure},
      {"maybe", YesNo::unsure},
      {"it depends", YesNo::unsure},
      {"hmm", YesNo::unsure},
  };
  for (const auto& row : rows) {
    CAPTURE(row.typed);
    const auto found = read_yes_no(Text::read(row.typed));
    REQUIRE(found.has_value());
    CHECK(static_cast<int>(*found) == static_cast<int>(row.answer));
  }
}

TEST_CASE("other words are no yes and no no") {
  for (const char* typed : {"", "no one told me", "right now i hate him", "she left", "no contact",
                            "tuesday", "please help", "nothing makes sense to me"}) {
    CAPTURE(typed);
    CHECK_FALSE(read_yes_no(Text::read(typed)).has_value());
  }
}

TEST_CASE("days are read near the day on which they are said") {
  const struct {
    std::string typed;
    std::string date;
  } rows[] = {
      {"yesterday", "2026-5-12"},
      {"3 weeks ago", "2026-4-22"},
      {"last tuesday", "2026-5-12"},
      {"monday", "2026-5-11"},
      {"next monday", "2026-5-18"},
      {"12 may", "2026-5-12"},
      {"may 12th", "2026-5-12"},
      {"the 3rd of december", "2025-12-3"},
      {"in march", "2026-3-15"},
      {"2026-02-28", "2026-2-28"},
      {"12/04", "2026-4-12"},
      {"12/04/2025", "2025-4-12"},
      {"two days ago", "2026-5-11"},
      {"tomorrow", "2026-5-14"},
      {"in 2021", "2021-7-1"},
      {"in two weeks", "2026-5-27"},
      {"last wednesday", "2026-5-6"},
      {"idk", "-"},
      {"", "-"},
      {"i may call", "-"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.typed);
    CHECK(date_of(row.typed) == row.date);
  }
}

TEST_CASE("a name comes out alone and with its capital") {
  const struct {
    std::string typed;
    std::string name;
  } rows[] = {
      {"mia", "Mia"},
      {"her name is mia", "Mia"},
      {"her name's MIA actually", "Mia"},
      {"call me Al", "Al"},
      {"Just Dinesh is fine.", "Dinesh"},
      {"im Sarah lol", "Sarah"},
      {"anna-lena", "Anna-Lena"},
      {"mary jane", "Mary Jane"},
      {"it's McKay", "McKay"},
      {"josé", "José"},
      {"Vincent van Gogh", "Vincent van Gogh"},
      {"my name is Fatima 😊", "Fatima"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.typed);
    CHECK(read_name(Text::read(row.typed)) == row.name);
  }
  for (const char* typed : {"idk", "", "id rather not", "my ex", "why do you ask",
                            "he left me again", "no", "123", "😭"}) {
    CAPTURE(typed);
    CHECK_FALSE(read_name(Text::read(typed)).has_value());
  }
}

TEST_CASE("pronouns and countries are read by their common words") {
  const struct {
    std::string typed;
    std::string value;
  } pronouns[] = {{"he", "he"},           {"she/her", "she"}, {"they not he", "they"},
                  {"not he, she", "she"}, {"a guy", "he"},    {"hes my husband", "he"},
                  {"nonbinary", "they"}};
  for (const auto& row : pronouns) {
    CAPTURE(row.typed);
    CHECK(read_pronoun(Text::read(row.typed)) == row.value);
  }
  CHECK_FALSE(read_pronoun(Text::read("my ex")).has_value());

  const struct {
    std::string typed;
    std::string value;
  } countries[] = {{"uk", "GB"},
                   {"England", "GB"},
                   {"the states", "US"},
                   {"US", "US"},
                   {"im in ireland", "IE"},
                   {"northern ireland", "GB"},
                   {"aus", "AU"},
                   {"India!", "IN"},
                   {"new zealand", "NZ"},
                   {"i live in south korea", "KR"},
                   {"not england, wales", "GB"},
                   {"deutschland", "DE"}};
  for (const auto& row : countries) {
    CAPTURE(row.typed);
    CHECK(read_country(Text::read(row.typed)) == row.value);
  }
  CHECK_FALSE(read_country(Text::read("he left us for good")).has_value());
  CHECK_FALSE(read_country(Text::read("idk")).has_value());
}

TEST_CASE("canonical lengths turn into milliseconds and plain words") {
  CHECK(duration_of_iso("P2Y") == 730 * day_ms);
  CHECK(duration_of_iso("PT45M") == 45 * minute_ms);
  CHECK(duration_of_iso("P3M") == 90 * day_ms);
  for (const char* iso : {"", "P", "PT", "2Y", "PY", "P2", "PT2Y", "P-1D", "P2YX"}) {
    CAPTURE(iso);
    CHECK_FALSE(duration_of_iso(iso).has_value());
  }
  CHECK(words_of_iso("P2Y") == "2 years");
  CHECK(words_of_iso("P1W") == "1 week");
  CHECK(words_of_iso("PT45M") == "45 minutes");
  CHECK(words_of_iso("P18M") == "18 months");
  CHECK(words_of_duration(30 * second_ms) == "30 seconds");
  CHECK(words_of_duration(90 * minute_ms) == "1 hour 30 minutes");
  CHECK(words_of_duration(3 * day_ms) == "3 days");
}

}  // namespace
}  // namespace keel
