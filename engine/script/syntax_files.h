#pragma once
// Syntax of whole files: a flow with its head, person.keel, a file of intents. The statements
// inside stand in syntax.h. A node points at its source, which must outlive it. Threads: plain
// values.
#include <set>
#include "script/promise.h"

#include "script/syntax.h"

namespace keel {

struct KeepNode {
  std::vector<Words> slots;
  Retention retention = Retention::until_erased;
  int64_t days = 0;
};
struct DefineNode {
  Words name;
  bool counts = false;
  std::vector<ConditionNode> conditions;  // one, unless it counts
};
struct SafetyStartNode {
  Words category;
  Words level;
};
struct PromiseNode {
  PromiseKind kind = PromiseKind::go;
  Words target;                            // flow, slot, or the quoted words; empty: none
  std::optional<ConditionNode> condition;  // none: whatever is so
  int64_t turns = 0;                       // of `within N turns`
  Words condition_written;                 // COND
  Words written;                           // the line after "never:" or "always:"
};

// moved: OLD to NEW
struct MovedNode {
  Words from;
  Words to;
};

struct FlowNode {
  const Source* source = nullptr;
  bool base = false;  // PackFile::base
  Words id;
  Words title, offer, why, returning;
  std::vector<Words> sources;
  std::vector<Words> start_intents;
  std::vector<SafetyStartNode> start_safety;
  std::vector<KeepNode> keep;
  std::vector<Words> forget;
  std::vector<Words> needs;
  std::vector<Words> gives;
  std::vector<Words> was;
  std::vector<MovedNode> moved;
  std::vector<DefineNode> definitions;
  std::vector<PromiseNode> promises;
  Block body;
  std::vector<Words> lost_asks;      // slots of questions that stand in the wrong place
  std::set<std::string> lost_words;  // of lines with a mistake: a name among them may be right
  bool lost_slots = false;           // an `ask` is missing, so that a slot is, too
  bool indentation_wrong = false;  // its structure is a guess, so nothing more is concluded from it
  bool has_mistakes = false;       // of form: where it leads cannot be told
};

// A line of a twin: words alone, and what they stand for.
struct TwinLine {
  enum class Kind : uint8_t { part, coach, variant, or_if, and_if, again, why, reply };
  Kind kind = Kind::coach;
  Words text;  // of a part its name, of a reply its label
  std::vector<Words> like;
  std::vector<Words> only_like;
};
struct TwinNode {
  const Source* source = nullptr;
  bool base = false;     // PackFile::base
  std::string language;  // of its folder
  Words id;
  Words title, offer, why, returning;
  std::optional<Words> of;  // marks of the original's lines when it was translated
  std::vector<TwinLine> lines;
  bool has_mistakes = false;
};

struct PersonSlotNode {
  Words name;
  TypeNode type;
};
struct PersonNode {
  const Source* source = nullptr;
  std::set<std::string> lost_words;
  std::vector<PersonSlotNode> slots;
};

struct IntentNode {
  Words id;
  std::vector<Words> examples;
  std::vector<Words> patterns;
};
struct WordListNode {
  Words name;
  std::vector<Words> entries;
};
struct IntentFileNode {
  const Source* source = nullptr;
  std::set<std::string> lost_words;
  std::vector<IntentNode> intents;
  std::vector<WordListNode> lists;
};

}  // namespace keel
