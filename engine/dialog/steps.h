#pragma once
// steps: runs compiled instructions until the coach has asked, waits, or has nothing left to do.
// Internal.
#include <optional>
#include <string>
#include <vector>

#include "dialog/run.h"

namespace keel {

enum class StartedBy : uint8_t {
  person,  // chosen or said: on top of whatever is open
  engine,  // a house or safety flow, a follow-up
};

// A correction makes the flow run again from the corrected question, answering by itself what was
// answered before.
struct Replay {
  std::vector<std::string> answered;
  std::string open_point;  // where the person was asked before the correction
};

// Pushes a run of the flow; nothing is said until `go_on`.
void push_flow(Run& run, const std::string& flow, StartedBy started_by);

// Runs the top frame from its beginning, or from its part.
void begin_top(Run& run);

// Runs the top frame from an instruction.
void run_from(Run& run, Address at, const std::optional<Replay>& replay = std::nullopt);

// The top frame ends; what is beneath goes on: a visitor continues, a question is asked again.
void end_top(Run& run);

// Removes the top frame without a word, wiping what its flow forgets.
void drop_top(Run& run);

// Asks the open question of the top frame again: in other words (`again:`) or in its own.
enum class AskAgain : uint8_t { in_other_words, in_own_words };
void ask_again(Run& run, AskAgain how);

// Says the flow's `returning:` line, then asks again.
void return_to_top(Run& run);

// Goes on where the top frame stands: asks its question again, or runs on from a place that asks
// nothing (one that has not begun, or a visit whose flow is gone).
void resume_top(Run& run);

// Hands on what the flow of `to` needs (`needs:`).
void hand_needed(const Run& run, const Frame& from, Frame& to);

// A second thing that a message asked for waits in a frame of this flow, below the first.
constexpr const char* two_things_flow = "house-two-things";
// That frame, right below the top and not begun; null: nothing waits there.
const Frame* put_off(const Run& run);
// What a closing choice offers: what was put off comes first.
std::vector<std::string> offered_flows(const Run& run, const Ask& ask);

// What can be tapped now, and the card that belongs to the open question.
std::vector<Choice> open_choices(const Run& run);
void add_question_card(Run& run, const Frame& frame, const Ask& ask);

}  // namespace keel
