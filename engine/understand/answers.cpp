#include "understand/answers.h"

#include <algorithm>
#include <cmath>

#include "understand/clock.h"
#include "understand/durations.h"
#include "understand/numbers.h"
#include "understand/phrases.h"

namespace keel {
namespace {

char between(const Text& text, uint32_t left) {
  if (left + 1 >= text.size()) return ' ';
  const uint32_t begin = text.tokens()[left].source.end;
  const uint32_t end = text.tokens()[left + 1].source.begin;
  return end == begin + 1 ? text.source()[begin] : ' ';
}

bool negative(const Text& text, uint32_t index) {
  const uint32_t begin = text.tokens()[index].source.begin;
  if (begin == 0 || text.source()[begin - 1] != '-') return false;
  return begin == 1 || text.source()[begin - 2] == ' ';
}

// What stands before a number that rates something: "like a 7", "im at 8", "maybe 5".
bool rates_after(std::string_view word) {
  constexpr std::string_view cues[] = {"a",     "an",    "at",      "like",  "about", "maybe",
                                       "say",   "its",   "around",  "now",   "prob",  "probably",
                                       "still", "is",    "to",      "about", "more",  "id",
                                       "than",  "solid", "between", "meant"};
  return is_one_of(word, cues);
}

// Words that a counted number stands before, so that it is no rating: "3 times", "2 years".
bool counts(const Text& text, uint32_t after) {
  constexpr std::string_view counted[] = {
      "times",  "time",  "texts",   "messages", "calls", "pm",    "am",  "oclock", "kids",
      "people", "pills", "percent", "%",        "of",    "thing", "day", "more",   "drinks"};
  const std::string_view word = word_at(text, after);
  if (phrase_at(text, after, "out of") > 0) return false;
  return time_unit_of(word).has_value() || is_one_of(word, counted);
}

struct Rating {
  double value = 0;
  int32_t strength = 0;  // how sure it is that this is the rating
};

std::optional<Rating> rating_at(const Text& text, uint32_t& index, int64_t max) {
  const uint32_t first = index;
  const auto number = number_at(text, index);
  if (!number || number->article || negative(text, index)) return std::nullopt;
  index += number->tokens - 1;
  if (!number->suffix.empty() || number->ordinal) return std::nullopt;
  const uint32_t after = first + number->tokens;
  Rating rating{number->value, text.size() <= 3 ? 2 : 0};
  const bool out_of = phrase_at(text, after, "out of") > 0;
  const auto whole = number_at(text, after + (out_of ? 2 : 0));
  const bool slashed = between(text, after - 1) == '/';
  if (whole && (out_of || slashed)) {
    if (whole->value != static_cast<double>(max)) return std::nullopt;
    rating.value = std::min(rating.value, static_cast<double>(max));
    rating.strength = 5;
    index = after + (out_of ? 2 : 0) + whole->tokens - 1;
    return rating;
  }
  if (counts(text, after)) return std::nullopt;
  if (first > 0 && rates_after(text.word(first - 1))) rating.strength += 2;
  // "one" is a pronoun unless it stands alone or is called a rating.
  if (text.word(first) == "one" && rating.strength < 2) return std::nullopt;
  return rating;
}

}  // namespace

std::optional<int64_t> read_scale(const Text& text, int64_t min, int64_t max) {
  std::optional<Rating> best;
  for (uint32_t i = 0; i < text.size(); ++i) {
    const auto rating = rating_at(text, i, max);
    if (!rating || rating->value < static_cast<double>(min) ||
        rating->value > static_cast<double>(max)) {
      continue;
    }
    const bool corrected = i > 0 && best && rating->strength == best->strength &&
                           (word_at(text, i - 1) == "now" || word_at(text, i - 1) == "meant");
    if (!best || rating->strength > best->strength || corrected) best = rating;
  }
  if (!best || (best->strength == 0 && text.size() > 8)) return std::nullopt;
  return static_cast<int64_t>(std::floor(best->value + 0.5));
}

std::optional<int64_t> read_number(const Text& text) {
  constexpr std::string_view nothing[] = {"none", "never", "once", "twice", "nothing"};
  for (uint32_t i = 0; i < text.size(); ++i) {
    const std::string_view word = text.word(i);
    if (is_one_of(word, nothing)) return word == "once" ? 1 : word == "twice" ? 2 : 0;
    const auto number = number_at(text, i);
    if (!number || number->article) continue;
    const int64_t value = static_cast<int64_t>(std::floor(number->value + 0.5));
    return negative(text, i) ? -value : value;
  }
  return std::nullopt;
}

namespace {

// "til 9pm", "until tomorrow morning", "till monday", "until 8 tomorrow".
std::optional<Instant> moment_ahead(const Text& text, uint32_t index, Instant at, int32_t offset) {
  const LocalTime now = local_time(at, offset);
  std::optional<DayAt> day = day_at(text, index, now.day_number);
  std::optional<ClockAt> clock;
  if (day) {
    const uint32_t after = index + day->tokens;
    clock = clock_at(text, after + (word_at(text, after) == "at" ? 1 : 0));
  } else {
    clock = clock_at(text, index);
    if (clock) day = day_at(text, index + clock->tokens, now.day_number);
  }
  if (!day && !clock) return std::nullopt;
  if (!day) {
    Instant when = instant_of(now.day_number, clock->hour, clock->minute, offset);
    // An hour without morning or evening is the next time the clock shows it.
    const Duration step = clock->sure ? day_ms : day_ms / 2;
    while (when <= at) when += step;
    return when;
  }
  // A bare weekday is the next one here, since only what is ahead can be waited for.
  if (day->day_number < now.day_number) day->day_number += 7;
  const DayPart part = day->part == DayPart::none ? DayPart::morning : day->part;
  int32_t hour = clock ? clock->hour : hour_of(part);
  const bool late =
      part == DayPart::evening || part == DayPart::night || part == DayPart::afternoon;
  if (clock && !clock->sure && day->part != DayPart::none && late && hour < 12) hour += 12;
  const Instant when = instant_of(day->day_number, hour, clock ? clock->minute : 0, offset);
  if (when > at) return when;
  return std::nullopt;
}

}  // namespace

std::optional<Duration> read_duration(const Text& text, Instant at, int32_t utc_offset_minutes) {
  constexpr std::string_view untils[] = {"until", "til", "till", "untill", "til about"};
  for (uint32_t i = 0; i < text.size(); ++i) {
    const uint32_t until = longest_phrase_at(text, i, untils);
    if (until == 0) continue;
    const auto when = moment_ahead(text, i + until, at, utc_offset_minutes);
    if (when) return *when - at;
  }
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (const auto length = duration_at(text, i)) return duration_of_iso(length->iso);
    const auto number = number_at(text, i);
    const std::string_view unit = number ? word_at(text, i + number->tokens) : std::string_view{};
    if (number && (unit == "seconds" || unit == "secs" || unit == "sec" || unit == "second")) {
      return static_cast<Duration>(number->value) * second_ms;
    }
  }
  for (uint32_t i = 0; i < text.size(); ++i) {
    const auto number = number_at(text, i);
    const bool minutes = number && !number->article && !number->ordinal && number->suffix.empty();
    if (!minutes || number->value <= 0 || number->value > 1440) continue;
    if (text.word(i) == "one" && text.size() > 3) continue;
    return static_cast<Duration>(number->value * static_cast<double>(minute_ms));
  }
  for (const std::string_view word : {"tonight", "overnight", "tomorrow"}) {
    if (!has_phrase(text, word)) continue;
    const LocalTime now = local_time(at, utc_offset_minutes);
    const int64_t day = now.hour < 5 ? now.day_number : now.day_number + 1;
    return instant_of(day, 8, 0, utc_offset_minutes) - at;
  }
  return std::nullopt;
}

std::optional<Instant> read_date(const Text& text, Instant at, int32_t utc_offset_minutes) {
  const int64_t today = local_time(at, utc_offset_minutes).day_number;
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (const auto length = duration_at(text, i)) {
      // "3 hours ago" keeps its hour; longer spans are days.
      const std::string_view after = word_at(text, i + length->tokens);
      const Duration duration = duration_of_iso(length->iso).value_or(0);
      if ((after == "ago" || after == "back") && duration < day_ms) return at - duration;
    }
    const auto day = day_at(text, i, today);
    if (!day) continue;
    return instant_of(day->day_number, hour_of(day->part), 0, utc_offset_minutes);
  }
  return std::nullopt;
}

}  // namespace keel
