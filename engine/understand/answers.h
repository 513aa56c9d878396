#pragma once
// Answers: typed words read as the answer to a question of a known type. Each returns nothing when
// the words are not such an answer; the dialog then says the question differently. Typos, digits
// and words ("7", "seven", "like a 7 lol", "7/10") are all read. English. Threads: pure functions.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/time.h"
#include "text/text.h"

namespace keel {

enum class YesNo : uint8_t { yes, no, unsure };

std::optional<int64_t> read_scale(const Text& text, int64_t min, int64_t max);
std::optional<int64_t> read_number(const Text& text);
// "half an hour", "20 min", "2" is minutes here; "until tomorrow morning" (8:00), "til 9pm" from
// `at`.
std::optional<Duration> read_duration(const Text& text, Instant at, int32_t utc_offset_minutes);
std::optional<YesNo> read_yes_no(const Text& text);
// A moment in the past or future: "3 weeks ago", "last tuesday", "12 may", "in march".
std::optional<Instant> read_date(const Text& text, Instant at, int32_t utc_offset_minutes);
// The name alone, with its capital: "her name is mia" -> "Mia". Nothing for "idk" or a whole
// sentence.
std::optional<std::string> read_name(const Text& text);
std::optional<std::string> read_pronoun(const Text& text);  // "he", "she", "they"
std::optional<std::string> read_country(const Text& text);  // ISO 3166-1 alpha-2

// ISO 8601 to milliseconds (a month is 30 days, a year 365) and both to plain words ("2 years", "45
// minutes").
std::optional<Duration> duration_of_iso(std::string_view iso);
std::string words_of_iso(std::string_view iso);
std::string words_of_duration(Duration duration);

}  // namespace keel
