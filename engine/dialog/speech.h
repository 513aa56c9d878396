#pragma once
// Speech: what the coach can say at one place: its variants and conditional lines, each as literal
// text and slots in turn. Compiled from `Coach:` and what stands under it. Threads: immutable.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dialog/condition.h"

namespace keel {

struct Place {
  uint32_t file = 0;  // index into Program::files
  uint32_t line = 0;  // from 1
};

// One sentence as written: literal text and slots in turn.
struct Piece {
  enum class Kind : uint8_t {
    literal,
    slot,
    last_slot,
    day_of,
    heard,
    who,
    them,
    they,
    their,
    they_verb
  };
  Kind kind = Kind::literal;
  std::string text;  // literal text, slot name, particular, or verb ("have", "are")
  bool capital = false;
};

struct Line {
  std::string id;  // FLOW/PART/N.V: N-th speech of the part, V-th line of it
  std::vector<Piece> pieces;
  std::optional<Condition> condition;  // of `or if` and `and if`
  Place place;
};

struct Speech {
  std::string id;
  std::vector<Line> plain;        // `Coach:` and its `or:`
  std::vector<Line> conditional;  // `or if`, in order
  std::vector<Line> additions;    // `and if`, in order
};

// persisted: do not renumber

}  // namespace keel
