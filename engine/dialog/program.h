#pragma once
// Program: one pack's flows, compiled. Each flow is a list of instructions; the places where a
// conversation can stand (questions, waits, visits) have ids made of names, so that a saved session
// finds its place again after the scripts have changed. Built by `script`, run by `respond`. A
// Program that compiled cannot fail at run time.
//
// Threads: immutable after loading, shared freely.
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dialog/condition.h"
#include "dialog/help_lines.h"
#include "dialog/value.h"
#include "understand/reader.h"
#include "understand/reply_matcher.h"

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

struct SafetyStart {
  std::string category;
  SafetyLevel level = SafetyLevel::none;
};

enum class Retention : uint8_t { this_talk, until_erased, days };
struct Keep {
  std::vector<std::string> slots;
  Retention retention = Retention::until_erased;
  int64_t days = 0;
};

struct Flow {
  std::string id;
  std::string title;
  std::string offer;  // the button; the title where none was written
  std::string why;
  std::optional<Line> returning;
  std::vector<std::string> sources;
  std::vector<std::string> start_intents;
  std::vector<SafetyStart> start_safety;
  std::vector<Keep> keep;
  std::vector<std::string> forget;
  std::map<std::string, SlotDeclaration> slots;
  std::map<std::string, Definition> definitions;
  std::vector<Instruction> code;
  std::map<std::string, Address> parts;   // part id -> its first instruction; "" is the beginning
  std::map<std::string, Address> points;  // id of Ask, Wait, Visit -> its instruction
  uint32_t file = 0;

  bool is_safety() const { return !start_safety.empty(); }
  bool is_house() const { return id.starts_with("house-"); }
};

struct Program {
  std::map<std::string, Flow> flows;
  std::map<std::string, SlotDeclaration> person;  // slots of person.keel
  std::map<std::string, std::vector<std::string>>
      starts;  // intent -> flows, in the order of the files
  std::vector<HelpLine> help_lines;
  std::vector<std::string> files;
  Reader reader;
  std::string pack;      // id of the pack
  std::string language;  // "en"
  uint64_t content_hash = 0;

  const Flow* find(const std::string& id) const;
};

}  // namespace keel
