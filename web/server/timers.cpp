#include "server/timers.h"

#include <utility>

namespace keel {

void Timers::add(DueTimer timer, Instant now) {
  if (timer.timer.ends_at > now + horizon) return;
  Key key{timer.timer.ends_at, timer.key.token_hash, timer.timer.id};
  timers_.try_emplace(std::move(key), std::move(timer));
}

std::vector<DueTimer> Timers::take_due(Instant now) {
  std::vector<DueTimer> due;
  while (!timers_.empty() && timers_.begin()->second.timer.ends_at <= now) {
    due.push_back(std::move(timers_.begin()->second));
    timers_.erase(timers_.begin());
  }
  return due;
}

}  // namespace keel
