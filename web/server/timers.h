#pragma once
// Timers: the soonest open timers of all people, so that each can be noticed when it runs out. The
// store has all of them; this holds those of the next minute, and forgets each one it hands out.
//
//   timers.add(due); for (DueTimer& timer : timers.take_due(now)) lanes.fire(timer);
//
// Threads: the network thread only.
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "store/store.h"

namespace keel {

class Timers {
 public:
  // How far ahead of its end a timer is taken in; the store is asked more often than this.
  static constexpr Duration horizon = 90 * second_ms;
  static constexpr Duration ask_store_every = 30 * second_ms;

  // Twice the same is once. One that ends beyond the horizon is left to the store.
  void add(DueTimer timer, Instant now);
  std::vector<DueTimer> take_due(Instant now);
  size_t size() const { return timers_.size(); }

 private:
  using Key = std::tuple<Instant, TokenHash, std::string>;
  std::map<Key, DueTimer> timers_;
};

}  // namespace keel
