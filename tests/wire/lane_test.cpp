// Lanes with a coach of three sentences and a store in memory that can be made to fail.
#include "server/lane.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <condition_variable>
#include <mutex>
#include <nlohmann/json.hpp>

#include "server/lanes.h"
#include "store/memory_store.h"
#include "store/vault.h"

using namespace keel;
using Json = nlohmann::json;

namespace {

constexpr Instant start = 1'763'700'000'000;

// Says what it heard; "pause" sets a timer of ten minutes, "crisis" is one, "secret" is to be
// forgotten.
Response small_coach(Session session, const Journal&, const Event& event) {
  Turn turn;
  ++session.turns;
  session.now.last_event_at = event.at;
  if (event.kind == EventKind::opened) turn.bubbles.push_back({"", "Hello.", {}});
  if (event.kind == EventKind::said) turn.bubbles.push_back({"", "You said " + event.text, {}});
  if (event.kind == EventKind::elapsed) {
    const size_t open = std::erase_if(session.now.timers, [&event](const OpenTimer& timer) {
      return timer.timer.id == event.timer;
    });
    if (open > 0) turn.bubbles.push_back({"", "Time.", {}});
  }
  if (event.text == "pause") {
    OpenTimer timer;
    timer.timer = {"t1", event.at, event.at + 10 * minute_ms, false};
    session.now.timers.push_back(timer);
  }
  if (event.text == "crisis") turn.view.safety = SafetyLevel::high;
  if (event.text == "secret") turn.forget_this = true;
  if (event.text == "erase everything") turn.erase = EraseRequest::everything;
  return {std::move(session), std::move(turn)};
}

// A store in memory whose disk can be taken away, for every call, until it is given back.
class FailingStore final : public Store {
 public:
  std::atomic<bool> failing = false;

  Result<std::vector<CommitResult>> commit(std::span<const Commit> commits) override {
    if (failing) return no_disk();
    return memory_.commit(commits);
  }
  Result<std::optional<Loaded>> load(const SessionKey& key, size_t journal_max) override {
    if (failing) return no_disk();
    return memory_.load(key, journal_max);
  }
  Result<std::vector<Record>> records(const SessionKey& key, int64_t after, size_t limit) override {
    if (failing) return no_disk();
    return memory_.records(key, after, limit);
  }
  Result<std::vector<ExportedSession>> export_person(const TokenHash& person) override {
    if (failing) return no_disk();
    return memory_.export_person(person);
  }
  Status erase(const TokenHash& person) override {
    if (failing) return no_disk();
    return memory_.erase(person);
  }
  Result<std::vector<DueTimer>> due_timers(Instant before, size_t limit) override {
    if (failing) return no_disk();
    return memory_.due_timers(before, limit);
  }
  void tidy(bool) override {}

 private:
  static Error no_disk() { return {ErrorCode::unavailable, "no disk"}; }

  MemoryStore memory_;
};

class FakePeer final : public Peer {
 public:
  using Peer::send;
  void send(SharedFrame frame) override {
    if (closed_with == 0) frames.push_back(Json::parse(*frame));
  }
  void after_sent(std::function<void()> work) override { later.push_back(std::move(work)); }
  void close(CloseCode code, std::string_view) override { closed_with = static_cast<int>(code); }

  // Those of this type.
  std::vector<Json> take(const std::string& type) const {
    std::vector<Json> found;
    for (const Json& frame : frames) {
      if (frame["type"] == type) found.push_back(frame);
    }
    return found;
  }

  std::vector<Json> frames;
  std::vector<std::function<void()>> later;
  int closed_with = 0;
};

// A server without sockets: lanes, a writer, and its answers brought to this thread.
class World {
 public:
  World()
      : content_{small_coach, "coach", "en", "hash", {}},
        writer_(make_store(),
                [this](std::vector<Writer::Task> tasks) {
                  const std::lock_guard lock(mutex_);
                  for (Writer::Task& task : tasks) tasks_.push_back(std::move(task));
                  came_.notify_one();
                }),
        lanes_(writer_, content_, limits_, metrics_, [this] { return now; }) {}
  ~World() {
    lanes_.clear();
    writer_.stop();
  }

  Lanes& lanes() { return lanes_; }
  Metrics& metrics() { return metrics_; }
  void fail(bool on) { store_->failing = on; }

