#pragma once
// inventory: every line that can ever be said, in the order in which it is read, with when it is
// said. What `keel review` shows and `keel approve` signs.
//
//   Inventory inventory = inventory_of(front, "en");
//   for (const FlowReview& flow : inventory.flows)
//     for (const Entry& entry : flow.entries)
//       if (entry.what == Entry::What::line) show(inventory.lines[entry.line].text);
//
// It holds what stands in the scripts, the help lines that may be shown, and the engine's own words
// (built_in.h). Not in it: what the page around the conversation says (web/widget), and the forms
// of slots, such as a pronoun or "two weeks".
// Threads: pure. Failure: none; `front` must be without errors.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "review/reading.h"
#include "script/front.h"

namespace keel {

enum class LineKind : uint8_t {
  title,
  offer,      // the button, in the person's voice
  why,        // why a flow is suggested
  returning,  // on coming back
  coach,
  variant,   // or:
  instead,   // or if
  addition,  // and if
  again,
  why_asked,
  reply,  // a label to tap, in the person's voice
  help_line,
  built_in,
};
std::string_view name_of(LineKind kind);  // "coach", "reply", ...: stable, for files
bool is_persons_voice(LineKind kind);

struct ReviewLine {
  std::string id;  // "pause/3f9a1c", see line_ids.h
  std::string flow;
  std::string part;  // empty: before the first `part`
  LineKind kind = LineKind::coach;
  std::string language;
  std::string text;
  std::string condition;      // in plain words; empty: always
  std::string own_condition;  // of `or if` and `and if`: without the branches around it
  std::string after;          // the replies it follows: "“Half an hour”"
  std::string written_if;     // the conditions and replies as written, for the hash
  size_t stands_for = 0;      // index of the line whose place it may take; its own: of none
  std::vector<std::string> comments;
  std::string path;   // empty: the engine itself
  uint32_t line = 0;  // from 1
  Span span;          // of the text in its file
  Reading reading;
  std::string hash;  // of all that a sign-off is bound to, see line_hash.h
};

// One piece of a flow as it is read from top to bottom.
struct Entry {
  enum class What : uint8_t { line, branch, step, part, note };
  What what = What::line;
  int depth = 0;
  size_t line = 0;   // index into Inventory::lines, of a line
  std::string text;  // of a branch ("When ..."), a step ("goes on with ..."), a part, a note
};

struct FlowReview {
  enum class Group : uint8_t { safety, built_in, help_lines, talk, house };
  std::string id;
  std::string title;
  std::string path;
  std::string language;
  Group group = Group::talk;
  bool base = false;                // compiled into keel, not of this pack
  std::vector<std::string> starts;  // what leads here, in words
  std::vector<std::string> comments;
  std::vector<Entry> entries;
};

struct Inventory {
  std::vector<ReviewLine> lines;
  std::vector<FlowReview> flows;  // safety first, then what is shown beside it, then the others
};

Inventory inventory_of(const Front& front, const std::string& language);

}  // namespace keel
