#include "understand/durations.h"

#include <cmath>
#include <utility>

#include "understand/answers.h"
#include "understand/numbers.h"
#include "understand/phrases.h"

namespace keel {
namespace {

struct UnitWord {
  std::string_view word;
  TimeUnit unit;
};

constexpr UnitWord unit_words[] = {
    {"minute", TimeUnit::minute}, {"minutes", TimeUnit::minute}, {"min", TimeUnit::minute},
    {"mins", TimeUnit::minute},   {"minuets", TimeUnit::minute}, {"minits", TimeUnit::minute},
    {"hour", TimeUnit::hour},     {"hours", TimeUnit::hour},     {"hr", TimeUnit::hour},
    {"hrs", TimeUnit::hour},      {"horus", TimeUnit::hour},     {"day", TimeUnit::day},
    {"days", TimeUnit::day},      {"dyas", TimeUnit::day},       {"night", TimeUnit::day},
    {"nights", TimeUnit::day},    {"nite", TimeUnit::day},       {"nites", TimeUnit::day},
    {"week", TimeUnit::week},     {"weeks", TimeUnit::week},     {"wk", TimeUnit::week},
    {"wks", TimeUnit::week},      {"weks", TimeUnit::week},      {"month", TimeUnit::month},
    {"months", TimeUnit::month},  {"mth", TimeUnit::month},      {"mths", TimeUnit::month},
    {"mnths", TimeUnit::month},   {"mos", TimeUnit::month},      {"moths", TimeUnit::month},
    {"year", TimeUnit::year},     {"years", TimeUnit::year},     {"yr", TimeUnit::year},
    {"yrs", TimeUnit::year},      {"yeras", TimeUnit::year}};

// Short forms that are units only when glued to digits: "10m", "2h", "3d".
constexpr UnitWord glued_units[] = {{"m", TimeUnit::minute}, {"h", TimeUnit::hour},
                                    {"d", TimeUnit::day},    {"w", TimeUnit::week},
                                    {"mo", TimeUnit::month}, {"y", TimeUnit::year}};

// A fraction is said in a smaller unit: 1.5 years are 18 months.
struct Smaller {
  double count;
  TimeUnit unit;
};
constexpr Smaller smaller_units[] = {{1, TimeUnit::minute}, {60, TimeUnit::minute},
                                     {24, TimeUnit::hour},  {7, TimeUnit::day},
                                     {30, TimeUnit::day},   {12, TimeUnit::month}};

std::string iso_of(double count, TimeUnit unit) {
  if (count != std::floor(count)) {
    const Smaller& smaller = smaller_units[static_cast<size_t>(unit)];
    return iso_of(std::floor(count * smaller.count + 0.5), smaller.unit);
  }
  constexpr char letters[] = {'M', 'H', 'D', 'W', 'M', 'Y'};
  const bool timed = unit == TimeUnit::minute || unit == TimeUnit::hour;
  return (timed ? "PT" : "P") + std::to_string(static_cast<int64_t>(count)) +
         letters[static_cast<size_t>(unit)];
}

struct Counted {
  double count = 0;
  TimeUnit unit = TimeUnit::minute;
  uint32_t tokens = 0;
};

std::optional<TimeUnit> glued_unit_of(std::string_view word) {
  for (const UnitWord& row : glued_units) {
    if (row.word == word) return row.unit;
  }
  return time_unit_of(word);
}

// "2 yrs", "2yrs", "an hour", "a whole week".
std::optional<Counted> counted_at(const Text& text, uint32_t index) {
  const auto number = number_at(text, index);
  if (!number || number->ordinal || number->value > 1000) return std::nullopt;
  if (!number->suffix.empty()) {
    const auto unit = glued_unit_of(number->suffix);
    if (!unit) return std::nullopt;
    return Counted{number->value, *unit, number->tokens};
  }
  uint32_t tokens = number->tokens;
  constexpr std::string_view fillers[] = {"whole",  "full",    "long", "solid", "entire",
                                          "bloody", "fucking", "more", "good"};
  if (is_one_of(word_at(text, index + tokens), fillers)) ++tokens;
  const std::string_view word = word_at(text, index + tokens);
  if (word == "fortnight") return Counted{number->value * 2, TimeUnit::week, tokens + 1};
  if (word == "decade" || word == "decades") {
    return Counted{number->value * 10, TimeUnit::year, tokens + 1};
  }
  const auto unit = time_unit_of(word);
  if (!unit) return std::nullopt;
  return Counted{number->value, *unit, tokens + 1};
}

// "half an hour", "half a year", "half hour", "a half hour".
std::optional<Counted> half_at(const Text& text, uint32_t index) {
  if (index >= text.size()) return std::nullopt;
  if (text.word(index) != "half" && text.word(index) != "a") return std::nullopt;
  constexpr std::string_view halves[] = {"half an", "half a", "a half", "half"};
  const uint32_t taken = longest_phrase_at(text, index, halves);
  if (taken == 0) return std::nullopt;
  const auto unit = time_unit_of(word_at(text, index + taken));
  if (!unit || *unit == TimeUnit::minute) return std::nullopt;
  return Counted{0.5, *unit, taken + 1};
}

// "2 years and 4 months", "1 hr 20": the smaller part after a larger one.
void add_smaller_part(const Text& text, uint32_t index, Counted& counted) {
  uint32_t at = index + counted.tokens;
  constexpr std::string_view halves[] = {"and a half", "and half"};
  if (const uint32_t half = longest_phrase_at(text, at, halves)) {
    counted.count += 0.5;
    counted.tokens += half;
    return;
  }
  const bool joined = word_at(text, at) == "and";
  if (joined) ++at;
  const auto smaller = counted_at(text, at);
  const Smaller& part = smaller_units[static_cast<size_t>(counted.unit)];
  if (smaller && smaller->unit == part.unit && smaller->unit != counted.unit) {
    counted.count = counted.count * part.count + smaller->count;
    counted.unit = smaller->unit;
    counted.tokens = at + smaller->tokens - index;
    return;
  }
  // "3 months and 2 weeks" has no one unit: it is said as its larger part.
  if (joined && smaller && smaller->unit < counted.unit) {
    counted.tokens = at + smaller->tokens - index;
    return;
  }
  const auto minutes = joined ? std::nullopt : number_at(text, at);
  const bool bare = minutes && minutes->suffix.empty() && !minutes->ordinal && !minutes->article;
  if (counted.unit == TimeUnit::hour && bare && minutes->value < 60 && minutes->value >= 5) {
    counted.count = counted.count * 60 + minutes->value;
    counted.unit = TimeUnit::minute;
    counted.tokens += minutes->tokens;
  }
}

// "a day or two" and "2 or 3 weeks" are too vague to be said back as a length.
bool is_vague(const Text& text, uint32_t index, const Counted& counted) {
  constexpr std::string_view vague[] = {"or two", "or three", "or 2", "or 3"};
  return longest_phrase_at(text, index + counted.tokens, vague) > 0;
}

}  // namespace

std::optional<TimeUnit> time_unit_of(std::string_view word) {
  for (const UnitWord& row : unit_words) {
    if (row.word == word) return row.unit;
  }
  return std::nullopt;
}

std::optional<DurationAt> duration_at(const Text& text, uint32_t index) {
  std::optional<Counted> counted = half_at(text, index);
  if (!counted) counted = counted_at(text, index);
  if (!counted || counted->count <= 0) return std::nullopt;
  if (is_vague(text, index, *counted)) return std::nullopt;
  add_smaller_part(text, index, *counted);
  return DurationAt{iso_of(counted->count, counted->unit), counted->tokens};
}

std::optional<Duration> duration_of_iso(std::string_view iso) {
  if (iso.size() < 3 || iso[0] != 'P') return std::nullopt;
  const bool timed = iso[1] == 'T';
  const auto digits = leading_digits(iso.substr(timed ? 2 : 1));
  if (!digits || digits->rest.size() != 1 || digits->value > 100'000) return std::nullopt;
  const char unit = digits->rest[0];
  Duration each = 0;
  if (timed && unit == 'S') each = second_ms;
  if (timed && unit == 'M') each = minute_ms;
  if (timed && unit == 'H') each = hour_ms;
  if (!timed && unit == 'D') each = day_ms;
  if (!timed && unit == 'W') each = 7 * day_ms;
  if (!timed && unit == 'M') each = 30 * day_ms;
  if (!timed && unit == 'Y') each = 365 * day_ms;
  if (each == 0) return std::nullopt;
  return static_cast<Duration>(digits->value) * each;
}

namespace {

std::string counted_words(int64_t count, std::string_view unit) {
  return std::to_string(count) + " " + std::string(unit) + (count == 1 ? "" : "s");
}

}  // namespace

std::string words_of_iso(std::string_view iso) {
  if (!duration_of_iso(iso)) return std::string(iso);
  const bool timed = iso[1] == 'T';
  const auto digits = leading_digits(iso.substr(timed ? 2 : 1));
  const auto count = static_cast<int64_t>(digits->value);
  switch (digits->rest[0]) {
    case 'S':
      return counted_words(count, "second");
    case 'H':
      return counted_words(count, "hour");
    case 'D':
      return counted_words(count, "day");
    case 'W':
      return counted_words(count, "week");
    case 'Y':
      return counted_words(count, "year");
    default:
      return counted_words(count, timed ? "minute" : "month");
  }
}

std::string words_of_duration(Duration duration) {
  if (duration < minute_ms) return counted_words(duration / second_ms, "second");
  if (duration < hour_ms) return counted_words(duration / minute_ms, "minute");
  if (duration >= 2 * day_ms || duration % day_ms == 0) {
    return counted_words((duration + day_ms / 2) / day_ms, "day");
  }
  std::string words = counted_words(duration / hour_ms, "hour");
  const int64_t minutes = duration % hour_ms / minute_ms;
  return minutes == 0 ? words : words + " " + counted_words(minutes, "minute");
}

}  // namespace keel
