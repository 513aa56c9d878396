#include "understand/numbers.h"

#include <algorithm>

#include "understand/phrases.h"

namespace keel {
namespace {

struct WordValue {
  std::string_view word;
  uint32_t value;
};

constexpr WordValue small_numbers[] = {
    {"zero", 0},      {"nil", 0},      {"one", 1},      {"two", 2},        {"three", 3},
    {"four", 4},      {"five", 5},     {"six", 6},      {"seven", 7},      {"eight", 8},
    {"nine", 9},      {"ten", 10},     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13},
    {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
    {"nineteen", 19}, {"tree", 3},     {"fuor", 4},     {"foru", 4},       {"fiv", 5},
    {"sevn", 7},      {"sevan", 7},    {"eigth", 8},    {"eght", 8},       {"nien", 9},
    {"elven", 11},    {"tweleve", 12}, {"fiften", 15}};

constexpr WordValue tens[] = {{"twenty", 20},  {"thirty", 30}, {"forty", 40},
                              {"fourty", 40},  {"fifty", 50},  {"sixty", 60},
                              {"seventy", 70}, {"eighty", 80}, {"ninety", 90}};

constexpr WordValue ordinals[] = {
    {"first", 1},     {"second", 2},   {"third", 3},      {"fourth", 4},     {"fifth", 5},
    {"sixth", 6},     {"seventh", 7},  {"eighth", 8},     {"ninth", 9},      {"tenth", 10},
    {"eleventh", 11}, {"twelfth", 12}, {"twentieth", 20}, {"hundredth", 100}};

std::optional<uint32_t> value_of(std::string_view word, std::span<const WordValue> table) {
  for (const WordValue& row : table) {
    if (is_word(row.word, word)) return row.value;
  }
  return std::nullopt;
}

bool is_ordinal_suffix(std::string_view suffix) {
  return suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th";
}

NumberAt from_digits(const Digits& digits) {
  NumberAt number{.value = digits.value, .tokens = 1, .suffix = digits.rest};
  if (is_ordinal_suffix(digits.rest)) {
    number.ordinal = true;
    number.suffix = {};
  } else if (digits.rest == "k") {
    number.value *= 1000;
    number.suffix = {};
  }
  return number;
}

// "a hundred", "two hundred", "three thousand": the factor after a count.
void multiply(const Text& text, uint32_t index, NumberAt& number) {
  for (;;) {
    const std::string_view word = word_at(text, index + number.tokens);
    double factor = 0;
    if (word == "hundred") factor = 100;
    if (word == "thousand") factor = 1000;
    if (word == "dozen") factor = 12;
    if (factor == 0) return;
    number.value *= factor;
    number.article = false;
    ++number.tokens;
  }
}

std::optional<NumberAt> spelled(const Text& text, uint32_t index) {
  const std::string_view word = word_at(text, index);
  if (const auto value = value_of(word, tens)) {
    const std::string_view next = word_at(text, index + 1);
    const auto unit = value_of(next, small_numbers);
    if (unit && *unit > 0 && *unit < 10)
      return NumberAt{.value = double(*value + *unit), .tokens = 2};
    const auto last = value_of(next, ordinals);
    if (last && *last < 10) {
      return NumberAt{.value = double(*value + *last), .tokens = 2, .ordinal = true};
    }
    return NumberAt{.value = double(*value), .tokens = 1};
  }
  if (const auto value = value_of(word, small_numbers)) {
    return NumberAt{.value = double(*value), .tokens = 1};
  }
  if (const auto value = value_of(word, ordinals)) {
    return NumberAt{.value = double(*value), .tokens = 1, .ordinal = true};
  }
  return std::nullopt;
}

std::optional<NumberAt> with_article(const Text& text, uint32_t index) {
  constexpr std::string_view couples[] = {"a couple of", "a couple", "couple of", "couple"};
  if (const uint32_t taken = longest_phrase_at(text, index, couples)) {
    return NumberAt{.value = 2, .tokens = taken};
  }
  if (phrase_at(text, index, "a dozen") > 0) return NumberAt{.value = 12, .tokens = 2};
  const std::string_view word = word_at(text, index);
  if (word == "a" || word == "an") return NumberAt{.value = 1, .tokens = 1, .article = true};
  return std::nullopt;
}

}  // namespace

std::optional<Digits> leading_digits(std::string_view word) {
  size_t at = 0;
  double value = 0;
  const auto digit = [&word](size_t i) {
    return i < word.size() && word[i] >= '0' && word[i] <= '9';
  };
  if (!digit(0)) return std::nullopt;
  while (digit(at) && at < 12) value = value * 10 + (word[at++] - '0');
  const bool thousands = at < word.size() && word[at] == ',' && digit(at + 1) && digit(at + 2) &&
                         digit(at + 3) && !digit(at + 4);
  if (thousands) {
    for (size_t i = at + 1; i < at + 4; ++i) value = value * 10 + (word[i] - '0');
    at += 4;
  } else if (at < word.size() && (word[at] == '.' || word[at] == ',') && digit(at + 1)) {
    double scale = 1;
    for (++at; digit(at) && scale < 1e6; ++at) {
      scale *= 10;
      value = value * 10 + (word[at] - '0');
    }
    value /= scale;
  }
  return Digits{value, word.substr(at)};
}

std::optional<NumberAt> number_at(const Text& text, uint32_t index) {
  if (index >= text.size()) return std::nullopt;
  // Most words are no numbers: their first letter or their length already tells.
  const std::string_view word = text.word(index);
  constexpr std::string_view initials = "0123456789acdefhnostz";
  if (initials.find(word[0]) == std::string_view::npos) return std::nullopt;
  if (word.size() == 2 && word != "an" && word[0] > '9') return std::nullopt;
  std::optional<NumberAt> number;
  if (const auto digits = leading_digits(text.word(index))) {
    number = from_digits(*digits);
  } else {
    number = spelled(text, index);
    if (!number) number = with_article(text, index);
  }
  if (!number || number->ordinal || !number->suffix.empty()) return number;
  multiply(text, index, *number);
  constexpr std::string_view halves[] = {"and a half", "and half"};
  if (const uint32_t half = longest_phrase_at(text, index + number->tokens, halves)) {
    number->value += 0.5;
    number->tokens += half;
    number->article = false;
  }
  return number;
}

}  // namespace keel
