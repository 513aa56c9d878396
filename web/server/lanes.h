#pragma once
// Lanes: everyone who is in memory. Finds or makes a person's lane from what `hello` says, answers
// with `welcome`, and lets lanes go that nobody uses.
//
//   lanes.hello(frame, peer, [this](std::shared_ptr<Lane> lane) { lane_ = lane; });
//
// Threads: the network thread only. Failure: an unknown token is answered with `error` and close
// code 4401, a store that cannot be read with `error` and 1013; then the lane is null.
#include <functional>
#include <map>
#include <memory>

#include "server/lane.h"
#include "server/timers.h"

namespace keel {

class Lanes {
 public:
  using Seated = std::function<void(std::shared_ptr<Lane>)>;

  Lanes(Writer& writer, const Content& content, const Limits& limits, Metrics& metrics,
        std::function<Instant()> now);

  void hello(const HelloFrame& frame, std::shared_ptr<Peer> peer, Seated seated);

  // Call a few times a second: runs timers that are due, asks the store for the next ones, lets
  // idle lanes go.
  void tick();

  // Forgets everyone; what is stored stays stored.
  void clear();

  bool busy() const;
  size_t size() const { return lanes_.size(); }
  size_t timer_count() const { return timers_.size(); }

 private:
  std::shared_ptr<Lane> lane_of(const SessionKey& key);
  void welcome(const std::shared_ptr<Lane>& lane, const HelloFrame& frame, const std::string& token,
               const std::shared_ptr<Peer>& peer);
  void ask_for_timers(Instant now);
  void let_idle_go(Instant now);

  LaneWorld world_;
  std::map<TokenHash, std::shared_ptr<Lane>> lanes_;
  Timers timers_;
  Instant asked_store_at_ = 0;
  Instant looked_for_idle_at_ = 0;
};

}  // namespace keel
