// Corrected lengths, times, counts and ratings.
#include <array>
#include <cmath>

#include "understand/answers.h"
#include "understand/clock.h"
#include "understand/correction_evidence.h"
#include "understand/corrections.h"
#include "understand/durations.h"
#include "understand/numbers.h"
#include "understand/phrases.h"

namespace keel {
namespace {

constexpr int64_t any_day = 20'000;

struct Length {
  std::string iso;
  TokenRange range;
};

// The first, or the first that replaces something.
template <class Fits>
std::optional<Length> length_in(const Text& text, const Fits& fits) {
  for (uint32_t i = 0; i < text.size(); ++i) {
    const auto length = duration_at(text, i);
    if (!length) continue;
    const TokenRange here{i, i + length->tokens};
    if (fits(here)) return Length{length->iso, here};
    i += length->tokens - 1;
  }
  return std::nullopt;
}

size_t count_begin(std::string_view iso) {
  return iso[1] == 'T' ? 2 : 1;
}

// "P2W" with another count: "P3W".
std::string with_count(std::string_view iso, double count) {
  std::string value(iso.substr(0, count_begin(iso)));
  value += std::to_string(static_cast<int64_t>(count));
  value += iso.back();
  return value;
}

// A bare number takes the unit of what was said: "no, four" after "two days".
std::optional<Length> number_in_unit(const Text& text, std::string_view iso,
                                     std::string_view after_word) {
  for (uint32_t i = 0; i < text.size(); ++i) {
    const auto number = number_at(text, i);
    if (!number || number->article || number->ordinal || !number->suffix.empty()) continue;
    if (text.word(i) == "one" && text.size() > 3) continue;
    const TokenRange here{i, i + number->tokens};
    const bool placed = after_word.empty()
                            ? text.size() <= 8 || is_alone(text, here) || is_stated(text, here)
                            : i > 0 && text.word(i - 1) == after_word;
    if (!placed || is_taken_back(text, here) || number->value != std::floor(number->value))
      continue;
    return Length{with_count(iso, number->value), {i, i + number->tokens}};
  }
  return std::nullopt;
}

// "half that", "twice that": of the length that was said.
std::optional<Length> share_of(const Text& text, std::string_view iso) {
  struct Row {
    std::string_view phrase;
    double share;
  };
  constexpr Row rows[] = {{"half that", 0.5}, {"half of that", 0.5}, {"twice that", 2},
                          {"double that", 2}, {"twice as long", 2},  {"three times that", 3}};
  const auto count = leading_digits(iso.substr(count_begin(iso)));
  for (uint32_t i = 0; i < text.size() && i <= 4 && count; ++i) {
    for (const Row& row : rows) {
      const uint32_t taken = phrase_at(text, i, row.phrase);
      const double value = count->value * row.share;
      if (taken == 0 || value != std::floor(value)) continue;
      return Length{with_count(iso, value), {i, i + taken}};
    }
  }
  return std::nullopt;
}

// "ten, it's gone midnight": nothing but a number in the first clause.
bool begins_with_number(const Text& text) {
  const auto number = number_at(text, 0);
  return number && !number->article && !number->ordinal &&
         clause_of(text, 0).last == number->tokens;
}

// "Day 12", "12 days kept": days that are counted.
bool counts_days(const Text& facts) {
  for (uint32_t i = 0; i + 1 < facts.size(); ++i) {
    if (facts.word(i) == "day" && number_at(facts, i + 1)) return true;
  }
  return has_phrase(facts, "kept") || has_phrase(facts, "so far");
}

std::optional<Correction> length_correction(const CorrectionSides& sides) {
  const auto old = length_in(sides.facts, [](TokenRange) { return true; });
  // "married two" beside "together six": the word that was said decides which length is meant.
  constexpr std::string_view kinds[] = {"married", "together", "dating", "engaged"};
  if (old) {
    for (const std::string_view kind : kinds) {
      if (!has_phrase(sides.facts, kind) || !has_phrase(sides.text, kind)) continue;
      const auto now = number_in_unit(sides.text, old->iso, kind);
      if (now && now->iso != old->iso) {
        return correction_of(sides.text, now->range, "duration", now->iso);
      }
    }
  }
  auto now = length_in(sides.text, [&](TokenRange here) { return replaces(sides, here); });
  if (now && old && now->iso == old->iso) return std::nullopt;
  if (!now && old) now = share_of(sides.text, old->iso);
  if (!now && old && (sides.cued || begins_with_number(sides.text)))
    now = number_in_unit(sides.text, old->iso, {});
  constexpr std::string_view denials[] = {
      "thats not how long", "not that long",     "not how long", "longer than that",
      "less than that",     "remember how long", "know how long"};
  if (!now && old && has_any_phrase(sides.text, denials))
    return correction_of(sides.text, {0, sides.text.size()}, "duration", std::nullopt);
  if (!now || (old && old->iso == now->iso)) return std::nullopt;
  // Without a length before, only an announced one is a correction: "no it was 3 years".
  if (!old && !(sides.cued && sides.text.size() <= 8)) return std::nullopt;
  return correction_of(sides.text, now->range, "duration", now->iso);
}

bool says_day(const Text& facts) {
  for (uint32_t i = 0; i < facts.size(); ++i) {
    if (day_at(facts, i, any_day)) return true;
  }
  return false;
}

bool says_clock(const Text& facts) {
  constexpr std::string_view before[] = {"since", "at", "until", "around", "by"};
  for (uint32_t i = 0; i < facts.size(); ++i) {
    const auto clock = clock_at(facts, i);
    if (clock && (clock->sure || (i > 0 && is_one_of(facts.word(i - 1), before)))) return true;
  }
  return false;
}

std::string clock_words(const ClockAt& clock) {
  int32_t hour = clock.hour;
  // An hour alone is the evening's: that is when these talks happen. One to five stay as they are.
  if (!clock.sure && hour >= 6 && hour < 12) hour += 12;
  const auto two = [](int32_t value) {
    return std::string(value < 10 ? "0" : "").append(std::to_string(value));
  };
  return two(hour).append(":").append(two(clock.minute));
}

std::optional<Correction> time_correction(const CorrectionSides& sides) {
  const bool days = says_day(sides.facts);
  const bool clocks = says_clock(sides.facts);
  if (!days && !clocks) return std::nullopt;
  for (uint32_t i = 0; i < sides.text.size(); ++i) {
    if (is_taken_back(sides.text, {i, i + 1})) continue;
    const auto day = day_at(sides.text, i, any_day);
    if (day) {
      const TokenRange range{i, i + day->tokens};
      std::string words;
      for (uint32_t t = range.first; t < range.last; ++t) {
        if (!words.empty()) words += ' ';
        words += sides.text.word(t);
      }
      if (has_phrase(sides.facts, words) || !replaces(sides, range)) continue;
      return correction_of(sides.text, range, "time", words);
    }
    const auto clock = clock_at(sides.text, i);
    const std::string_view before = i > 0 ? sides.text.word(i - 1) : std::string_view{};
    const bool written = sides.text.word(i).find(':') != std::string_view::npos;
    // "its ten past 2 now" tells the time.
    if (clock && !sides.sure && word_at(sides.text, i + clock->tokens) == "now") continue;
    const bool placed = clock && (clock->sure || written || clock->tokens > 1 ||
                                  before == "since" || before == "at" || before == "around");
    const TokenRange range{i, i + (clock ? clock->tokens : 1)};
    if (!placed || !clocks || !replaces(sides, range)) continue;
    return correction_of(sides.text, range, "time", clock_words(*clock));
  }
  return std::nullopt;
}

bool rates(const Text& facts) {
  constexpr std::string_view words[] = {"urge",    "loud", "anxiety", "hurt",      "pain",
                                        "feeling", "mood", "panic",   "intensity", "strong"};
  if (has_phrase(facts, "out of 10") || has_phrase(facts, "out of ten")) return true;
  for (uint32_t i = 0; i < facts.size(); ++i) {
    const auto number = number_at(facts, i);
    if (!number || number->article || number->ordinal || number->value > 10) continue;
    for (uint32_t back = 1; back <= 6 && back <= i; ++back) {
      if (is_one_of(facts.word(i - back), words)) return true;
    }
    // "down to 5", "you put tonight at a 3": nothing is counted.
    constexpr std::string_view levels[] = {"down to", "up to", "at",  "at a",
                                           "at an",   "was a", "is a"};
    const std::string_view next = word_at(facts, i + number->tokens);
    const bool ends = i + number->tokens == clause_of(facts, i).last || next == "for";
    const bool article = i > 0 && (facts.word(i - 1) == "a" || facts.word(i - 1) == "an");
    constexpr std::string_view now[] = {"then", "now", "right", "tonight", "today", "still"};
    if (article && (ends || is_one_of(next, now))) return true;
    if (i == 0 && (next == "right" || next == "now")) return true;
    if (ends && has_phrase_before(facts, i, levels)) return true;
  }
  return false;
}

std::optional<NumberAt> count_at(const Text& text, uint32_t index) {
  constexpr std::string_view once[] = {"once", "twice", "thrice"};
  for (uint32_t i = 0; i < 3; ++i) {
    if (word_at(text, index) == once[i]) return NumberAt{.value = i + 1.0, .tokens = 1};
  }
  const auto number = number_at(text, index);
  if (!number || number->article || !number->suffix.empty()) return std::nullopt;
  return number;
}

std::optional<Correction> count_correction(const CorrectionSides& sides) {
  const bool rating = rates(sides.facts);
  std::optional<double> old;
  for (uint32_t i = 0; i < sides.facts.size() && !old; ++i) {
    if (duration_at(sides.facts, i) && !counts_days(sides.facts)) continue;
    if (const auto number = count_at(sides.facts, i)) old = number->value;
  }
  if (!old) return std::nullopt;
  std::optional<Correction> found;
  for (uint32_t i = 0; i < sides.text.size(); ++i) {
    const auto number = count_at(sides.text, i);
    if (!number || number->value == *old) continue;
    if (duration_at(sides.text, i) && !counts_days(sides.facts)) continue;
    if (!replaces(sides, {i, i + number->tokens})) continue;
    const auto clock = clock_at(sides.text, i);
    if (clock && clock->tokens > 1) continue;
    if (number->ordinal && !is_alone(sides.text, {i, i + number->tokens})) continue;
    // "one" and "only" are seldom numbers: "no one", "this one".
    if (sides.text.word(i) == "one" && sides.text.size() > 3) continue;
    const auto value = static_cast<int64_t>(number->value + 0.5);
    if (rating && value > 10) continue;
    // "make it 6.. no wait, 7": the last word counts.
    constexpr std::string_view waits[] = {"no wait", "wait no", "wait", "no make"};
    if (found && !has_phrase_before(sides.text, i, waits)) continue;
    found = correction_of(sides.text, {i, i + number->tokens}, rating ? "intensity" : "count",
                          std::to_string(value));
  }
  return found;
}

// "i never gave a number", "nowhere near five": wrong, and no other in its place.
std::optional<Correction> number_taken_back(const CorrectionSides& sides) {
  constexpr std::string_view denials[] = {
      "never gave a number", "didnt give a number", "never gave you a number",
      "never said a number", "dont put a number",   "nowhere near",
      "no where near",       "never rated",         "didnt rate"};
  if (sides.asked || !has_any_phrase(sides.text, denials)) return std::nullopt;
  const bool rating = rates(sides.facts);
  bool counted = false;
  for (uint32_t i = 0; i < sides.facts.size(); ++i) counted = counted || count_at(sides.facts, i);
  if (!rating && !counted) return std::nullopt;
  return correction_of(sides.text, {0, sides.text.size()}, rating ? "intensity" : "count",
                       std::nullopt);
}

std::optional<Correction> a_number(const CorrectionSides& sides) {
  if (counts_days(sides.facts)) return count_correction(sides);
  if (auto found = length_correction(sides)) return found;
  if (auto found = time_correction(sides)) return found;
  return count_correction(sides);
}

}  // namespace

std::optional<Correction> number_correction(const CorrectionSides& sides) {
  if (auto found = a_number(sides)) return found;
  return number_taken_back(sides);
}

}  // namespace keel
