#pragma once
// transcript: a conversation as a text file that a writer can read, and its run against a pack.
//
//   # a comment
//   at: 2026-03-03T23:10        local time of the first event (default)
//   start: pause                begin with this flow instead of opening the page
//   Coach: exact words          one line a bubble
//   You: typed words
//   Tap: Label of a reply
//   Wait: 10 minutes            time passes, due timers fire; also "until tomorrow 09:00" and
//   "return" (page reopened) Replies: A | B              what can be tapped now Card: crisis the
//   kind of a card that was just shown
//
// A run gives the person's side to the coach and writes the whole conversation down anew; a
// transcript passes when both are the same text.
#include <string>

#include "base/result.h"
#include "dialog/program.h"

namespace keel {

enum class Between : uint8_t { nothing, save_and_load };

// The conversation as it went; an Error when the file cannot be understood.
Result<std::string> play(const Program& program, const std::string& transcript, Between between);

}  // namespace keel
