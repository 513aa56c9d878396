#pragma once
// Session: one conversation as a plain value: the stack of flows with their slots, what was said
// already, open timers, and a ring of earlier states for "back". Bounded; saved by names, never by
// index (store/session_json.h). Threads: a plain value, owned by whoever holds it.
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dialog/turn.h"
#include "dialog/value.h"
#include "understand/understanding.h"

namespace keel {

constexpr size_t undo_depth_max = 8;
constexpr size_t stack_depth_max = 8;

// A run of one flow. The top of the stack is where the conversation stands.
struct Frame {
  std::string flow;
  std::string point;  // id of the Ask, Wait or Visit it stands at; empty: not begun
  std::map<std::string, Answer> slots;
  std::vector<std::string> answered;       // ids of the questions answered in this run, in order
  std::vector<std::string> secret_events;  // ids of events whose texts answered a `forget:` slot
  Particulars heard;                       // what the message that opened it said
  std::string replay_from;                 // the corrected question to run again from
  std::string part;                        // begin here instead of at the first line (follow-ups)
  std::string in_part;                     // of `point`: where to land when the point is gone
  std::vector<std::string> guesses;        // flows that its question offers: `offer guesses`
  Instant started_at = 0;
};

struct OpenTimer {
  Timer timer;
  std::string flow;
  std::string point;                    // the Wait, or the part of a follow-up ("part:NAME")
  std::map<std::string, Answer> slots;  // of a follow-up: those of its run
  bool due = false;                     // ran out while something else was open
};

struct FlowVisits {
  uint32_t count = 0;
  Instant last_at = 0;         // when the newest run began
  Instant before_last_at = 0;  // and the one before it; 0: none
};

struct SafetyState {
  SafetyLevel level = SafetyLevel::none;  // the worst since they last said they are safe
  std::string category;
  Instant at = 0;
  std::vector<std::string> asked;  // categories already asked about in this talk
};

// Everything that "back" takes back.
struct SessionState {
  std::vector<Frame> stack;
  std::map<std::string, Answer> person;
  std::map<std::string, FlowVisits> visits;
  std::map<std::string, std::vector<std::string>>
      said;  // speech id -> ids of its lines used in this round
  std::vector<OpenTimer> timers;
  SafetyState safety;
  Particulars heard;                     // of the newest message
  std::string last_words;                // the newest message, cut to what a line may say
  std::string coach_said;                // all bubbles of the last turn that said something
  std::optional<Correction> correction;  // being acknowledged this turn
  std::vector<Choice> choices;           // on offer now
  uint32_t misses = 0;                   // in a row
  uint64_t timer_count = 0;              // ids of timers are made from it
  Instant last_event_at = 0;
  Duration waited_over = 0;  // how long after its end the last wait was noticed
  int64_t days_away = 0;
  std::string language;  // the coach speaks it where twins do; empty: the pack's
};

// The state before one event, kept so that the event can be taken back.
struct Undo {
  SessionState before;
  std::string event;
};

struct Session {
  SessionState now;
  std::deque<Undo> undo;  // newest last
  uint64_t turns = 0;
};

}  // namespace keel
