#include "server/lane.h"

#include <algorithm>
#include <utility>

#include "server/export_json.h"
#include "server/turn_frames.h"
#include "store/session_json.h"
#include "store/vault.h"

namespace keel {
namespace {

using Clock = std::chrono::steady_clock;

constexpr size_t journal_max = 200;
constexpr int erase_attempts_max = 5;
constexpr std::string_view store_message =
    "This could not be stored just now. Nothing is lost here.";
constexpr std::string_view safety_code = "safety";

bool speaks_of_safety(const Turn& turn) {
  return turn.view.safety != SafetyLevel::none ||
         std::any_of(turn.bubbles.begin(), turn.bubbles.end(), [](const Bubble& bubble) {
           return bubble.card && std::holds_alternative<CrisisCard>(*bubble.card);
         });
}

// A timer may be set again under an id that "back" took back, so its end is part of the turn's
// name.
std::string timer_event_id(const TimerRow& timer) {
  return "timer/" + timer.id + "/" + std::to_string(timer.ends_at);
}

std::string country_of(const Session& session) {
  const auto found = session.now.person.find("country");
  return found == session.now.person.end() ? std::string() : found->second.value.text;
}

}  // namespace

// One event between respond() and its commit.
struct Lane::Running {
  Pending pending;
  Response response;
  std::vector<std::pair<int64_t, SharedFrame>> frames;
  Commit commit;
  std::vector<TimerRow> timers;  // open after this turn
};

void Lane::create(std::function<void(Opened)> done) {
  session_name_ = {new_name(), new_name()};
  created_ = false;
  session_.emplace();
  Commit commit;
  commit.key = key_;
  commit.create = session_name_;
  commit.event = "created";
  commit.at = world_.now();
  commit.state = session_to_json(*session_);
  used_at_ = commit.at;
  working_ = true;
  const auto taken = [self = shared_from_this(), done](const CommitResult& result) {
    self->working_ = false;
    if (result.outcome == CommitOutcome::stored) {
      self->created_ = true;
      self->version_ = result.version;
      ++self->world_.metrics.people_created;
    } else {
      ++self->world_.metrics.store_failures;
    }
    done(Opened::ready);
    self->step();
  };
  if (!world_.writer.commit(std::move(commit), taken)) taken(CommitResult{});
}

void Lane::open(std::function<void(Opened)> done) {
  used_at_ = world_.now();
  if (gone_) return done(Opened::unknown);
  if (!session_name_.name.empty()) return done(Opened::ready);
  load(std::move(done));
}

void Lane::load(std::function<void(Opened)> done) {
  working_ = true;
  const auto loaded = [self = shared_from_this(), done](Result<std::optional<Loaded>> result) {
    self->working_ = false;
    done(self->take(std::move(result)));
    self->step();
  };
  if (!world_.writer.load(key_, journal_max, loaded)) loaded(Error{ErrorCode::limit, "busy"});
}

Lane::Opened Lane::take(Result<std::optional<Loaded>> result) {
  if (!result) {
    ++world_.metrics.store_failures;
    return Opened::failed;
  }
  if (!result->has_value()) {
    gone_ = true;
    return Opened::unknown;
  }
  Loaded& loaded = **result;
  Result<Session> session = session_from_json(loaded.state);
  if (!session) {
    ++world_.metrics.store_failures;
    return Opened::failed;
  }
  session_ = std::move(*session);
  country_ = country_of(*session_);
  session_name_ = loaded.session;
  version_ = loaded.version;
  last_seq_ = loaded.last_seq;
  timers_ = std::move(loaded.timers);
  journal_.entries.clear();
  for (const JournalRow& row : loaded.journal) {
    if (Result<JournalEntry> entry = journal_entry_from_json(row.text)) {
      journal_.entries.push_back(std::move(*entry));
    }
  }
  // A commit that was reported as failed may have reached the disk.
  for (Seat& seat : seats_) {
    if (!seat.live || seat.sent_seq >= last_seq_) continue;
    seat.live = false;
    catch_up(seat.peer);
  }
  return Opened::ready;
}

void Lane::join(std::shared_ptr<Peer> peer, int64_t after,
                std::optional<int32_t> utc_offset_minutes, std::string language,
                const std::string& time_zone) {
  language_ = std::move(language);
  if (!time_zone.empty()) region_ = region_of(world_.content.help_lines, time_zone);
  if (utc_offset_minutes) utc_offset_minutes_ = *utc_offset_minutes;
  seats_.push_back({peer, after, false});
  catch_up(peer);
}

void Lane::leave(const Peer& peer) {
  std::erase_if(seats_, [&peer](const Seat& seat) { return seat.peer.get() == &peer; });
  used_at_ = world_.now();
}

Lane::Seat* Lane::seat_of(const Peer* peer) {
  const auto at = std::find_if(seats_.begin(), seats_.end(),
                               [peer](const Seat& seat) { return seat.peer.get() == peer; });
  return at == seats_.end() ? nullptr : &*at;
}

void Lane::catch_up(const std::shared_ptr<Peer>& peer) {
  Seat* seat = seat_of(peer.get());
  if (seat == nullptr) return;
  if (seat->sent_seq >= last_seq_) {
    seat->live = true;
    return;
  }
  const auto found = [self = shared_from_this(), peer](Result<std::vector<Record>> records) {
    Seat* waiting = self->seat_of(peer.get());
    if (waiting == nullptr) return;
    if (!records || records->empty()) {
      ++self->world_.metrics.store_failures;
      peer->close(CloseCode::try_later, "the store cannot be read");
      return;
    }
    for (const Record& record : *records) {
      if (record.seq <= waiting->sent_seq) continue;
      waiting->sent_seq = record.seq;
      peer->send(record_frame(record));
    }
    peer->after_sent([self, peer] { self->catch_up(peer); });
  };
  if (!world_.writer.records(key_, seat->sent_seq, world_.limits.replay_records_max, found)) {
    peer->close(CloseCode::try_later, "busy");
  }
}

void Lane::submit(Event event, std::shared_ptr<Peer> from) {
  used_at_ = world_.now();
  if (waiting_.size() >= world_.limits.lane_events_max) {
    refuse(from, {"busy", "Too many messages are waiting.", true, event.id});
    return;
  }
  event.utc_offset_minutes = utc_offset_minutes_;
  event.language = language_;
  event.region = region_;
  waiting_.push_back({std::move(event), std::move(from), Clock::now()});
  step();
}

void Lane::fire(const TimerRow& timer) {
  if (!timer.payload.empty() && seats_.empty())
    utc_offset_minutes_ = std::atoi(timer.payload.c_str());
  Event event;
  event.kind = EventKind::elapsed;
  event.id = timer_event_id(timer);
  event.timer = timer.id;
  submit(std::move(event), nullptr);
}

bool Lane::open_timer(const std::string& id) const {
  const auto same = [&id](const TimerRow& timer) { return timer.id == id; };
  return std::any_of(timers_.begin(), timers_.end(), same);
}

void Lane::step() {
  while (!working_ && !waiting_.empty() && !gone_) {
    if (!session_) {
      load([self = shared_from_this()](Opened opened) {
        if (opened == Opened::ready || self->waiting_.empty()) return;
        Pending pending = std::move(self->waiting_.front());
        self->waiting_.pop_front();
        if (opened == Opened::failed) return self->fail_unloaded(std::move(pending));
        self->close_all(CloseCode::token_unknown, "erased");
      });
      return;
    }
    Pending pending = std::move(waiting_.front());
    waiting_.pop_front();
    const bool stale = pending.event.kind == EventKind::elapsed && !open_timer(pending.event.timer);
    if (!stale) run(std::move(pending));
  }
}

void Lane::run(Pending pending) {
  Event& event = pending.event;
  event.at = std::max(world_.now(), session_->now.last_event_at);
  const auto started = Clock::now();
  auto running = std::make_shared<Running>();
  running->response = world_.content.respond(std::move(*session_), journal_, event);
  session_.reset();
  world_.metrics.respond.observe(Clock::now() - started);
  running->pending = std::move(pending);
  if (running->response.turn.erase == EraseRequest::everything) {
    for (std::string& notice :
         turn_notices(running->response.turn, "goodbye", utc_offset_minutes_)) {
      const auto frame = std::make_shared<const std::string>(std::move(notice));
      for (const Seat& seat : seats_) seat.peer->send(frame);
    }
    return do_erase(running->pending.event.id, running->pending.from, 1);
  }
  prepare(*running);
  working_ = true;
  const auto stored = [self = shared_from_this(), running](const CommitResult& result) {
    self->working_ = false;
    self->finish(*running, result);
    self->step();
  };
  if (!world_.writer.commit(std::move(running->commit), stored)) {
    working_ = false;
    fail(running->pending, running->response.turn, true);
  }
}

void Lane::prepare(Running& running) const {
  const Event& event = running.pending.event;
  const Turn& turn = running.response.turn;
  Commit& commit = running.commit;
  commit.key = key_;
  if (!created_) commit.create = session_name_;
  commit.event = event.id;
  commit.at = event.at;
  commit.base_version = version_;
  commit.state = session_to_json(running.response.session);
  Spoken spoken{running.response.session.now.language, {}};
  if (const auto twins = world_.content.twins.find(spoken.language);
      twins != world_.content.twins.end()) {
    spoken.flows = twins->second;
  }
  commit.records = turn_records(turn, event, last_seq_ + 1, world_.content.language, spoken);
  for (const Record& record : commit.records) {
    running.frames.emplace_back(record.seq, std::make_shared<const std::string>(record.text));
  }
  commit.take_back = turn.take_back;
  commit.remove_newest_entry = turn.remove_last_entry;
  for (const JournalEntry& entry : turn.journal) {
    commit.journal.push_back({0, entry.slot, journal_entry_to_json(entry), {}, entry.expires_at});
  }
  commit.forget_events = turn.forget_events;
  if (turn.forget_this) commit.forget_events.push_back(event.id);
  const std::string offset = std::to_string(event.utc_offset_minutes);
  for (const OpenTimer& open : running.response.session.now.timers) {
    running.timers.push_back({open.timer.id, open.timer.ends_at, offset});
  }
  for (const TimerRow& timer : running.timers) {
    const auto same = [&timer](const TimerRow& old) {
      return old.id == timer.id && old.ends_at == timer.ends_at;
    };
    if (std::none_of(timers_.begin(), timers_.end(), same)) commit.set_timers.push_back(timer);
  }
  for (const TimerRow& old : timers_) {
    const auto same = [&old](const TimerRow& timer) { return timer.id == old.id; };
    if (std::none_of(running.timers.begin(), running.timers.end(), same)) {
      commit.drop_timers.push_back(old.id);
    }
  }
}

void Lane::finish(Running& running, const CommitResult& result) {
  const Pending& pending = running.pending;
  switch (result.outcome) {
    case CommitOutcome::stored:
      world_.metrics.turn.observe(Clock::now() - pending.came);
      keep(running, result);
      return;
    case CommitOutcome::duplicate:
      ++world_.metrics.duplicates;
      if (pending.from) {
        pending.from->send(
            ack_frame(pending.event.id, static_cast<uint64_t>(result.first_seq), true));
        resend(pending.from, result.first_seq, result.last_seq);
      }
      return;
    case CommitOutcome::failed:
      if (result.error.code == ErrorCode::not_found && created_) {
        return close_all(CloseCode::token_unknown, "erased");
      }
      fail(pending, running.response.turn, false);
      return;
  }
}

void Lane::keep(Running& running, const CommitResult& result) {
  const Turn& turn = running.response.turn;
  const Event& event = running.pending.event;
  ++world_.metrics.turns;
  if (event.kind == EventKind::elapsed) ++world_.metrics.timers_fired;
  created_ = true;
  version_ = result.version;
  session_ = std::move(running.response.session);
  country_ = country_of(*session_);
  timers_ = std::move(running.timers);
  for (const TimerRow& timer : timers_) world_.timer_set({key_, timer});
  take_back(journal_, turn.take_back);
  if (turn.remove_last_entry && !journal_.entries.empty()) journal_.entries.pop_back();
  journal_.entries.insert(journal_.entries.end(), turn.journal.begin(), turn.journal.end());
  std::erase_if(journal_.entries, [&](const JournalEntry& entry) {
    return entry.expires_at > 0 && entry.expires_at <= running.pending.event.at;
  });
  if (journal_.entries.size() > journal_max) {
    const auto surplus = static_cast<std::ptrdiff_t>(journal_.entries.size() - journal_max);
    journal_.entries.erase(journal_.entries.begin(), journal_.entries.begin() + surplus);
  }
  const int64_t before = last_seq_;
  if (!running.frames.empty()) last_seq_ = running.frames.back().first;
  if (running.pending.from) {
    running.pending.from->send(ack_frame(event.id, static_cast<uint64_t>(before + 1), false));
  }
  for (Seat& seat : seats_) {
    if (!seat.live || seat.sent_seq != before) continue;
    for (const auto& [seq, frame] : running.frames) seat.peer->send(frame);
    seat.sent_seq = last_seq_;
  }
}

void Lane::resend(const std::shared_ptr<Peer>& peer, int64_t first, int64_t last) {
  const Seat* seat = seat_of(peer.get());
  // One that is still catching up gets them anyway, in their place.
  if (seat == nullptr || !seat->live || first == 0) return;
  const auto count = static_cast<size_t>(last - first + 1);
  const auto found = [peer, last](const Result<std::vector<Record>>& records) {
    if (!records) return;
    for (const Record& record : *records) {
      if (record.seq <= last) peer->send(record_frame(record));
    }
  };
  if (!world_.writer.records(key_, first - 1, count, found)) {
    peer->close(CloseCode::try_later, "busy");
  }
}

// The state that the turn started from went into respond(); the next event loads it again.
void Lane::fail(const Pending& pending, const Turn& turn, bool busy) {
  ++world_.metrics.store_failures;
  if (!created_) session_.emplace();
  if (speaks_of_safety(turn)) {
    for (std::string& notice : turn_notices(turn, safety_code, utc_offset_minutes_)) {
      const auto frame = std::make_shared<const std::string>(std::move(notice));
      for (const Seat& seat : seats_) seat.peer->send(frame);
    }
  }
  refuse(pending.from,
         {busy ? "busy" : "store", std::string(store_message), true, pending.event.id});
}

void Lane::fail_unloaded(Pending pending) {
  pending.event.at = world_.now();
  const Response response = world_.content.respond(Session{}, Journal{}, pending.event);
  fail(pending, response.turn, false);
}

void Lane::refuse(const std::shared_ptr<Peer>& peer, const Refusal& refusal) {
  ++world_.metrics.errors[refusal.code];
  if (peer) peer->send(error_frame(refusal));
}

void Lane::send_export(std::string id, std::shared_ptr<Peer> to) {
  used_at_ = world_.now();
  const auto done = [self = shared_from_this(), id,
                     to](const Result<std::vector<ExportedSession>>& sessions) {
    if (!sessions) return self->refuse(to, {"store", std::string(store_message), true, id});
    to->send(export_frame(id, export_json(*sessions, self->world_.now())));
  };
  if (!world_.writer.export_person(key_.token_hash, done)) {
    refuse(to, {"busy", std::string(store_message), true, id});
  }
}

void Lane::erase(std::string id, std::shared_ptr<Peer> from) {
  if (gone_) return;
  // Whatever waits is part of what is to go.
  waiting_.clear();
  do_erase(id, std::move(from), 1);
}

void Lane::do_erase(const std::string& id, std::shared_ptr<Peer> from, int attempt) {
  working_ = true;
  const auto done = [self = shared_from_this(), id, from, attempt](const Status& status) {
    self->working_ = false;
    if (status || status.error().code == ErrorCode::not_found) {
      ++self->world_.metrics.people_erased;
      const auto frame = std::make_shared<const std::string>(erased_frame(id));
      for (const Seat& seat : self->seats_) seat.peer->send(frame);
      return self->close_all(CloseCode::done, "erased");
    }
    if (attempt < erase_attempts_max) return self->do_erase(id, from, attempt + 1);
    ++self->world_.metrics.store_failures;
    self->refuse(from, {"store", "Not everything could be erased yet. Ask again.", true, id});
    self->step();
  };
  if (!world_.writer.erase(key_.token_hash, done)) {
    working_ = false;
    refuse(from, {"busy", std::string(store_message), true, id});
  }
}

void Lane::close_all(CloseCode code, std::string_view reason) {
  gone_ = true;
  waiting_.clear();
  session_.reset();
  journal_ = {};
  const std::vector<Seat> seats = std::exchange(seats_, {});
  for (const Seat& seat : seats) seat.peer->close(code, reason);
}

bool Lane::rest(Instant before) {
  if (busy() || used_at_ > before) return false;
  if (created_) {
    session_.reset();
    journal_ = {};
  }
  return seats_.empty();
}

}  // namespace keel
