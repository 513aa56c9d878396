#pragma once
// Condition: the compiled form of what stands after `if`, as a small tree. Evaluated in evaluate.h.
// Threads: immutable.
#include <cstdint>
#include <string>
#include <vector>

namespace keel {

// What a comparison looks at.
enum class SubjectKind : uint8_t {
  slot,         // name
  last,         // name: the newest earlier journal entry of that slot
  days_since,   // name: whole days since the slot's date, or since its newest journal entry
  count_of,     // name: entries of a list
  heard,        // name: a particular
  counted,      // name: a definition that counts its conditions
  has_kind,     // name: a marks slot; `value` the kind looked for ("guesses", "facts", ...)
  corrected,    // name: a marks slot that the person moved pieces of
  visited,      // name: flow id, empty for this flow; `value` "today" or "this-week"
  waited_over,  // number: milliseconds that the last wait ran over
};

enum class Compare : uint8_t {
  is,
  is_not,
  known,
  unknown,
  less,
  at_most,
  equal,
  at_least,
  more,
  holds
};

enum class ConditionOp : uint8_t { compare, all_of, any_of };

struct Condition {
  ConditionOp op = ConditionOp::all_of;  // without parts: true
  SubjectKind subject = SubjectKind::slot;
  std::string name;
  Compare compare = Compare::holds;
  bool negated = false;    // "has no", "not NAME"
  std::string value;       // the word compared with
  std::string other_slot;  // the slot compared with, instead of number or value
  int64_t number = 0;
  std::vector<Condition> parts;  // of all_of and any_of
};

// `define NAME: COND` (counts == false: true or false) or `how many of ...` (counts: how many parts
// are true).
struct Definition {
  std::string name;
  bool counts = false;
  Condition condition;  // any_of whose parts are counted, when `counts`
};

}  // namespace keel
