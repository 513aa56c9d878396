#pragma once
// Names: everything in a pack that a line may refer to, gathered before any line is looked at, so
// that flows may refer to each other in any order. Threads: immutable once gathered.
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dialog/program.h"
#include "script/report.h"
#include "script/syntax_files.h"

namespace keel {

using Slots = std::map<std::string, SlotDeclaration>;

struct Names {
  std::map<std::string, Slots> flows;  // each with the slots that it asks, sets or notes itself
  std::map<std::string, std::set<std::string>> visitors;  // flow -> flows that visit it
  std::set<std::string> intents;
  std::set<std::string>
      categories;  // of safety; empty: the pack has no rules, and nothing is compared
  Slots person;
  std::map<std::string, std::map<std::string, std::string>>
      given;  // flow -> slot that it is given -> the flow it visits for it
  std::map<std::string, std::string> was;  // old id -> the first flow that says it was called so
  std::set<std::string> kept;              // slots that some flow keeps in the journal
  std::map<std::string, std::set<std::string>>
      words;  // slot -> the words that replies and `set` store in it

  std::set<std::string>
      lost;  // words of lines with a mistake: no name among them is called missing

  std::vector<std::string> flow_ids() const;
};

struct PackNodes {
  std::vector<FlowNode> flows;
  std::vector<PersonNode> persons;
  std::vector<IntentFileNode> intents;
  std::vector<TwinNode> twins;
  std::set<std::string> unreadable;  // names of files that are no text: a flow may be one
};

Names gather_names(const PackNodes& pack, Report& report);

// handed.cpp: adds to the slots of each flow those that it needs, and those that the flows it
// visits give.
void hand_slots(const PackNodes& pack, Names& names);

// declare.cpp: the slots of one flow with their types; `type` none where it cannot be told.
Slots declare_slots(const FlowNode& flow, const Slots& person, Report& report);

// What the engine knows: slots that can only be read (dialogs/README.md).
const Slots& engine_slots();
bool engine_slot_may_be_unknown(std::string_view slot);

// "heard PARTICULAR".
std::span<const std::string_view> particulars();

std::string_view name_of(AnswerType type);         // as it is written: "yes or no"
std::string kind_of(const SlotDeclaration& type);  // in a sentence: "a scale from 0 to 10"
bool is_numeric(AnswerType type);                  // scale, number
bool holds_words(AnswerType type);                 // its values can be compared with a word
bool takes_any_words(AnswerType type);             // whatever is typed is an answer

}  // namespace keel
