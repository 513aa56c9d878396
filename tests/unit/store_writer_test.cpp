// The writer thread: batches, order, limits, failures, stopping.
#include "store/writer.h"

#include <catch2/catch.hpp>
#include <future>
#include <map>
#include <set>

#include "store/memory_store.h"
#include "store_support.h"

namespace keel::store_test {
namespace {

// What a test watches and steers of a store that belongs to the writer's thread.
struct Control {
  std::mutex mutex;
  std::condition_variable changed;
  bool closed = false;  // commits wait at the gate
  int waiting = 0;
  std::vector<size_t> batches;      // sizes of the commits that came, in order
  std::optional<Error> failure;     // every commit fails with it
  std::set<std::string> bad_words;  // a batch with such a state fails as a whole
  std::string log;                  // what was asked: c commit, l load, r records, e erase, t tidy

  void close() {
    const std::lock_guard lock(mutex);
    closed = true;
  }
  void open() {
    const std::lock_guard lock(mutex);
    closed = false;
    changed.notify_all();
  }
  void wait_for_one_at_the_gate() {
    std::unique_lock lock(mutex);
    changed.wait(lock, [this] { return waiting > 0; });
  }
  void fail(std::optional<Error> error) {
    const std::lock_guard lock(mutex);
    failure = std::move(error);
  }
  std::vector<size_t> batch_sizes() {
    const std::lock_guard lock(mutex);
    return batches;
  }
  std::string asked() {
    const std::lock_guard lock(mutex);
    return log;
  }
};

class WatchedStore : public Store {
 public:
  explicit WatchedStore(Control& control) : control_(control) {}

  Result<std::vector<CommitResult>> commit(std::span<const Commit> commits) override {
    std::unique_lock lock(control_.mutex);
    ++control_.waiting;
    control_.changed.notify_all();
    control_.changed.wait(lock, [this] { return !control_.closed; });
    --control_.waiting;
    control_.batches.push_back(commits.size());
    control_.log += 'c';
    if (control_.failure) return *control_.failure;
    for (const Commit& commit : commits) {
      if (control_.bad_words.contains(commit.state)) {
        return Error{ErrorCode::conflict, "a bad row"};
      }
    }
    return store_.commit(commits);
  }
  Result<std::optional<Loaded>> load(const SessionKey& key, size_t journal_max) override {
    note('l');
    return store_.load(key, journal_max);
  }
  Result<std::vector<Record>> records(const SessionKey& key, int64_t after, size_t limit) override {
    note('r');
    return store_.records(key, after, limit);
  }
  Result<std::vector<ExportedSession>> export_person(const TokenHash& person) override {
    return store_.export_person(person);
  }
  Status erase(const TokenHash& person) override {
    note('e');
    return store_.erase(person);
  }
  Result<std::vector<DueTimer>> due_timers(Instant before, size_t limit) override {
    return store_.due_timers(before, limit);
  }
  void tidy(bool idle) override { note(idle ? 'T' : 't'); }

 private:
  void note(char what) {
    const std::lock_guard lock(control_.mutex);
    control_.log += what;
  }

  Control& control_;
  MemoryStore store_;
};

// Stands for the event loop: takes the batches of answers and runs them where it is told to.
class Loop {
 public:
  Writer::Deliver deliver() {
    return [this](std::vector<Writer::Task> tasks) {
      const std::lock_guard lock(mutex_);
      deliveries_.push_back(std::move(tasks));
      changed_.notify_all();
    };
  }
  // Runs the next batch of answers; gives how many there were.
  size_t run_one() {
    std::vector<Writer::Task> tasks;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return !deliveries_.empty(); });
      tasks = std::move(deliveries_.front());
      deliveries_.erase(deliveries_.begin());
    }
    for (Writer::Task& task : tasks) task();
    return tasks.size();
  }
  size_t waiting() {
    const std::lock_guard lock(mutex_);
    return deliveries_.size();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::vector<Writer::Task>> deliveries_;
};

struct Bench {
  Control control;
  Loop loop;
  std::string outcomes;
  Writer writer;

  explicit Bench(WriterLimits limits = {})
      : writer(std::make_unique<WatchedStore>(control), loop.deliver(), limits) {}

  Status commit(Commit commit) {
    return writer.commit(std::move(commit), [this](const CommitResult& result) {
      outcomes += "sdf"[static_cast<int>(result.outcome)];
    });
  }
  // One commit at the closed gate, so that what is queued now comes together afterwards.
  void hold() {
    control.close();
    REQUIRE(commit(first_turn("held")));
    control.wait_for_one_at_the_gate();
  }
};

Commit of(int person) {
  return first_turn("p" + std::to_string(person));
}

