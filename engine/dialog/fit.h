#pragma once
// fit: a session saved under older scripts, made to stand in the newer ones, by landing.h. What has
// no place any more is told by `house-moved-on`, which takes its place in the stack. Internal.
#include <string>
#include <vector>

#include "dialog/program.h"
#include "dialog/session.h"

namespace keel {

constexpr const char* moved_on_flow = "house-moved-on";

struct Fitted {
  bool moved = false;                    // the top stands elsewhere and has not asked there yet
  bool relabelled = false;               // its replies are others than those the person saw
  std::vector<std::string> ended_waits;  // timers of waits that are gone
  std::vector<std::string> secrets;  // events that answered a `forget:` slot of a run that is gone
};

Fitted fit_session(const Program& program, Session& session);

}  // namespace keel
