#include "server/lanes.h"

#include <algorithm>
#include <utility>

#include "store/vault.h"

namespace keel {
namespace {

constexpr size_t due_timers_max = 10'000;

}  // namespace

Lanes::Lanes(Writer& writer, const Content& content, const Limits& limits, Metrics& metrics,
             std::function<Instant()> now)
    : world_{writer, content, limits, metrics, std::move(now), {}} {
  world_.timer_set = [this](DueTimer timer) { timers_.add(std::move(timer), world_.now()); };
}

std::shared_ptr<Lane> Lanes::lane_of(const SessionKey& key) {
  std::shared_ptr<Lane>& lane = lanes_[key.token_hash];
  if (!lane || lane->gone()) lane = std::make_shared<Lane>(world_, key);
  return lane;
}

void Lanes::hello(const HelloFrame& frame, std::shared_ptr<Peer> peer, Seated seated) {
  const bool is_new = frame.token.empty();
  const std::string token = is_new ? new_token() : frame.token;
  const SessionKey key{hash_token(token), world_.content.pack, world_.content.language};
  const std::shared_ptr<Lane> lane = lane_of(key);
  const auto opened = [this, lane, frame, token, peer = std::move(peer),
                       seated = std::move(seated)](Lane::Opened result) {
    if (result == Lane::Opened::ready) {
      seated(lane);
      return welcome(lane, frame, token, peer);
    }
    const bool unknown = result == Lane::Opened::unknown;
    const Refusal refusal =
        unknown ? Refusal{"token", "This token is not known, or was erased.", false, {}}
                : Refusal{"store", "The store cannot be read just now.", true, {}};
    ++world_.metrics.errors[refusal.code];
    seated(nullptr);
    peer->send(error_frame(refusal));
    peer->close(unknown ? CloseCode::token_unknown : CloseCode::try_later, refusal.code);
  };
  if (is_new) {
    lane->create(opened);
  } else {
    lane->open(opened);
  }
}

void Lanes::welcome(const std::shared_ptr<Lane>& lane, const HelloFrame& frame,
                    const std::string& token, const std::shared_ptr<Peer>& peer) {
  const auto last_seq = static_cast<uint64_t>(lane->last_seq());
  const bool same_numbers = frame.epoch.empty() || frame.epoch == lane->session().epoch;
  Welcome welcome;
  welcome.session = lane->session().name;
  welcome.token = token;
  welcome.epoch = lane->session().epoch;
  welcome.resumed = !frame.token.empty() && same_numbers && frame.last_seq <= last_seq;
  welcome.last_seq = last_seq;
  welcome.heartbeat_s = static_cast<int32_t>(world_.limits.heartbeat.count());
  welcome.now = world_.now();
  welcome.content_hash = world_.content.content_hash;
  welcome.country = lane->country();
  peer->send(welcome_frame(welcome));
  const int64_t after = welcome.resumed ? static_cast<int64_t>(frame.last_seq) : 0;
  lane->join(peer, after, frame.utc_offset_minutes, frame.locale, frame.tz);
}

void Lanes::tick() {
  const Instant now = world_.now();
  for (const DueTimer& due : timers_.take_due(now)) lane_of(due.key)->fire(due.timer);
  if (now - asked_store_at_ >= Timers::ask_store_every) ask_for_timers(now);
  if (now - looked_for_idle_at_ >= second_ms) let_idle_go(now);
}

void Lanes::ask_for_timers(Instant now) {
  asked_store_at_ = now;
  const auto found = [this](const Result<std::vector<DueTimer>>& timers) {
    if (!timers) {
      ++world_.metrics.store_failures;
      return;
    }
    for (const DueTimer& timer : *timers) timers_.add(timer, world_.now());
  };
  // A full queue asks again in half a minute.
  if (!world_.writer.due_timers(now + Timers::horizon, due_timers_max, found)) {
    ++world_.metrics.store_failures;
  }
}

void Lanes::let_idle_go(Instant now) {
  looked_for_idle_at_ = now;
  const Instant before = now - std::chrono::milliseconds(world_.limits.lane_idle).count();
  std::erase_if(lanes_, [before](const auto& entry) {
    return !entry.second->busy() && (entry.second->gone() || entry.second->rest(before));
  });
}

void Lanes::clear() {
  for (const auto& [hash, lane] : lanes_) lane->drop_seats();
  lanes_.clear();
}

bool Lanes::busy() const {
  return std::any_of(lanes_.begin(), lanes_.end(),
                     [](const auto& entry) { return entry.second->busy(); });
}

}  // namespace keel
