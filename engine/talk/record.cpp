#include "talk/record.h"

#include <algorithm>
#include <cstdio>

namespace keel {
namespace {

constexpr std::string_view left_out_words = "(words that were left out)";
constexpr Duration gap_worth_telling = 2 * minute_ms;

std::string written_time(Instant at, int32_t utc_offset_minutes) {
  const LocalTime local = local_time(at, utc_offset_minutes);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d", local.date.year, local.date.month,
                local.date.day, local.hour, local.minute);
  return text;
}

std::string written_length(Duration length) {
  const Duration seconds = (length + second_ms - 1) / second_ms;
  if (seconds % 60 != 0) return std::to_string(seconds) + " seconds";
  return std::to_string(seconds / 60) + " minutes";
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  std::replace(text.begin(), text.end(), '\r', ' ');
  return text;
}

std::vector<std::string> spoken_in(const std::string& talk) {
  std::vector<std::string> spoken;
  for (const TalkLine& line : read_talk(talk)) {
    if (line.written.starts_with("Coach: ")) spoken.push_back(line.written.substr(7));
  }
  return spoken;
}

}  // namespace

void Recorder::forget(const std::string& event) {
  for (Taken& taken : taken_) {
    if (taken.event.id != event) continue;
    taken.left_out = true;
    taken.event.text.clear();
  }
}

void Recorder::took(const Event& event, bool tapped, const Turn& turn) {
  if (turn.erase == EraseRequest::everything) {
    taken_.clear();
    start_.clear();
    return;
  }
  Taken taken{event, tapped, {}, turn.view.timers, !turn.journal.empty(), false};
  for (const Bubble& bubble : turn.bubbles) {
    if (!bubble.text.empty()) taken.said.push_back(one_line(bubble.text));
  }
  taken_.push_back(std::move(taken));
  for (const std::string& id : turn.forget_events) forget(id);
  if (turn.forget_this) forget(event.id);
  if (!turn.remove_last_entry) return;
  const auto newest = std::find_if(taken_.rbegin(), taken_.rend(), [](const Taken& one) {
    return one.kept_something && !one.left_out;
  });
  if (newest != taken_.rend()) forget(newest->event.id);
}

// A wait ends as long after its beginning as it did; what is due at a time of day, at that time.
Instant Recorder::ran_until(size_t end, const std::vector<Instant>& clocks) const {
  Instant until = 0;
  for (size_t i = end; i-- > 0 && taken_[i].event.kind == EventKind::elapsed;) {
    Instant ran_out = taken_[i].event.at;
    for (size_t k = 0; k < i; ++k) {
      const auto& timers = taken_[k].timers;
      const auto timer = std::find_if(timers.begin(), timers.end(), [&](const Timer& one) {
        return one.id == taken_[i].event.timer;
      });
      if (timer == timers.end()) continue;
      ran_out = clocks[k] + timer->ends_at - timer->started_at;
      break;
    }
    until = std::max(until, ran_out);
  }
  return until;
}

std::string Recorder::person_side() const {
  const Event& first = taken_.front().event;
  std::string out = "at: " + written_time(first.at, first.utc_offset_minutes) + "\n";
  if (!start_.empty()) out += "start: " + start_ + "\n";
  const Instant minute = first.at / minute_ms * minute_ms;  // as precise as `at:` is
  std::vector<Instant> clocks{minute};                      // of the talk, after each event
  const auto wait_until = [&](Instant until) {
    const Duration length = std::max<Duration>(until - clocks.back(), second_ms);
    out += "Wait: " + written_length(length) + "\n";
    return clocks.back() + (length + second_ms - 1) / second_ms * second_ms;
  };
  for (size_t i = 1; i < taken_.size(); ++i) {
    const Taken& taken = taken_[i];
    Instant clock = clocks.back();
    if (taken.event.kind == EventKind::elapsed) {
      const bool last = i + 1 == taken_.size();
      if (last) wait_until(ran_until(i + 1, clocks));
      clocks.push_back(clock);
      continue;
    }
    const Duration takes = taken.event.kind == EventKind::opened ? 0
                           : taken.tapped                        ? tapping_takes
                                                                 : typing_takes;
    const Duration pause = taken.event.at - takes - taken_[i - 1].event.at;
    const Instant ran_out = ran_until(i, clocks);
    const Duration more = pause < gap_worth_telling ? 0 : pause / minute_ms * minute_ms;
    if (ran_out != 0 || more != 0) clock = wait_until(std::max(ran_out, clock) + more);
    clocks.push_back(clock + takes);
    if (taken.event.kind == EventKind::opened) {
      out += "Wait: return\n";
    } else if (taken.left_out) {
      out += "You: " + std::string(left_out_words) + "\n";
    } else {
      out += (taken.tapped ? "Tap: " : "You: ") + one_line(taken.event.text) + "\n";
    }
  }
  return out;
}

Recorded Recorder::talk(const Program& program) const {
  Recorded recorded;
  if (taken_.empty()) {
    recorded.problem = "there is no conversation to save; what was erased is not written";
    return recorded;
  }
  const Talk played = run_talk(program, person_side(), Between::nothing);
  recorded.talk = played.written_anew;
  std::vector<std::string> said;
  for (const Taken& taken : taken_) {
    recorded.words_left_out = recorded.words_left_out || taken.left_out;
    said.insert(said.end(), taken.said.begin(), taken.said.end());
  }
  recorded.differs = played.stopped || said != spoken_in(recorded.talk);
  return recorded;
}

}  // namespace keel
