#pragma once
// Value: what a slot holds. Answer: a value together with the person's own words for it and the
// time. Threads: plain values.
#include <cstdint>
#include <string>
#include <vector>

#include "base/source.h"
#include "base/time.h"

namespace keel {

// persisted: do not renumber
enum class ValueKind : uint8_t {
  unknown = 0,
  number = 1,    // number
  duration = 2,  // number: milliseconds
  date = 3,      // number: an Instant
  word = 4,      // text: a symbol that conditions compare with ("yes", "hold-back", "she", "GB")
  text = 5,      // text: the person's own words
  list = 6,      // items
  marks = 7,     // marks
};

// A piece of the person's words with what keel, or the person, takes it to be.
struct Mark {
  std::string slot;  // the slot whose text it stands in
  Span span;         // bytes in that text
  std::string words;
  std::string kind;  // fact, interpretation, prediction, feeling, should
  std::string why;
  bool corrected = false;
  bool operator==(const Mark&) const = default;
};

struct Value {
  ValueKind kind = ValueKind::unknown;
  int64_t number = 0;
  std::string text;
  std::vector<std::string> items;
  std::vector<Mark> marks;

  static Value of_number(int64_t number) { return {ValueKind::number, number, {}, {}, {}}; }
  static Value of_duration(Duration ms) { return {ValueKind::duration, ms, {}, {}, {}}; }
  static Value of_date(Instant at) { return {ValueKind::date, at, {}, {}, {}}; }
  static Value of_word(std::string word) { return {ValueKind::word, 0, std::move(word), {}, {}}; }
  static Value of_text(std::string text) { return {ValueKind::text, 0, std::move(text), {}, {}}; }
  bool known() const { return kind != ValueKind::unknown; }
  bool operator==(const Value&) const = default;
};

struct Answer {
  Value value;
  std::string words;  // as typed or tapped; what is said back for words and texts
  Instant at = 0;
  bool operator==(const Answer&) const = default;
};

}  // namespace keel
