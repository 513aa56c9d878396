#pragma once
// Lane: one person's conversation while it is in memory. Their events go through it one at a time,
// from whichever socket; a turn is stored before any socket hears of it; an event that was stored
// before is never run again; every open socket gets every record, in order.
//
//   auto lane = std::make_shared<Lane>(world, key);
//   lane->open([=](Lane::Opened opened) { if (opened == Lane::Opened::ready) lane->join(peer, 0);
//   }); lane->submit(event, peer);
//
// Not for finding a person by token (lanes.h). Threads: the network thread only. Failure: when the
// store fails, the sender gets an `error` that may be retried under the same id and the state stays
// as it was; what a safety turn had to say is sent all the same.
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/content.h"
#include "server/frames.h"
#include "server/limits.h"
#include "server/metrics.h"
#include "server/peer.h"
#include "store/writer.h"

namespace keel {

// What all lanes share; it outlives them.
struct LaneWorld {
  Writer& writer;
  const Content& content;
  const Limits& limits;
  Metrics& metrics;
  std::function<Instant()> now;
  std::function<void(DueTimer)> timer_set;
};

class Lane : public std::enable_shared_from_this<Lane> {
 public:
  enum class Opened : uint8_t { ready, unknown, failed };

  Lane(const LaneWorld& world, SessionKey key) : world_(world), key_(std::move(key)) {}

  // A new person. They are welcome even when the store cannot take them in: then the first turn
  // tries again.
  void create(std::function<void(Opened)> done);
  // Loads what is stored, unless it is here already.
  void open(std::function<void(Opened)> done);

  const NewSession& session() const { return session_name_; }
  int64_t last_seq() const { return last_seq_; }
  const std::string& country() const { return country_; }

  // Sends every record after `after`, then each new one.
  // `language` is that of the page, `time_zone` that of its clock; empty: not told.
  void join(std::shared_ptr<Peer> peer, int64_t after, std::optional<int32_t> utc_offset_minutes,
            std::string language, const std::string& time_zone);
  void leave(const Peer& peer);
  void drop_seats() { seats_.clear(); }

  // `from` may be null: a timer. The event's time is set here.
  void submit(Event event, std::shared_ptr<Peer> from);
  void fire(const TimerRow& timer);
  void send_export(std::string id, std::shared_ptr<Peer> to);
  void erase(std::string id, std::shared_ptr<Peer> from);

  bool busy() const { return working_ || !waiting_.empty(); }
  bool gone() const { return gone_; }
  size_t seats() const { return seats_.size(); }
  // Lets the loaded state go when nothing happened since `before`; true: the lane itself may go
  // too.
  bool rest(Instant before);

 private:
  struct Seat {
    std::shared_ptr<Peer> peer;
    int64_t sent_seq = 0;
    bool live = false;  // has every record, so new ones are sent to it as they come
  };
  struct Pending {
    Event event;
    std::shared_ptr<Peer> from;
    std::chrono::steady_clock::time_point came;
  };
  struct Running;

  void step();
  void load(std::function<void(Opened)> done);
  Opened take(Result<std::optional<Loaded>> loaded);
  void run(Pending pending);
  void prepare(Running& running) const;
  void finish(Running& running, const CommitResult& result);
  void keep(Running& running, const CommitResult& result);
  void fail(const Pending& pending, const Turn& turn, bool busy);
  void fail_unloaded(Pending pending);
  void do_erase(const std::string& id, std::shared_ptr<Peer> from, int attempt);
  void catch_up(const std::shared_ptr<Peer>& peer);
  void resend(const std::shared_ptr<Peer>& peer, int64_t first, int64_t last);
  Seat* seat_of(const Peer* peer);
  void refuse(const std::shared_ptr<Peer>& peer, const Refusal& refusal);
  bool open_timer(const std::string& id) const;
  void close_all(CloseCode code, std::string_view reason);

  const LaneWorld& world_;
  SessionKey key_;
  NewSession session_name_;
  std::string country_;
  int64_t last_seq_ = 0;
  uint64_t version_ = 0;
  bool created_ = true;             // false: the store does not know this person yet
  std::optional<Session> session_;  // empty: to be loaded before the next event
  Journal journal_;
  std::vector<TimerRow> timers_;  // open, as stored
  int32_t utc_offset_minutes_ = 0;
  std::string language_;
  std::string region_;  // country of the clock they go by
  std::deque<Pending> waiting_;
  bool working_ = false;
  bool gone_ = false;  // erased
  Instant used_at_ = 0;
  std::vector<Seat> seats_;
};

}  // namespace keel
