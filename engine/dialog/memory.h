#pragma once
// memory: where an answer is kept, how long, and how it goes: `keep:` and `forget:`. Internal.
//
//   store_answer(run, frame, "urge", answer);   // in the frame, the person or the journal
//   wipe_forgotten(run, frame);                 // the frame is about to go
//
// Threads: belongs to one respond() call.
#include <string>

#include "dialog/run.h"

namespace keel {

// Away for this long, and a talk is over.
constexpr Duration talk_gap = 6 * hour_ms;

// Stores an answer under the slot's name: in the frame, the person or the journal, as declared.
void store_answer(Run& run, Frame& frame, const std::string& slot, Answer answer);

// The flow writes this slot into the journal.
bool keeps(const Flow& flow, const std::string& slot);

// What the flow forgets goes with its frame: also from earlier states, from what was said last, and
// from the records of the messages that held it.
void wipe_forgotten(Run& run, const Frame& frame);

// A new talk begins: what was kept for the old one goes.
void end_talk(Run& run);

}  // namespace keel
