#pragma once
// ParticularsReader: what a listener would take in from a message: who, what happened, how long,
// where, feelings, numbers; each with its words and with its scope. A wrong particular said back
// hurts more than none, so where two readings are near each other nothing is heard.
//
//   const ParticularsReader reader = ParticularsReader::build();
//   reader.read(Text::read("my gf left me on read since yesterday")).event->value == "left-on-read"
//
// English. Threads: immutable once built. Time: proportional to the message. Failure: none.
#include <memory>

#include "text/text.h"
#include "understand/heard.h"
#include "understand/understanding.h"

namespace keel {

class ParticularsReader {
 public:
  static ParticularsReader build();
  Particulars read(const Text& text) const;
  // The phrases alone, whoever they are said of: for reading corrections.
  HeardPhrases find(const Text& text) const;

  ParticularsReader();
  ParticularsReader(ParticularsReader&&) noexcept;
  ParticularsReader& operator=(ParticularsReader&&) noexcept;
  ~ParticularsReader();

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace keel
