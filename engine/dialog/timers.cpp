#include "dialog/timers.h"

#include <algorithm>

#include "dialog/evaluate.h"
#include "dialog/speak.h"

namespace keel {
namespace {

std::string next_timer_id(Run& run) {
  return "t" + std::to_string(++run.now().timer_count);
}

Instant due_at(const Run& run, const Frame& frame, const FollowUp& follow_up) {
  const int32_t offset = run.event.utc_offset_minutes;
  // For somebody who is still awake at two, "tomorrow" begins with the next sunrise.
  const LocalTime now = local_time(run.event.at, offset);
  const int64_t today = now.hour < night_ends ? now.day_number - 1 : now.day_number;
  switch (follow_up.when) {
    case FollowUp::When::tomorrow_morning:
      return instant_of(today + 1, daytime_begins, 0, offset);
    case FollowUp::When::tomorrow_evening:
      return instant_of(today + 1, evening_hour, 0, offset);
    case FollowUp::When::after:
      return in_daytime(run.event.at + follow_up.after, offset);
    case FollowUp::When::at_slot:
      break;
  }
  const Answer answer = slot_value(run, frame, follow_up.slot);
  if (answer.value.kind == ValueKind::date) return in_daytime(answer.value.number, offset);
  if (answer.value.kind == ValueKind::duration) {
    return in_daytime(run.event.at + answer.value.number, offset);
  }
  return instant_of(today + 1, evening_hour, 0, offset);
}

}  // namespace

Instant in_daytime(Instant at, int32_t utc_offset_minutes) {
  const LocalTime local = local_time(at, utc_offset_minutes);
  if (local.hour < daytime_begins) {
    return instant_of(local.day_number, daytime_begins, 0, utc_offset_minutes);
  }
  if (local.hour >= daytime_ends) {
    return instant_of(local.day_number + 1, daytime_begins, 0, utc_offset_minutes);
  }
  return at;
}

void start_wait(Run& run, Frame& frame, const Wait& wait, Duration duration) {
  OpenTimer open;
  open.timer = {next_timer_id(run), run.event.at, run.event.at + duration, false};
  open.flow = frame.flow;
  open.point = wait.id;
  frame.point = wait.id;
  add_card(run, TimerCard{open.timer.id, open.timer.started_at, open.timer.ends_at});
  run.now().timers.push_back(std::move(open));
}

void schedule_follow_up(Run& run, const Frame& frame, const FollowUp& follow_up) {
  cancel_follow_up(run, frame.flow);
  OpenTimer open;
  open.timer = {next_timer_id(run), run.event.at, due_at(run, frame, follow_up), true};
  open.flow = frame.flow;
  open.point = follow_up.part;
  open.slots = frame.slots;
  for (const std::string& slot : run.flow_of(frame).forget) open.slots.erase(slot);
  run.now().timers.push_back(std::move(open));
}

void cancel_follow_up(Run& run, const std::string& flow) {
  std::erase_if(run.now().timers,
                [&](const OpenTimer& open) { return open.timer.silent && open.flow == flow; });
}

void drop_stray_waits(Run& run) {
  std::erase_if(run.now().timers, [&](const OpenTimer& open) {
    if (open.timer.silent) return false;
    const auto& stack = run.now().stack;
    return std::none_of(stack.begin(), stack.end(), [&](const Frame& frame) {
      return frame.flow == open.flow && frame.point == open.point;
    });
  });
}

OpenTimer* timer_at(Run& run, const Frame& frame) {
  for (OpenTimer& open : run.now().timers) {
    if (!open.timer.silent && open.flow == frame.flow && open.point == frame.point) return &open;
  }
  return nullptr;
}

OpenTimer* timer_by_id(Run& run, const std::string& id) {
  for (OpenTimer& open : run.now().timers) {
    if (open.timer.id == id) return &open;
  }
  return nullptr;
}

void remove_timer(Run& run, const std::string& id) {
  std::erase_if(run.now().timers, [&](const OpenTimer& open) { return open.timer.id == id; });
}

}  // namespace keel
