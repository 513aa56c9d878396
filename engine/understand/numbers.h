#pragma once
// Numbers as people type them, at one place of a message: "7", "seven", "twenty five", "1,900",
// "2k", "a couple of", "two and a half", "third", "3rd". English. Durations and times of day build
// on it. Threads: pure functions.
#include <cstdint>
#include <optional>
#include <string_view>

#include "text/text.h"

namespace keel {

struct NumberAt {
  double value = 0;
  uint32_t tokens = 0;      // how many it takes
  bool ordinal = false;     // "third"
  bool article = false;     // "a" or "an": one only before a unit
  std::string_view suffix{};  // what was glued to the digits: "2yrs" -> "yrs"
};

std::optional<NumberAt> number_at(const Text& text, uint32_t index);

// The digits at the beginning of a word, "10.30" and "1,900" included; nothing without digits.
struct Digits {
  double value = 0;
  std::string_view rest;
};
std::optional<Digits> leading_digits(std::string_view word);

}  // namespace keel
