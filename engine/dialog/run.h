#pragma once
// Run: the working state of one respond() call: what is read, and the session and turn being made.
// The other files of this folder are functions over it. Internal to `dialog`. Threads: belongs to
// one call.
#include <string>

#include "dialog/fit.h"
#include "dialog/respond.h"
#include "text/text.h"

namespace keel {

struct Seen;

struct Run {
  const Program& program;
  const Journal& journal;
  const Event& event;
  Session session;
  Turn turn;
  Text text;             // of the event
  SessionState before;   // the session as the event found it
  Fitted fitted;         // what newer scripts changed for it
  Seen* seen = nullptr;  // what was run, for those who measure

  SessionState& now() { return session.now; }
  const SessionState& now() const { return session.now; }
  bool idle() const { return session.now.stack.empty(); }
  Frame& top() { return session.now.stack.back(); }
  const Frame& top() const { return session.now.stack.back(); }
  const Flow& flow_of(const Frame& frame) const;
  // The frame that house flows talk about: the topmost one that is not a house flow. Null: none.
  Frame* beneath_house();
};

// The question or wait that the frame stands at; null where it stands at none.
const Ask* open_ask(const Run& run, const Frame& frame);
const Wait* open_wait(const Run& run, const Frame& frame);

// Lines a trace can show: "flow pause: urge-to-contact by pattern".
void note(Run& run, std::string line);

}  // namespace keel
