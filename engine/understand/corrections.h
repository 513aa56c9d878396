#pragma once
// Corrections: "no it was four days", "her name's mia actually", "they not he". What was said last
// is needed to know what is being corrected: its statements, not its questions, name the values
// that may be wrong. A plain answer to a question is never a correction. Threads: pure functions.
// English.
#include <optional>
#include <string_view>

#include "text/text.h"
#include "understand/particulars.h"
#include "understand/understanding.h"

namespace keel {

// `coach_said`: a line for each thing said in the coach's last turn. Only who says in a few words
// that something is wrong ("no", "actually") goes back beyond its last line.
std::optional<Correction> read_correction(const Text& text, std::string_view coach_said,
                                          const ParticularsReader& particulars);

std::string_view last_line(std::string_view said);

// In a longer message a value may stand in passing.
constexpr uint32_t brief_tokens_max = 12;

// What both sides of a correction say, for the parts below; not for others to call.
struct CorrectionSides {
  const Text& text;     // the person's
  const Text& said;     // what was said last
  const Text& facts;    // the same without its questions
  bool cued = false;    // the person's words may announce a correction: "sorry", "its"
  bool sure = false;    // and these do: "no", "actually", "i meant"
  bool asked = false;   // something was asked there
  HeardPhrases heard;   // in `text`
  HeardPhrases before;  // in `facts`
};

// Whether the value stands where a correction has it. In a longer message, or an unannounced one, a
// number or a name may be of anything.
bool replaces(const CorrectionSides& sides, TokenRange value);
Correction correction_of(const Text& text, TokenRange range, std::string slot,
                         std::optional<std::string> value);
std::optional<Correction> name_correction(const CorrectionSides& sides);
// Names, pronouns, genders, roles and status.
std::optional<Correction> person_correction(const CorrectionSides& sides);
// Who did it.
std::optional<Correction> doer_correction(const CorrectionSides& sides);
std::optional<Correction> place_correction(const CorrectionSides& sides);
// Lengths, times, counts, ratings.
std::optional<Correction> number_correction(const CorrectionSides& sides);

}  // namespace keel