  // Runs answers until nothing is under way. A welcome is three questions to the writer in a row
  // (load, records, more records), so it takes three quiet rounds.
  void settle() {
    int quiet = 0;
    while (quiet < 3) {
      // The writer answers in order: behind this question, everything asked before it is answered.
      bool answered = false;
      REQUIRE(writer_.due_timers(0, 1, [&answered](const auto&) { answered = true; }));
      while (!answered) run_tasks();
      quiet = lanes_.busy() ? 0 : quiet + 1;
      for (const auto& peer : peers) {
        for (const auto& work : std::exchange(peer->later, {})) {
          work();
          quiet = 0;
        }
      }
    }
  }

  std::shared_ptr<FakePeer> meet(const HelloFrame& hello = {}) {
    auto peer = std::make_shared<FakePeer>();
    peers.push_back(peer);
    lanes_.hello(hello, peer, [this](std::shared_ptr<Lane> lane) { lane_ = std::move(lane); });
    settle();
    return peer;
  }
  Lane& lane() { return *lane_; }

  void say(const std::shared_ptr<FakePeer>& peer, const std::string& id, const std::string& text) {
    Event event;
    event.kind = EventKind::said;
    event.id = id;
    event.text = text;
    lane_->submit(std::move(event), peer);
  }

  Instant now = start;
  std::vector<std::shared_ptr<FakePeer>> peers;

 private:
  void run_tasks() {
    std::vector<Writer::Task> tasks;
    {
      std::unique_lock lock(mutex_);
      REQUIRE(came_.wait_for(lock, std::chrono::seconds(20), [this] { return !tasks_.empty(); }));
      tasks.swap(tasks_);
    }
    for (const Writer::Task& task : tasks) task();
  }
  std::unique_ptr<Store> make_store() {
    auto store = std::make_unique<FailingStore>();
    store_ = store.get();
    return store;
  }

  FailingStore* store_ = nullptr;
  std::mutex mutex_;
  std::condition_variable came_;
  std::vector<Writer::Task> tasks_;
  Limits limits_;
  Metrics metrics_;
  Content content_;
  Writer writer_;
  Lanes lanes_;
  std::shared_ptr<Lane> lane_;
};

std::string token_of(const FakePeer& peer) {
  return peer.frames.front()["token"];
}

}  // namespace

TEST_CASE("events of one person run in order, one at a time", "[lane]") {
  World world;
  const auto peer = world.meet();
  for (int i = 0; i < 20; ++i) world.say(peer, "message-" + std::to_string(i), std::to_string(i));
  world.settle();
  const std::vector<Json> bots = peer->take("bot");
  REQUIRE(bots.size() == 20);
  for (int i = 0; i < 20; ++i) {
    CHECK(bots[i]["text"] == "You said " + std::to_string(i));
    CHECK(bots[i]["seq"] == 2 * i + 2);
  }
}

TEST_CASE("nothing is sent before it is stored", "[lane]") {
  World world;
  const auto peer = world.meet();
  world.say(peer, "message-1", "hi");
  CHECK(peer->take("bot").empty());
  world.settle();
  CHECK(peer->take("bot").size() == 1);
}

TEST_CASE("more than a lane holds is answered with busy", "[lane]") {
  World world;
  const auto peer = world.meet();
  for (int i = 0; i < 80; ++i) world.say(peer, "message-" + std::to_string(i), "hi");
  world.settle();
  const std::vector<Json> errors = peer->take("error");
  REQUIRE_FALSE(errors.empty());
  CHECK(errors[0]["code"] == "busy");
  CHECK(errors[0]["retryable"] == true);
  CHECK(peer->take("bot").size() + errors.size() == 80);
}

TEST_CASE("a turn that could not be stored did not happen, and its id may be used again",
          "[lane]") {
  World world;
  const auto peer = world.meet();
  world.say(peer, "message-1", "one");
  world.settle();
  world.fail(true);
  world.say(peer, "message-2", "two");
  world.settle();
  REQUIRE(peer->take("error").size() == 1);
  CHECK(peer->take("error")[0]["id"] == "message-2");
  CHECK(peer->take("notice").empty());
  world.fail(false);
  world.say(peer, "message-2", "two");
  world.settle();
  const std::vector<Json> acks = peer->take("ack");
  REQUIRE(acks.size() == 2);
  CHECK_FALSE(acks[1].contains("duplicate"));
  CHECK(peer->take("bot").back()["seq"] == 4);
}

