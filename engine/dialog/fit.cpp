#include "dialog/fit.h"

#include <algorithm>
#include <optional>

#include "dialog/landing.h"

namespace keel {
namespace {

template <class StepType>
const StepType* step_at(const Flow* flow, const std::string& point) {
  if (flow == nullptr) return nullptr;
  const auto found = flow->points.find(point);
  return found == flow->points.end() ? nullptr
                                     : std::get_if<StepType>(&flow->code[found->second].step);
}

// A slot that was renamed together with its question keeps its answer.
void rename_slots(const Flow& flow, std::map<std::string, Answer>& slots) {
  for (const auto& [old_name, name] : flow.moved) {
    const auto answer = slots.find(old_name);
    if (answer == slots.end() || flow.slots.contains(old_name)) continue;
    if (!flow.slots.contains(name) || slots.contains(name)) continue;
    slots[name] = std::move(answer->second);
    slots.erase(old_name);
  }
}

void fit_slots(const std::map<std::string, SlotDeclaration>& declared,
               std::map<std::string, Answer>& slots) {
  std::erase_if(slots, [&](const auto& slot) {
    const auto declaration = declared.find(slot.first);
    return declaration != declared.end() && !fits(declaration->second, slot.second.value);
  });
}

void fit_answers(const Flow& flow, Frame& frame) {
  if (!flow.moved.empty()) rename_slots(flow, frame.slots);
  fit_slots(flow.slots, frame.slots);
  if (!flow.points.contains(frame.replay_from)) frame.replay_from.clear();
}

Parked place_of(const Frame& frame) {
  if (!frame.point.empty()) return {frame.flow, frame.point, frame.in_part};
  return {frame.flow, "", frame.part};
}

void move_to(const Landing& landing, Frame& frame) {
  frame.flow = landing.flow;
  if (landing.how == Landing::How::same) return;
  if (frame.point != landing.point) frame.in_part = landing.part;
  frame.point = landing.point;
  frame.part = landing.part;
}

Frame notice_of_change(const SessionState& state) {
  Frame frame;
  frame.flow = moved_on_flow;
  frame.started_at = state.last_event_at;
  return frame;
}

bool is_house(const std::string& flow) {
  return flow.starts_with("house-");
}

bool stands(const Program& program, const Frame& frame) {
  const Flow* flow = program.find(frame.flow);
  if (flow == nullptr) return false;
  return frame.point.empty() ? flow->parts.contains(frame.part)
                             : flow->points.contains(frame.point);
}

// True: the top one does not stand where it stood, or has not begun.
bool fit_stack(const Program& program, SessionState& state, Fitted& fitted) {
  const bool all_stand = std::all_of(state.stack.begin(), state.stack.end(),
                                     [&](const Frame& frame) { return stands(program, frame); });
  if (all_stand) {
    for (Frame& frame : state.stack) fit_answers(*program.find(frame.flow), frame);
    return !state.stack.empty() && state.stack.back().point.empty();
  }
  std::vector<Frame> stack;
  bool top_moved = false;
  for (Frame& frame : state.stack) {
    const Landing landing = land(program, place_of(frame));
    top_moved = landing.how != Landing::How::same && landing.how != Landing::How::renamed;
    if (landing.how == Landing::How::nowhere) {
      fitted.secrets.insert(fitted.secrets.end(), frame.secret_events.begin(),
                            frame.secret_events.end());
      // One notice says it for all that went; a house flow's own question is not missed.
      const bool told = is_house(frame.flow) || program.find(moved_on_flow) == nullptr ||
                        (!stack.empty() && stack.back().flow == moved_on_flow);
      if (!told) stack.push_back(notice_of_change(state));
      continue;
    }
    move_to(landing, frame);
    fit_answers(*program.find(frame.flow), frame);
    stack.push_back(std::move(frame));
  }
  state.stack = std::move(stack);
  return !state.stack.empty() && (top_moved || state.stack.back().point.empty());
}

bool fit_wait(const Program& program, OpenTimer& open) {
  const Landing landing = land(program, {open.flow, open.point, ""});
  if (step_at<Wait>(program.find(landing.flow), landing.point) == nullptr) return false;
  open.flow = landing.flow;
  open.point = landing.point;
  return true;
}

bool fit_follow_up(const Program& program, OpenTimer& open) {
  const Landing landing = land(program, {open.flow, "", open.point});
  if (landing.how == Landing::How::nowhere) return false;
  const Flow& flow = *program.find(landing.flow);
  const auto point = flow.points.find(landing.point);
  open.flow = landing.flow;
  open.point = point == flow.points.end() ? landing.part : part_at(flow, point->second);
  if (open.point == first_part) open.point.clear();
  if (!flow.moved.empty()) rename_slots(flow, open.slots);
  fit_slots(flow.slots, open.slots);
  return true;
}

void fit_state(const Program& program, SessionState& state, Fitted& fitted) {
  fitted.moved = fit_stack(program, state, fitted);
  std::erase_if(state.timers, [&](OpenTimer& open) {
    if (open.timer.silent) return !fit_follow_up(program, open);
    if (fit_wait(program, open)) return false;
    fitted.ended_waits.push_back(open.timer.id);
    return true;
  });
  fit_slots(program.person, state.person);
}

const std::vector<Reply>* replies_at(const Flow* flow, const std::string& point) {
  if (const auto* ask = step_at<Ask>(flow, point)) return &ask->replies;
  if (const auto* wait = step_at<Wait>(flow, point)) return &wait->replies;
  return nullptr;
}

// A tap counts by its place in the list, and the list may be another one by now.
bool relabelled(const Program& program, const SessionState& state) {
  if (state.stack.empty()) return false;
  const Frame& frame = state.stack.back();
  const std::vector<Reply>* replies =
      replies_at(program.find(frame.flow, state.language), frame.point);
  const std::string prefix = "reply:" + frame.flow + "/" + frame.point + "/";
  size_t seen = 0;
  for (const Choice& choice : state.choices) {
    if (!choice.payload.starts_with(prefix)) continue;
    if (replies == nullptr || seen >= replies->size()) return true;
    if ((*replies)[seen++].label != choice.title) return true;
  }
  return false;
}

// "visited today" holds for a flow under whatever name it was visited.
void rename_visits(const Program& program, std::map<std::string, FlowVisits>& visits) {
  for (const auto& [id, flow] : program.flows) {
    for (const std::string& was : flow.was) {
      const auto old = visits.find(was);
      if (old == visits.end() || program.find(was) != nullptr) continue;
      visits.try_emplace(id, old->second);
      visits.erase(was);
    }
  }
}

}  // namespace

Fitted fit_session(const Program& program, Session& session) {
  Fitted fitted;
  rename_visits(program, session.now.visits);
  fit_state(program, session.now, fitted);
  fitted.relabelled = relabelled(program, session.now);
  for (Undo& undo : session.undo) {
    Fitted before;
    fit_state(program, undo.before, before);
  }
  return fitted;
}

}  // namespace keel
