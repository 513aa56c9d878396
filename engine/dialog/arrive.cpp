#include "dialog/arrive.h"

#include <algorithm>

#include "dialog/safety_turn.h"
#include "dialog/speak.h"
#include "dialog/steps.h"
#include "dialog/timers.h"

namespace keel {
namespace {

constexpr Duration away_before_check_in = 6 * hour_ms;
constexpr Duration place_is_kept = 7 * day_ms;

void deliver_follow_up(Run& run, const OpenTimer& open) {
  const OpenTimer due = open;
  remove_timer(run, due.timer.id);
  const Flow* flow = run.program.find(due.flow);
  // The script may have changed since: a part that is gone has nothing to ask any more.
  if (flow == nullptr || !flow->parts.contains(due.point)) return;
  run.turn.trace.decided = "follow-up of " + due.flow;
  push_flow(run, due.flow, StartedBy::engine);
  run.top().part = due.point;
  run.top().slots = due.slots;
  begin_top(run);
}

const OpenTimer* due_follow_up(const Run& run) {
  const auto& timers = run.now().timers;
  const auto due = std::find_if(timers.begin(), timers.end(), [&](const OpenTimer& open) {
    return open.timer.silent && open.timer.ends_at <= run.event.at;
  });
  return due == timers.end() ? nullptr : &*due;
}

void finish_wait(Run& run, const OpenTimer& open) {
  const Wait* wait = open_wait(run, run.top());
  if (wait == nullptr) return;
  run.turn.trace.decided = "time is up";
  run.now().waited_over = std::max<Duration>(0, run.event.at - open.timer.ends_at);
  const Address next = wait->next;
  run.top().point.clear();
  drop_stray_waits(run);
  run_from(run, next);
}

bool stands_on_top(const Run& run, const OpenTimer& open) {
  return !run.idle() && run.top().flow == open.flow && run.top().point == open.point;
}

// The wait at the top that ran out while nobody was there.
const OpenTimer* overdue_wait(const Run& run) {
  for (const OpenTimer& open : run.now().timers) {
    if (!open.timer.silent && open.timer.ends_at <= run.event.at && stands_on_top(run, open))
      return &open;
  }
  return nullptr;
}

void forget_old_places(Run& run) {
  const bool too_long = run.event.at - run.now().last_event_at > place_is_kept;
  if (!too_long || open_safety_flow(run) != nullptr) return;
  while (!run.idle()) drop_top(run);
}

}  // namespace

void on_opened(Run& run) {
  const Instant last = run.now().last_event_at;
  if (run.session.turns == 0) {
    if (run.program.find("welcome") == nullptr) return;
    push_flow(run, "welcome", StartedBy::engine);
    return begin_top(run);
  }
  forget_old_places(run);
  run.now().days_away = local_time(run.event.at, run.event.utc_offset_minutes).day_number -
                        local_time(last, run.event.utc_offset_minutes).day_number;
  if (run.fitted.moved && !run.idle()) return resume_top(run);
  if (open_safety_flow(run) != nullptr) {
    if (run.event.at - last >= away_before_check_in) return_to_top(run);
    return;
  }
  if (const OpenTimer* open = overdue_wait(run)) return finish_wait(run, *open);
  if (run.event.at - last < away_before_check_in) return;
  if (const OpenTimer* open = run.idle() ? due_follow_up(run) : nullptr) {
    return deliver_follow_up(run, *open);
  }
  if (run.program.find("check-in") == nullptr) return;
  push_flow(run, "check-in", StartedBy::engine);
  begin_top(run);
}

void on_elapsed(Run& run) {
  const auto& ended = run.fitted.ended_waits;
  const bool wait_is_gone = std::find(ended.begin(), ended.end(), run.event.timer) != ended.end();
  if (wait_is_gone && run.fitted.moved && !run.idle()) return resume_top(run);
  OpenTimer* open = timer_by_id(run, run.event.timer);
  if (open == nullptr || open->timer.ends_at > run.event.at) return;
  open->due = true;
  if (open->timer.silent) {
    if (run.idle()) deliver_follow_up(run, *open);
    return;
  }
  if (stands_on_top(run, *open)) finish_wait(run, *open);
}

}  // namespace keel
