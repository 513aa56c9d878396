#include "dialog/fit.h"

#include <algorithm>

namespace keel {
namespace {

bool stands(const Program& program, const Frame& frame) {
  const Flow* flow = program.find(frame.flow);
  if (flow == nullptr) return false;
  if (frame.point.empty()) return flow->parts.contains(frame.part);
  return flow->points.contains(frame.point);
}

void fit_state(const Program& program, SessionState& state) {
  std::erase_if(state.stack, [&](const Frame& frame) { return !stands(program, frame); });
  std::erase_if(state.timers,
                [&](const OpenTimer& open) { return program.find(open.flow) == nullptr; });
}

}  // namespace

void fit_session(const Program& program, Session& session) {
  fit_state(program, session.now);
  for (Undo& undo : session.undo) fit_state(program, undo.before);
}

}  // namespace keel
