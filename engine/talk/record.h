#pragma once
// record: a conversation that was had, as a talk that passes. What the person asked to erase, and
// what a flow forgets, is not written: other words stand in its place, and the coach's side is what
// it says to those.
//
//   Recorder recorder;
//   recorder.took(event, tapped, response.turn);     // after every event
//   const Recorded recorded = recorder.talk(program);
//
// Threads: one conversation each. Failure: `problem` of the Recorded.
#include <string>
#include <vector>

#include "dialog/event.h"
#include "dialog/turn.h"
#include "talk/talk.h"

namespace keel {

struct Recorded {
  std::string talk;
  std::string problem;  // why there is none
  bool words_left_out = false;
  bool differs = false;  // played again, the coach says something else than it did
};

class Recorder {
 public:
  // The flow that the conversation begins with; empty: as the page opens.
  void starts(const std::string& flow) { start_ = flow; }
  void took(const Event& event, bool tapped, const Turn& turn);
  Recorded talk(const Program& program) const;

 private:
  struct Taken {
    Event event;
    bool tapped = false;
    std::vector<std::string> said;
    std::vector<Timer> timers;    // that run after it
    bool kept_something = false;  // wrote to the journal
    bool left_out = false;        // its words are not to be written
  };

  void forget(const std::string& event);
  std::string person_side() const;
  // Until when the timers that ran out before taken_[end] ran, on the clock of the talk.
  Instant ran_until(size_t end, const std::vector<Instant>& clocks) const;

  std::vector<Taken> taken_;
  std::string start_;
};

}  // namespace keel