TEST_CASE("all that came in during one sync is stored in the next, and told in one go",
          "[writer]") {
  Bench bench;
  bench.hold();
  for (int i = 0; i < 20; ++i) REQUIRE(bench.commit(of(i)));
  CHECK(bench.writer.stats().queued == 20);
  CHECK(bench.loop.waiting() == 0);
  bench.control.open();
  CHECK(bench.loop.run_one() == 1);
  CHECK(bench.loop.run_one() == 20);
  CHECK(bench.control.batch_sizes() == std::vector<size_t>{1, 20});
  CHECK(bench.outcomes == std::string(21, 's'));
  CHECK(bench.writer.stats().commits == 21);
  CHECK(bench.writer.stats().batches == 2);
  CHECK(bench.writer.stats().queued == 0);
}

TEST_CASE("no answer is given before its turn is stored", "[writer]") {
  Bench bench;
  bench.hold();
  CHECK(bench.loop.waiting() == 0);
  CHECK(bench.outcomes.empty());
  bench.control.open();
  bench.loop.run_one();
  CHECK(bench.outcomes == "s");
}

TEST_CASE("a read sees every commit that was queued before it", "[writer]") {
  Bench bench;
  bench.hold();
  std::string seen;
  REQUIRE(bench.commit(first_turn("ann", "a")));
  REQUIRE(bench.writer.load(key_of("ann"), 10, [&](Result<std::optional<Loaded>> loaded) {
    seen += (*loaded)->state + ";";
  }));
  REQUIRE(bench.writer.records(key_of("ann"), 0, 10, [&](Result<std::vector<Record>> records) {
    seen += shown(*records) + ";";
  }));
  REQUIRE(bench.writer.export_person(key_of("ann").token_hash,
                                     [&](Result<std::vector<ExportedSession>> sessions) {
                                       seen += std::to_string(sessions->size()) + ";";
                                     }));
  REQUIRE(bench.writer.due_timers(
      1, 10, [&](Result<std::vector<DueTimer>> due) { seen += std::to_string(due->size()); }));
  bench.control.open();
  bench.loop.run_one();
  CHECK(bench.loop.run_one() == 5);
  CHECK(seen == "state after a;1:you:a 2:bot:re: a;1;0");
}

TEST_CASE("an erasure neither overtakes a commit nor is overtaken by one", "[writer]") {
  Bench bench;
  bench.hold();
  std::string seen;
  const auto look = [&] {
    REQUIRE(bench.writer.load(key_of("ann"), 10, [&](Result<std::optional<Loaded>> loaded) {
      seen += loaded->has_value() ? (*loaded)->state + ";" : "gone;";
    }));
  };
  REQUIRE(bench.commit(first_turn("ann", "a")));
  look();
  REQUIRE(bench.writer.erase(key_of("ann").token_hash,
                             [&](Status erased) { seen += erased ? "erased;" : "not;"; }));
  look();
  REQUIRE(bench.writer.erase(key_of("ann").token_hash,
                             [&](Status erased) { seen += erased ? "erased;" : "not;"; }));
  REQUIRE(bench.commit(first_turn("ann", "anew")));
  look();
  bench.control.open();
  bench.loop.run_one();
  bench.loop.run_one();
  CHECK(seen == "state after a;erased;gone;not;state after anew;");
}

TEST_CASE("a full queue refuses, and takes jobs again when it has room", "[writer]") {
  Bench bench({.jobs_max = 3, .bytes_max = 1U << 20U});
  bench.hold();
  for (int i = 0; i < 3; ++i) REQUIRE(bench.commit(of(i)));
  const Status refused = bench.commit(of(3));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::limit);
  CHECK_FALSE(bench.writer.load(key_of("p1"), 1, [](const Result<std::optional<Loaded>>&) {}));
  bench.control.open();
  bench.loop.run_one();
  bench.loop.run_one();
  REQUIRE(bench.commit(of(3)));
  bench.loop.run_one();
  CHECK(bench.outcomes == "sssss");
}

