#pragma once
// talk_line: one line of a talk, a conversation as a text file that a writer can read.
//
//   # a comment
//   at: 2026-03-03T23:10        local time of the first event (default), or a later one
//   start: pause                begin with this flow instead of opening the page
//   language: es                the page is read in it from here on
//   Coach: exact words          one line a bubble
//   Card: crisis                the kind of a card that was just shown
//   Replies: A | B              what can be tapped now
//   You: typed words
//   Tap: Label of a reply
//   Wait: 10 minutes            due timers fire; also "until tomorrow 09:00", "return" (page
//   opened) Slot: urge_before = 8       of the open flow, its visitors, the person, or kept; "is
//   unknown" Journal: promise = water    the newest kept Safety: high                as the page
//   shows it; "none" Ends                        nothing is open any more
//
// Threads: pure functions. Failure: a line of kind `wrong`, with the reason.
#include <string>
#include <string_view>
#include <vector>

namespace keel {

struct TalkLine {
  enum class Kind {
    nothing,  // a comment or an empty line
    coach,    // Coach:, Card: or Replies:, to be compared as a whole
    you,
    tap,
    wait,
    at,
    start,
    language,
    slot,
    journal,
    safety,
    ends,
    wrong
  };
  Kind kind = Kind::nothing;
  int number = 0;       // from 1
  std::string written;  // the whole line
  std::string text;     // after the mark; of `wrong`: why
};

std::vector<TalkLine> read_talk(std::string_view talk);

// "urge_before = 8" or "urge_before is unknown" as its pieces; an empty name: neither.
struct Expected {
  std::string name;
  std::string value;
  enum class Is { equal, known, unknown } is = Is::equal;
};
Expected read_expected(std::string_view text);

}  // namespace keel
