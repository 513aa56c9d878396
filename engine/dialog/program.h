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
#include <vector>

#include "dialog/condition.h"
#include "dialog/help_lines.h"
#include "dialog/step.h"
#include "understand/reader.h"

namespace keel {

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
  std::vector<std::string> needs;  // slots known from the first line on: its visitor has them
  std::vector<std::string> gives;  // slots that a visitor finds set when it comes back
  std::vector<std::string> was;    // ids that this flow had in older scripts
  std::map<std::string, std::string> moved;  // part or question of older scripts -> the one now
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
  std::shared_ptr<const Reader>
      reader;            // never null in a compiled program; may be shared by several
  std::string pack;      // id of the pack
  std::string language;  // "en"
  uint64_t content_hash = 0;
  // language -> flows as its twins say them ("es"): the same code and places, other words
  std::map<std::string, std::map<std::string, Flow>> twins;

  const Flow* find(const std::string& id) const;
  // In that language where there is a twin, else as it was written.
  const Flow* find(const std::string& id, const std::string& spoken) const;
};

}  // namespace keel