TEST_CASE("queued commits do not eat the memory", "[writer]") {
  Bench bench({.jobs_max = 1000, .bytes_max = 100'000});
  bench.hold();
  Commit big = of(1);
  big.state.assign(60'000, 'x');
  REQUIRE(bench.commit(big));
  const Status refused = bench.commit(big);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::limit);
  REQUIRE(bench.commit(of(2)));
  bench.control.open();
  bench.loop.run_one();
  bench.loop.run_one();
  big.key = key_of("p3");
  REQUIRE(bench.commit(big));
}

TEST_CASE("stopping stores what is queued, answers all of it, and takes no more", "[writer]") {
  Bench bench;
  bench.hold();
  for (int i = 0; i < 10; ++i) REQUIRE(bench.commit(of(i)));
  std::future<void> stopped = std::async(std::launch::async, [&] { bench.writer.stop(); });
  bench.control.open();
  stopped.get();
  while (bench.loop.waiting() > 0) bench.loop.run_one();
  CHECK(bench.outcomes == std::string(11, 's'));
  const Status late = bench.commit(of(11));
  REQUIRE_FALSE(late);
  CHECK(late.error().code == ErrorCode::unavailable);
  bench.writer.stop();
}

TEST_CASE("one bad row fails its own turn only", "[writer]") {
  Bench bench;
  bench.control.bad_words = {"state after bad"};
  bench.hold();
  REQUIRE(bench.commit(of(1)));
  REQUIRE(bench.commit(first_turn("bea", "bad")));
  REQUIRE(bench.commit(of(2)));
  REQUIRE(bench.commit(of(1)));
  bench.control.open();
  bench.loop.run_one();
  bench.loop.run_one();
  CHECK(bench.outcomes ==
        "s"
        "sfsd");
  CHECK(bench.control.batch_sizes() == std::vector<size_t>{1, 4, 1, 1, 1, 1});
  CHECK(bench.writer.stats().failures == 1);
  CHECK_FALSE(bench.writer.stats().failing);
}

TEST_CASE("a row that SQLite itself refuses fails its own turn only", "[writer]") {
  const Folder folder;
  Loop loop;
  std::string outcomes;
  Writer writer(open_store(folder.options()), loop.deliver());
  Commit clash = first_turn("bea");
  clash.create->name = "session-ann";  // taken by somebody else
  const std::vector<Commit> commits = {first_turn("ann"), clash, first_turn("cleo")};
  size_t answered = 0;
  for (const Commit& commit : commits) {
    REQUIRE(writer.commit(commit, [&](const CommitResult& result) {
      outcomes += "sdf"[static_cast<int>(result.outcome)];
    }));
  }
  while (answered < commits.size()) answered += loop.run_one();
  CHECK(outcomes == "sfs");
}

TEST_CASE("a store that cannot be written fails the batch without asking for each", "[writer]") {
  Bench bench;
  bench.hold();
  for (int i = 0; i < 50; ++i) REQUIRE(bench.commit(of(i)));
  bench.control.fail(Error{ErrorCode::unavailable, "the disk is full"});
  bench.control.open();
  bench.loop.run_one();
  bench.loop.run_one();
  CHECK(bench.outcomes == std::string(51, 'f'));
  CHECK(bench.control.batch_sizes().size() <= 3);
  CHECK(bench.writer.stats().failing);
  CHECK(bench.writer.stats().failures == 51);

  bench.control.fail(std::nullopt);
  REQUIRE(bench.commit(of(1)));
  bench.loop.run_one();
  CHECK(bench.outcomes.back() == 's');
  CHECK_FALSE(bench.writer.stats().failing);
}

TEST_CASE("housekeeping comes after the answers and knows whether anything waits", "[writer]") {
  Bench bench;
  bench.hold();
  REQUIRE(bench.commit(of(1)));
  bench.control.open();
  bench.writer.stop();
  CHECK(bench.control.asked() == "ctcT");
}

TEST_CASE("many threads may hand in work at once and every turn is answered once", "[writer]") {
  const Folder folder;
  Loop loop;
  constexpr int threads = 4;
  constexpr int64_t turns = 50;
  std::map<std::string, int> answers;
  {
    Writer writer(open_store(folder.options()), loop.deliver());
    std::vector<std::thread> people;
    for (int i = 0; i < threads; ++i) {
      people.emplace_back([&writer, &answers, i] {
        const std::string person = "p" + std::to_string(i);
        for (int64_t turn = 1; turn <= turns; ++turn) {
          Commit commit =
              turn == 1 ? first_turn(person) : later_turn(person, turn, std::to_string(turn));
          const std::string name = person + "/" + commit.event;
          const Status queued =
              writer.commit(std::move(commit), [&answers, name](const CommitResult& result) {
                answers[name] += result.outcome == CommitOutcome::stored ? 1 : 100;
              });
          if (!queued) std::abort();
          (void)writer.stats();
        }
      });
    }
    for (std::thread& person : people) person.join();
    writer.stop();
  }
  while (loop.waiting() > 0) loop.run_one();
  CHECK(answers.size() == threads * turns);
  for (const auto& [name, count] : answers) {
    INFO(name);
    CHECK(count == 1);
  }
  const auto store = open_store(folder.options());
  for (int i = 0; i < threads; ++i) {
    CHECK(must_load(*store, key_of("p" + std::to_string(i))).last_seq == 2 * turns);
  }
}

}  // namespace
}  // namespace keel::store_test
