#pragma once
// Step: one instruction of a compiled flow. Questions, waits and visits have ids made of names,
// unique in their flow: there a conversation can stand, and there a saved one finds its place
// again. Threads: immutable.
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/time.h"
#include "dialog/condition.h"
#include "dialog/speech.h"
#include "dialog/value.h"
#include "understand/reply_matcher.h"

namespace keel {

// persisted: do not renumber
enum class AnswerType : uint8_t {
  none = 0,  // replies without a slot
  scale = 1,
  number = 2,
  duration = 3,
  time = 4,
  date = 5,
  when = 6,
  yes_no = 7,
  one_of = 8,
  own_words = 9,  // one of or own words
  text = 10,
  long_text = 11,
  name = 12,
  pronoun = 13,
  country = 14,
  marks = 15,
  list = 16,
};

struct SlotDeclaration {
  AnswerType type = AnswerType::none;
  int64_t min = 0;
  int64_t max = 0;
};

using Address = uint32_t;  // index of an instruction within its flow

struct Reply {
  std::string label;
  Value value;       // what is stored
  Address body = 0;  // what follows this reply
};

struct Say {
  Speech speech;
};

struct Ask {
  std::string id;  // the slot's name, or PART/N; unique in its flow
  std::string part;
  Speech speech;
  std::string slot;  // empty: only the replies matter
  SlotDeclaration type;
  bool unless_known = false;
  std::vector<Line> again;
  std::vector<Line> why;
  std::vector<Reply> replies;
  ReplyMatcher matcher;
  std::vector<std::string> offers;  // flows
  bool offers_guesses = false;
  std::optional<Address> any_other;
  std::optional<Address> skipped;
  Address next = 0;  // where it goes on when nothing special was written
};

struct Wait {
  std::string id;
  std::string slot;  // empty: `duration`
  Duration duration = 0;
  std::vector<Reply> replies;
  ReplyMatcher matcher;
  Address next = 0;
};

struct SetSlot {
  std::string slot;
  Value value;
  std::string from_slot;  // copied, when not empty
};
struct AddTo {
  std::string slot;
  int64_t number = 0;
};
struct Note {
  std::string slot;
  std::string list;
};
struct ClearList {
  std::string list;
};
struct Branch {
  Condition condition;
  Address otherwise = 0;
};  // falls through when true
struct Jump {
  Address to = 0;
};
struct GoFlow {
  std::string flow;
};
struct Visit {
  std::string id;
  std::string flow;
};
struct End {
  bool ask_before = false;
};

struct FollowUp {
  enum class When : uint8_t { tomorrow_morning, tomorrow_evening, after, at_slot };
  When when = When::tomorrow_evening;
  Duration after = 0;
  std::string slot;
  std::string part;
  Address target = 0;
};

struct Show {
  enum class What : uint8_t { help_lines, list, breathing, quick_exit, export_data, known };
  What what = What::help_lines;
  std::string argument;  // need, or list slot
};

struct Use {
  std::string ability;
  std::vector<std::string> slots;
  std::string into;
};

struct Do {
  enum class Action : uint8_t {
    back,
    skip,
    repeat,
    rephrase,
    why,
    restart,
    park,
    stop,
    correct,
    misread,
    erase_last,
    erase_everything,
    resume
  };
  Action action = Action::back;
};

using Step = std::variant<Say, Ask, Wait, SetSlot, AddTo, Note, ClearList, Branch, Jump, GoFlow,
                          Visit, End, FollowUp, Show, Use, Do>;

struct Instruction {
  Step step;
  Place place;
};

}  // namespace keel
