#pragma once
// evaluate: is a condition true now? A comparison with something unknown is false, and so is `is
// not`. Internal.
#include "dialog/run.h"

namespace keel {

// The answer a name stands for in this frame: the flow's slot, the person's, or what the engine
// knows. An answer of unknown kind: nothing is known.
Answer slot_value(const Run& run, const Frame& frame, const std::string& name);

// What was heard this turn, or else when the frame was opened. Null: not heard, or not plainly
// said.
const Particular* heard(const Run& run, const Frame& frame, const std::string& particular);

// Newest journal entry of the slot from before this run of the flow.
const JournalEntry* last_entry(const Run& run, const Frame& frame, const std::string& slot);

bool is_true(const Run& run, const Frame& frame, const Condition& condition);

// The newest entry of the slot that may still be read; null: none.
const JournalEntry* newest_entry(const Run& run, const std::string& slot);

// Its time is over: as if it had been erased.
bool is_expired(const JournalEntry& entry, Instant now);

}  // namespace keel