TEST_CASE("what a safety turn says arrives with the store down, even when nothing can be loaded",
          "[lane]") {
  World world;
  const auto peer = world.meet();
  world.fail(true);
  // The first one loses the loaded state, the second cannot load it again.
  for (const char* id : {"message-1", "message-2"}) {
    world.say(peer, id, "crisis");
    world.settle();
  }
  const std::vector<Json> notices = peer->take("notice");
  REQUIRE(notices.size() == 2);
  CHECK(notices[1]["code"] == "safety");
  CHECK(notices[1]["text"] == "You said crisis");
  CHECK(peer->take("error").size() == 2);
}

TEST_CASE("someone new is welcome while the store is down, and stored with their first turn",
          "[lane]") {
  World world;
  world.fail(true);
  const auto peer = world.meet();
  CHECK(peer->take("welcome").size() == 1);
  world.fail(false);
  world.say(peer, "message-1", "hi");
  world.settle();
  CHECK(peer->take("bot").size() == 1);
  HelloFrame hello;
  hello.token = token_of(*peer);
  CHECK(world.meet(hello)->take("you").size() == 1);
}

TEST_CASE("a person who comes back gets what came after the number they saw", "[lane]") {
  World world;
  const auto peer = world.meet();
  for (int i = 0; i < 300; ++i) {
    world.say(peer, "message-" + std::to_string(i), "x");
    if (i % 50 == 0) world.settle();
  }
  world.settle();
  HelloFrame hello;
  hello.token = token_of(*peer);
  hello.last_seq = 10;
  const auto again = world.meet(hello);
  CHECK(again->frames[0]["resumed"] == true);
  int64_t seq = 10;
  for (size_t i = 1; i < again->frames.size(); ++i) CHECK(again->frames[i]["seq"] == ++seq);
  CHECK(seq == world.lane().last_seq());
  CHECK(seq >= 100);
}

TEST_CASE("a timer speaks when it runs out, once, also after everyone left memory", "[lane]") {
  World world;
  const auto peer = world.meet();
  world.say(peer, "message-1", "pause");
  world.settle();
  CHECK(peer->take("bot").back()["state"]["timers"].is_array());
  const std::string token = token_of(*peer);
  const bool resting = GENERATE(false, true);
  if (resting) {
    world.lane().leave(*peer);
    world.now += 5 * minute_ms;
    world.lanes().tick();
    CHECK(world.lanes().size() == 0);
  }
  world.now = start + 9 * minute_ms;
  world.lanes().tick();
  world.settle();
  CHECK(world.metrics().timers_fired == 0);
  world.now = start + 10 * minute_ms + 1;
  for (int i = 0; i < 3; ++i) {
    world.now += Timers::ask_store_every;
    world.lanes().tick();
    world.settle();
    world.lanes().tick();
    world.settle();
  }
  CHECK(world.metrics().timers_fired == 1);
  HelloFrame hello;
  hello.token = token;
  const auto again = world.meet(hello);
  CHECK(again->take("bot").back()["text"] == "Time.");
  CHECK_FALSE(again->take("bot").back().contains("reply_to"));
}

TEST_CASE("words that are to be forgotten are not told again", "[lane]") {
  World world;
  const auto peer = world.meet();
  world.say(peer, "message-1", "secret");
  world.settle();
  CHECK(peer->take("you")[0]["text"] == "secret");
  HelloFrame hello;
  hello.token = token_of(*peer);
  const auto again = world.meet(hello);
  REQUIRE(again->take("you").size() == 1);
  CHECK(again->take("you")[0]["text"] == "");
  CHECK(again->take("you")[0]["id"] == "message-1");
}

TEST_CASE("erasing by word tells every tab and ends them", "[lane]") {
  World world;
  const auto one = world.meet();
  HelloFrame hello;
  hello.token = token_of(*one);
  const auto two = world.meet(hello);
  world.say(one, "message-1", "erase everything");
  world.settle();
  for (const auto& peer : {one, two}) {
    CHECK(peer->take("notice")[0]["text"] == "You said erase everything");
    CHECK(peer->take("erased").size() == 1);
    CHECK(peer->closed_with == 1000);
  }
  CHECK(world.meet(hello)->closed_with == 4401);
}

TEST_CASE("erasing while the store is down is refused and can be asked again", "[lane]") {
  World world;
  const auto peer = world.meet();
  world.say(peer, "message-1", "hi");
  world.settle();
  world.fail(true);
  world.lane().erase("erase-me", peer);
  world.settle();
  REQUIRE(peer->take("error").size() == 1);
  CHECK(peer->take("error")[0]["retryable"] == true);
  CHECK(peer->closed_with == 0);
  world.fail(false);
  world.lane().erase("erase-me", peer);
  world.settle();
  CHECK(peer->closed_with == 1000);
}
