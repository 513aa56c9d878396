#pragma once
// timers: waits that hold a flow, and follow-ups that do not. Times are instants; a follow-up is
// kept to daytime in the person's own time. Internal.
#include "dialog/run.h"

namespace keel {

constexpr int32_t night_ends = 5;      // before it, the day is still the one before
constexpr int32_t daytime_begins = 9;  // local hour
constexpr int32_t daytime_ends = 21;   // local hour, exclusive
constexpr int32_t evening_hour = 18;

void start_wait(Run& run, Frame& frame, const Wait& wait, Duration duration);
void schedule_follow_up(Run& run, const Frame& frame, const FollowUp& follow_up);
void cancel_follow_up(Run& run, const std::string& flow);
// The timers of waits that no frame stands at any more.
void drop_stray_waits(Run& run);
OpenTimer* timer_at(Run& run, const Frame& frame);
OpenTimer* timer_by_id(Run& run, const std::string& id);
void remove_timer(Run& run, const std::string& id);
Instant in_daytime(Instant at, int32_t utc_offset_minutes);

}  // namespace keel
