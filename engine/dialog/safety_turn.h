#pragma once
// safety_turn: what happens when a message carries a risk. Comes before everything else; cannot be
// switched off by content: where a pack has no flow for a category and level, the built-in text is
// said. Internal.
#include <string>

#include "dialog/run.h"

namespace keel {

enum class SafetyDecision : uint8_t {
  nothing,       // no risk in this message, or an answer inside the safety flow that is running
  other_answer,  // an equal or lower hit of the running safety flow's category: not one of its
                 // plain replies
  lines_only,  // asked about already in this talk: the lines are shown, then the message is read as
               // usual
  taken,       // a safety flow was started, or the built-in text was said; the turn is done
};

SafetyDecision take_safety(Run& run);

// The running safety flow, if the top of the stack is one.
const Flow* open_safety_flow(const Run& run);

// A crisis card for the person's country, or the directory; beneath the last bubble.
void show_help_lines(Run& run, const std::string& need);

// While a hit is recent: the lines that stay in view. Empty otherwise.
std::vector<HelpLine> lines_in_view(const Run& run);
bool safety_is_recent(const Run& run);

}  // namespace keel
