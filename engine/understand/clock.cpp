#include "understand/clock.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "understand/answers.h"
#include "understand/durations.h"
#include "understand/numbers.h"
#include "understand/phrases.h"

namespace keel {
namespace {

enum class Meridiem : uint8_t { none, am, pm };

Meridiem meridiem_of(std::string_view word) {
  if (word == "am" || word == "a.m") return Meridiem::am;
  if (word == "pm" || word == "p.m") return Meridiem::pm;
  return Meridiem::none;
}

// "am", "pm", "in the morning", "at night" after the hour.
Meridiem said_after(const Text& text, uint32_t& at) {
  constexpr std::string_view mornings[] = {"in the morning", "in morning", "this morning",
                                           "oclock in the morning"};
  constexpr std::string_view evenings[] = {"in the evening", "in the afternoon", "at night",
                                           "tonight",        "this evening",     "this afternoon",
                                           "last night",     "in the night"};
  const Meridiem direct = meridiem_of(word_at(text, at));
  if (direct != Meridiem::none) {
    ++at;
    return direct;
  }
  if (const uint32_t taken = longest_phrase_at(text, at, mornings)) {
    at += taken;
    return Meridiem::am;
  }
  if (const uint32_t taken = longest_phrase_at(text, at, evenings)) {
    at += taken;
    return Meridiem::pm;
  }
  return Meridiem::none;
}

struct HourMinute {
  int32_t hour = 0;
  int32_t minute = 0;
  std::string_view rest;
};

// "9", "9pm", "10:30", "10.30pm", "2130" is not a time.
std::optional<HourMinute> digits_of(std::string_view word) {
  size_t at = 0;
  const auto digit = [&](size_t i) { return i < word.size() && word[i] >= '0' && word[i] <= '9'; };
  HourMinute time;
  while (digit(at) && at < 3) time.hour = time.hour * 10 + (word[at++] - '0');
  if (at == 0 || at > 2) return std::nullopt;
  const bool separated = at < word.size() && (word[at] == ':' || word[at] == '.');
  if (separated && digit(at + 1) && digit(at + 2) && !digit(at + 3)) {
    time.minute = (word[at + 1] - '0') * 10 + (word[at + 2] - '0');
    at += 3;
  }
  time.rest = word.substr(at);
  if (time.hour > 24 || time.minute > 59) return std::nullopt;
  return time;
}

ClockAt settled(int32_t hour, int32_t minute, Meridiem meridiem, uint32_t tokens) {
  ClockAt clock{.hour = hour, .minute = minute, .sure = hour > 12 || hour == 0, .tokens = tokens};
  if (meridiem == Meridiem::am) {
    clock.hour = hour == 12 ? 0 : hour;
    clock.sure = true;
  }
  if (meridiem == Meridiem::pm) {
    // "12 at night" and "1 at night" are after midnight.
    clock.hour = hour < 12 ? hour + 12 : hour;
    clock.sure = true;
  }
  if (clock.hour == 24) clock.hour = 0;
  return clock;
}

// "half", "quarter to", "twenty past", "10 to": minutes, told before their hour.
struct Offset {
  int32_t minutes = 0;
  uint32_t tokens = 0;
};

std::optional<Offset> offset_at(const Text& text, uint32_t index) {
  const bool half = text.word(index) == "half";
  const std::string_view link = word_at(text, index + 1);
  if (half) return Offset{30, link == "past" ? 2U : 1U};
  const bool past = link == "past" || link == "after";
  if (!past && link != "to") return std::nullopt;
  if (text.word(index) == "quarter") return Offset{past ? 15 : -15, 2};
  const auto number = number_at(text, index);
  if (!number || number->tokens != 1 || number->ordinal || !number->suffix.empty())
    return std::nullopt;
  const double minutes = number->value;
  if (minutes != 5 && minutes != 10 && minutes != 20 && minutes != 25) return std::nullopt;
  return Offset{static_cast<int32_t>(past ? minutes : -minutes), 2};
}

std::optional<ClockAt> before_its_hour(const Text& text, uint32_t index) {
  const auto offset = offset_at(text, index);
  if (!offset) return std::nullopt;
  uint32_t at = index + offset->tokens;
  const auto hour = number_at(text, at);
  const bool usable = hour && !hour->ordinal && !hour->article && hour->value >= 1 &&
                      hour->value <= 12 && hour->value == std::floor(hour->value);
  if (!usable || time_unit_of(word_at(text, at + hour->tokens))) return std::nullopt;
  at += hour->tokens;
  Meridiem meridiem = meridiem_of(hour->suffix);
  if (meridiem == Meridiem::none && !hour->suffix.empty()) return std::nullopt;
  if (meridiem == Meridiem::none) meridiem = said_after(text, at);
  const int32_t minutes = (static_cast<int32_t>(hour->value) * 60 + offset->minutes + 720) % 720;
  return settled(minutes < 60 ? 12 : minutes / 60, minutes % 60, meridiem, at - index);
}

int64_t weekday_near(int64_t today, int32_t weekday, bool future) {
  const auto now = static_cast<int32_t>(((today + 3) % 7 + 7) % 7);  // day 0 was a Thursday
  if (future) return today + ((weekday - now + 6) % 7) + 1;
  return today - ((now - weekday + 7) % 7);
}

int64_t date_near(int64_t today, int32_t month, int32_t day, std::optional<int32_t> year) {
  if (year) return days_from_civil({*year, month, day});
  const CivilDate now = civil_from_days(today);
  const int64_t this_year = days_from_civil({now.year, month, day});
  // Without a year, a date more than two months ahead was last year's.
  return this_year > today + 61 ? days_from_civil({now.year - 1, month, day}) : this_year;
}

std::optional<int32_t> year_at(const Text& text, uint32_t index) {
  const std::string_view word = word_at(text, index);
  const auto digits = leading_digits(word);
  if (!digits || !digits->rest.empty() || word.size() != 4) return std::nullopt;
  if (digits->value < 1950 || digits->value > 2100) return std::nullopt;
  return static_cast<int32_t>(digits->value);
}

struct NamedDay {
  std::string_view phrase;
  int32_t offset;
  DayPart part;
};

constexpr NamedDay named_days[] = {
    {"the day before yesterday", -2, DayPart::none},
    {"day before yesterday", -2, DayPart::none},
    {"yesterday morning", -1, DayPart::morning},
    {"yesterday evening", -1, DayPart::evening},
    {"yesterday afternoon", -1, DayPart::afternoon},
    {"yesterday night", -1, DayPart::night},
    {"yesterday", -1, DayPart::none},
    {"yday", -1, DayPart::none},
    {"last night", -1, DayPart::night},
    {"last nite", -1, DayPart::night},
    {"this morning", 0, DayPart::morning},
    {"this afternoon", 0, DayPart::afternoon},
    {"this evening", 0, DayPart::evening},
    {"tonight", 0, DayPart::evening},
    {"tonite", 0, DayPart::evening},
    {"today", 0, DayPart::none},
    {"just now", 0, DayPart::none},
    {"the morning", 1, DayPart::morning},
    {"tomorrow morning", 1, DayPart::morning},
    {"tomorrow afternoon", 1, DayPart::afternoon},
    {"tomorrow evening", 1, DayPart::evening},
    {"tomorrow night", 1, DayPart::evening},
    {"the day after tomorrow", 2, DayPart::none},
    {"tomorrow", 1, DayPart::none},
    {"tomoz", 1, DayPart::none},
    {"tmrw", 1, DayPart::none},
    {"tmr", 1, DayPart::none},
    {"last week", -7, DayPart::none},
    {"next week", 7, DayPart::none},
    {"last month", -30, DayPart::none},
    {"next month", 30, DayPart::none},
    {"last year", -365, DayPart::none},
};

std::optional<DayAt> named_day_at(const Text& text, uint32_t index, int64_t today) {
  std::optional<DayAt> best;
  for (const NamedDay& row : named_days) {
    const uint32_t taken = phrase_at(text, index, row.phrase);
    if (taken > 0 && (!best || taken > best->tokens)) {
      best = DayAt{today + row.offset, row.part, taken};
    }
  }
  return best;
}

std::optional<DayAt> weekday_at(const Text& text, uint32_t index, int64_t today) {
  const std::string_view first = word_at(text, index);
  const bool turned =
      first == "next" || first == "last" || first == "this" || first == "coming" || first == "past";
  const auto weekday = weekday_of(word_at(text, index + (turned ? 1 : 0)));
  if (!weekday) return std::nullopt;
  const bool future = first == "next" || first == "this" || first == "coming";
  int64_t day = weekday_near(today, *weekday, future);
  if (first == "last" && day == today) day -= 7;
  const std::string_view part_word = word_at(text, index + (turned ? 2 : 1));
  DayPart part = DayPart::none;
  if (part_word == "morning") part = DayPart::morning;
  if (part_word == "afternoon") part = DayPart::afternoon;
  if (part_word == "evening") part = DayPart::evening;
  if (part_word == "night" || part_word == "nite") part = DayPart::night;
  const uint32_t tokens = (turned ? 2U : 1U) + (part == DayPart::none ? 0U : 1U);
  return DayAt{day, part, tokens};
}

// "12 may", "may 12th", "the 12th of may 2024", "in march", "march 2021".
std::optional<DayAt> month_day_at(const Text& text, uint32_t index, int64_t today) {
  uint32_t at = index;
  const bool in = word_at(text, at) == "in";
  if (word_at(text, at) == "the" || in) ++at;
  if (in) {
    if (const auto year = year_at(text, at)) {
      return DayAt{days_from_civil({*year, 7, 1}), DayPart::none, at + 1 - index};
    }
  }
  auto number = number_at(text, at);
  const auto is_day = [](const NumberAt& n) {
    return n.suffix.empty() && !n.article && n.value >= 1 && n.value <= 31 &&
           n.value == std::floor(n.value);
  };
  if (number && is_day(*number)) {
    at += number->tokens;
    if (word_at(text, at) == "of") ++at;
    const auto month = month_of(word_at(text, at));
    if (!month) return std::nullopt;
    const auto year = year_at(text, at + 1);
    const int64_t day = date_near(today, *month, static_cast<int32_t>(number->value), year);
    return DayAt{day, DayPart::none, at + (year ? 2 : 1) - index};
  }
  const auto month = month_of(word_at(text, at));
  if (!month) return std::nullopt;
  number = number_at(text, at + 1);
  if (number && is_day(*number) && !time_unit_of(word_at(text, at + 1 + number->tokens))) {
    const auto year = year_at(text, at + 1 + number->tokens);
    const int64_t day = date_near(today, *month, static_cast<int32_t>(number->value), year);
    return DayAt{day, DayPart::none, at + 1 + number->tokens + (year ? 1 : 0) - index};
  }
  const auto year = year_at(text, at + 1);
  // "may", "march" and "sat" are words of their own; without "in", a year or a day they say no
  // date.
  if (!in && !year) return std::nullopt;
  return DayAt{date_near(today, *month, 15, year), DayPart::none, at + (year ? 2 : 1) - index};
}

// "2026-05-12", "12/05", "12/05/2026": the separators are lost to tokens, so three or two numbers
// in a row whose characters touch.
std::optional<DayAt> numeric_day_at(const Text& text, uint32_t index, int64_t today) {
  const auto touches = [&text](uint32_t i) {
    if (i + 1 >= text.size()) return false;
    const Span left = text.tokens()[i].source;
    const Span right = text.tokens()[i + 1].source;
    if (left.end + 1 != right.begin) return false;
    const char between = text.source()[left.end];
    return between == '/' || between == '-';
  };
  if (!touches(index)) return std::nullopt;
  const auto first = leading_digits(text.word(index));
  const auto second = leading_digits(text.word(index + 1));
  if (!first || !second || !first->rest.empty() || !second->rest.empty()) return std::nullopt;
  const bool three = touches(index + 1);
  if (const auto year = year_at(text, index); year && three) {
    const auto day = leading_digits(text.word(index + 2));
    if (!day || day->value < 1 || day->value > 31 || second->value < 1 || second->value > 12) {
      return std::nullopt;
    }
    const CivilDate date{*year, static_cast<int32_t>(second->value),
                         static_cast<int32_t>(day->value)};
    return DayAt{days_from_civil(date), DayPart::none, 3};
  }
  auto day = static_cast<int32_t>(first->value);
  auto month = static_cast<int32_t>(second->value);
  if (month > 12 && day <= 12) std::swap(day, month);
  const bool slash = text.source()[text.tokens()[index].source.end] == '/';
  if (!slash || day < 1 || day > 31 || month < 1 || month > 12) return std::nullopt;
  const auto year = three ? year_at(text, index + 2) : std::nullopt;
  return DayAt{date_near(today, month, day, year), DayPart::none, three ? 3U : 2U};
}

// "3 weeks ago", "in two days".
std::optional<DayAt> relative_day_at(const Text& text, uint32_t index, int64_t today) {
  const bool ahead = word_at(text, index) == "in";
  const auto length = duration_at(text, index + (ahead ? 1 : 0));
  if (!length) return std::nullopt;
  const uint32_t after = index + (ahead ? 1 : 0) + length->tokens;
  const std::string_view next = word_at(text, after);
  const bool ago = next == "ago" || next == "back";
  if (ahead == ago) return std::nullopt;
  const Duration duration = duration_of_iso(length->iso).value_or(0);
  const int64_t days = duration / day_ms;
  return DayAt{ahead ? today + days : today - days, DayPart::none, after + (ago ? 1 : 0) - index};
}

}  // namespace

std::optional<ClockAt> clock_at(const Text& text, uint32_t index) {
  if (index >= text.size()) return std::nullopt;
  const std::string_view word = text.word(index);
  if (word == "noon" || word == "midday") return ClockAt{12, 0, true, 1};
  if (word == "midnight") return ClockAt{0, 0, true, 1};
  if (auto clock = before_its_hour(text, index)) return clock;
  uint32_t at = index + 1;
  HourMinute time;
  if (const auto digits = digits_of(word)) {
    time = *digits;
  } else {
    const auto number = number_at(text, index);
    const bool usable = number && !number->ordinal && !number->article && number->value >= 1 &&
                        number->value <= 12 && number->value == std::floor(number->value);
    if (!usable || number->tokens != 1) return std::nullopt;
    time.hour = static_cast<int32_t>(number->value);
    const auto minutes = number_at(text, at);
    const bool has_minutes = minutes && !minutes->ordinal && !minutes->article &&
                             minutes->suffix.empty() && minutes->value >= 10 && minutes->value < 60;
    if (has_minutes && !time_unit_of(word_at(text, at + minutes->tokens))) {
      time.minute = static_cast<int32_t>(minutes->value);
      at += minutes->tokens;
    }
  }
  Meridiem meridiem = meridiem_of(time.rest);
  if (!time.rest.empty() && meridiem == Meridiem::none) return std::nullopt;
  if (word_at(text, at) == "oclock") ++at;
  if (meridiem == Meridiem::none) meridiem = said_after(text, at);
  return settled(time.hour, time.minute, meridiem, at - index);
}

std::optional<DayAt> day_at(const Text& text, uint32_t index, int64_t today) {
  if (auto day = named_day_at(text, index, today)) return day;
  if (auto day = numeric_day_at(text, index, today)) return day;
  if (auto day = relative_day_at(text, index, today)) return day;
  if (auto day = month_day_at(text, index, today)) return day;
  return weekday_at(text, index, today);
}

std::optional<int32_t> weekday_of(std::string_view word) {
  struct Row {
    std::string_view word;
    int32_t weekday;
  };
  constexpr Row rows[] = {{"monday", 0},   {"tuesday", 1},  {"wednesday", 2}, {"thursday", 3},
                          {"friday", 4},   {"saturday", 5}, {"sunday", 6},    {"mon", 0},
                          {"tue", 1},      {"tues", 1},     {"weds", 2},      {"wednesdays", 2},
                          {"thurs", 3},    {"thur", 3},     {"fri", 4},       {"wensday", 2},
                          {"wednsday", 2}, {"thrusday", 3}, {"firday", 4}};
  for (const Row& row : rows) {
    if (row.word == word) return row.weekday;
  }
  return std::nullopt;
}

std::optional<int32_t> month_of(std::string_view word) {
  constexpr std::string_view full[] = {"january",   "february", "march",    "april",
                                       "may",       "june",     "july",     "august",
                                       "september", "october",  "november", "december"};
  constexpr std::string_view shorts[] = {"jan", "feb", "mar",  "apr", "may", "jun",
                                         "jul", "aug", "sept", "oct", "nov", "dec"};
  for (int32_t i = 0; i < 12; ++i) {
    if (word == full[i] || word == shorts[i]) return i + 1;
  }
  if (word == "sep") return 9;
  return std::nullopt;
}

int32_t hour_of(DayPart part) {
  switch (part) {
    case DayPart::morning:
      return 8;
    case DayPart::afternoon:
      return 15;
    case DayPart::evening:
      return 19;
    case DayPart::night:
      return 22;
    case DayPart::none:
      break;
  }
  return 12;
}

}  // namespace keel
