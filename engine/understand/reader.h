#pragma once
// Reader: reads a message against one pack's intents, word lists and safety rules. Built once, when
// content is loaded (the intent model is trained here, the same bytes for the same content), then
// immutable.
//
//   const Reader reader = Reader::build(content, seed);
//   const Understanding heard = reader.read(Text::read("he left me on read"), {});
//
// Threads: `read` may be called from any number at once. Time: proportional to the message.
// Failure: none; content mistakes were found by the compiler before.
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/both.h"
#include "base/diagnostic.h"
#include "base/time.h"
#include "text/text.h"
#include "understand/reader_content.h"
#include "understand/trained_intents.h"
#include "understand/understanding.h"

namespace keel {

struct ReadContext {
  std::string_view coach_said;  // the coach's last turn, a line for each thing said
  Instant at = 0;
  int32_t utc_offset_minutes = 0;
  SafetyLevel recent_safety =
      SafetyLevel::none;  // worst of the last turns: a veiled line weighs more
};

class Reader {
 public:
  // Also tells what is wrong with patterns and lists: those diagnostics are added to `diagnostics`.
  static Reader build(const ReaderContent& content, uint64_t seed,
                      std::vector<Diagnostic>& diagnostics, const Both& both = in_turn,
                      const Learn& learn = learn_intents);
  // The same in parts that may run side by side: training is most of the time, and what tells the
  // mistakes. A reader without a model hears everything but what the model would guess.
  static Reader untrained(const ReaderContent& content, std::vector<Diagnostic>& diagnostics);
  Reader with(TrainedIntents trained) &&;

  Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  Understanding read(const Text& text, const ReadContext& context) const;
  // What patterns alone say it means, best first; the spans point into `text`.
  std::vector<IntentGuess> read_patterns(const Text& text) const;
  // Safety alone: for texts that are kept and not interpreted, such as names and letters.
  std::vector<SafetyFinding> read_safety(const Text& text, const ReadContext& context) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace keel
