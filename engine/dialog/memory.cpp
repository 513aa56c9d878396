#include "dialog/memory.h"

#include <algorithm>

namespace keel {
namespace {

bool contains(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

const Keep* keep_of(const Flow& flow, const std::string& slot) {
  for (const Keep& keep : flow.keep) {
    if (contains(keep.slots, slot)) return &keep;
  }
  return nullptr;
}

bool is_written(const Keep* keep) {
  return keep != nullptr && keep->retention != Retention::this_talk;
}

void forget_talk(const Program& program, const std::string& flow,
                 std::map<std::string, Answer>& slots) {
  const Flow* known = program.find(flow);
  if (known == nullptr) return;
  for (const Keep& keep : known->keep) {
    if (keep.retention != Retention::this_talk) continue;
    for (const std::string& slot : keep.slots) slots.erase(slot);
  }
}

void forget_talk(const Program& program, SessionState& state) {
  for (Frame& frame : state.stack) forget_talk(program, frame.flow, frame.slots);
  for (OpenTimer& open : state.timers) forget_talk(program, open.flow, open.slots);
}

}  // namespace

bool keeps(const Flow& flow, const std::string& slot) {
  return is_written(keep_of(flow, slot));
}

void store_answer(Run& run, Frame& frame, const std::string& slot, Answer answer) {
  if (slot.empty()) return;
  if (run.program.person.contains(slot)) {
    run.now().person[slot] = std::move(answer);
    return;
  }
  const Flow& flow = run.flow_of(frame);
  const Keep* keep = keep_of(flow, slot);
  if (contains(flow.forget, slot)) {
    frame.secret_events.push_back(run.event.id);
  } else if (is_written(keep) && answer.value.known()) {
    const Instant end =
        keep->retention == Retention::days ? run.event.at + keep->days * day_ms : Instant{0};
    run.turn.journal.push_back({flow.id, slot, answer, run.event.id, end});
  }
  frame.slots[slot] = std::move(answer);
}

void wipe_forgotten(Run& run, const Frame& frame) {
  const Flow& flow = run.flow_of(frame);
  if (flow.forget.empty()) return;
  for (const std::string& event : frame.secret_events) {
    if (event == run.event.id) run.turn.forget_this = true;
    run.turn.forget_events.push_back(event);
  }
  // States in which this run had begun to answer cannot be gone back to: they hold the answers, or
  // the newest message of their time was one.
  std::erase_if(run.session.undo, [&](const Undo& undo) {
    return std::any_of(undo.before.stack.begin(), undo.before.stack.end(), [&](const Frame& old) {
      return old.flow == frame.flow && (!old.slots.empty() || !old.secret_events.empty());
    });
  });
  if (frame.secret_events.empty()) return;
  // A tap says nothing, so that the newest words are those of an earlier event.
  const bool newest_is_other = !contains(frame.secret_events, run.event.id) && !run.text.empty();
  if (newest_is_other) return;
  run.now().last_words.clear();
  run.now().heard = {};
  run.now().correction.reset();
}

void end_talk(Run& run) {
  forget_talk(run.program, run.now());
  forget_talk(run.program, run.before);
  for (Undo& undo : run.session.undo) forget_talk(run.program, undo.before);
}

}  // namespace keel
