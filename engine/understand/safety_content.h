#pragma once
// SafetyContent: the safety rules as plain data, as read from `intents/safety/` (its README.md
// tells a clinician how to read and write them). Not for matching: that is `safety_reader.h`.
// Threads: plain values.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "understand/content_line.h"
#include "understand/understanding.h"

namespace keel {

// What a word tells about the words around it.
enum class SafetyMark : uint8_t {
  i,          // the clause is about the writer
  you,        // about whoever is addressed
  they,       // about somebody else
  thing,      // about no person
  negation,   // turns what follows into its opposite
  reach_end,  // ends the reach of a negation
  refusal,    // an answer that turns down what was just asked
  past,       // long ago
  present,    // takes "long ago" back
  speech,     // somebody's words follow
  joke,       // not meant as it stands
  clause,     // begins a new clause
  opinion,    // lets a negation reach over the next "i": "i don't think i want"
};
constexpr uint32_t safety_mark_count = 13;

// Whose clause a rule wants: the writer's; anybody else's, also when the text does not say;
// somebody else's who is named; anybody's.
enum class SafetySubject : uint8_t { i, they, someone, any };

// What becomes of a rule that fits, in one circumstance.
struct SafetyOutcome {
  bool leave = false;    // it does not fire
  std::string category;  // empty: stays as it is
  SafetyLevel level = SafetyLevel::none;
};

enum class SafetyCase : uint8_t { negated, past, said, they, you, joke, question };
constexpr uint32_t safety_case_count = 7;

struct SafetyRule {
  std::string id;
  std::string category;
  SafetyLevel level = SafetyLevel::none;  // none: counts only `after_heavy`
  SafetySubject subject = SafetySubject::i;
  bool reads_idioms = false;  // fires inside figures of speech too
  SafetyLevel after_heavy = SafetyLevel::none;
  std::array<std::optional<SafetyOutcome>, safety_case_count> cases;
  std::vector<ContentLine> patterns;  // lists are written out; phrases are still {names}
  std::vector<ContentLine> with;      // one of these in the same sentence
  std::vector<ContentLine> with_anywhere;
  std::vector<ContentLine> unless;
  std::vector<ContentLine> unless_anywhere;
  std::vector<ContentLine> coach;  // one of these in what the coach said last
  std::vector<ContentLine> yes;    // sentences in which it must fire
  std::vector<ContentLine> no;     // sentences in which it must not
  ContentLine place;               // of the head, for mistakes
};

// A figure of speech: the words it covers are not read by rules.
struct SafetyIdiom {
  std::string id;
  std::vector<ContentLine> patterns;
  std::vector<ContentLine> yes;
  std::vector<ContentLine> no;
  ContentLine place;
};

struct SafetyPhrase {
  std::string name;
  std::vector<ContentLine> entries;
};

struct SafetyMarkEntry {
  SafetyMark mark = SafetyMark::i;
  ContentLine line;
};

// How a word is hidden or misspelt.
struct SafetyMask {
  enum class Kind : uint8_t {
    forms,   // `form` is read as `word`
    masked,  // `word` is looked for behind signs, digits and spaces
    near,    // `word` is also read with one letter wrong
    known,   // `word` is itself, though it is near to such a word
  };
  Kind kind = Kind::forms;
  std::string word;
  std::string form;
};

struct SafetyLanguage {
  std::string id;
  std::vector<SafetyMarkEntry> marks;
  std::vector<SafetyPhrase> phrases;
  std::vector<SafetyIdiom> idioms;
  std::vector<SafetyRule> rules;
  std::vector<SafetyMask> masks;
};

struct SafetyContent {
  std::vector<std::string> categories;  // at the same level, the earlier one comes first
  std::vector<SafetyLanguage> languages;
};

}  // namespace keel
