// kill -9 at random moments: what was answered is stored, and nothing is stored twice. The child is
// this same program with a hidden test; KEEL_LONG=1 kills it 200 times instead of 20.
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <cstring>
#include <map>

#include "base/hash.h"
#include "store/writer.h"
#include "store_support.h"

namespace keel::store_test {
namespace {

constexpr int people = 8;
constexpr int answers_to = 3;  // the child's end of the pipe

std::string name_of(int person) {
  return "p" + std::to_string(person);
}

// Each number is one turn; every fifth keeps an entry, moves a timer and forgets the one before.
Commit numbered_turn(int person, int64_t number) {
  const std::string name = name_of(person);
  const std::string words = std::to_string(number) + std::string(200, '.');
  Commit commit = number == 1 ? first_turn(name, words) : later_turn(name, number, words);
  if (number % 5 == 0) {
    commit.journal = {{0, "number", std::to_string(number)}};
    commit.set_timers = {{"t", number, std::to_string(number)}};
    commit.forget_events = {"event-" + std::to_string(number - 1)};
  }
  return commit;
}

SqliteOptions crash_options(const std::string& folder) {
  SqliteOptions options;
  options.path = folder + "/data/keel.db";
  options.key.file = folder + "/keys/master.key";
  options.idle_pages = 30;  // so that many kills hit a checkpoint
  return options;
}

// Goes on with every person's next turn as soon as the last is answered, until it is killed.
class Child {
 public:
  explicit Child(const std::string& folder) {
    auto store = open_store(crash_options(folder));
    std::vector<int64_t> next;
    for (int person = 0; person < people; ++person) {
      const auto loaded = store->load(key_of(name_of(person)), 1);
      if (!loaded) FAIL(loaded.error().message);
      next.push_back(*loaded ? static_cast<int64_t>((*loaded)->version) + 1 : 1);
    }
    writer_ = std::make_unique<Writer>(std::move(store), [](std::vector<Writer::Task> tasks) {
      for (Writer::Task& task : tasks) task();
    });
    for (int person = 0; person < people; ++person) ask(person, next[person]);
  }

 private:
  void ask(int person, int64_t number) {
    const Status queued = writer_->commit(
        numbered_turn(person, number), [this, person, number](const CommitResult& result) {
          if (result.outcome != CommitOutcome::stored) _exit(3);
          const std::string line = std::to_string(person) + " " + std::to_string(number) + "\n";
          const auto size = static_cast<ssize_t>(line.size());
          if (write(answers_to, line.data(), line.size()) != size) _exit(4);
          ask(person, number + 1);
        });
    if (!queued) _exit(5);
  }

  std::unique_ptr<Writer> writer_;
};

TEST_CASE("the child of the crash test", "[.store-crash-child]") {
  const char* folder = std::getenv("KEEL_CRASH_FOLDER");
  REQUIRE(folder != nullptr);
  const Child child(folder);
  for (;;) pause();
}

pid_t start_child(const std::string& folder, int answers) {
  const pid_t child = fork();
  if (child != 0) return child;
  const int nothing = open("/dev/null", O_WRONLY);
  if (dup2(nothing, 1) < 0 || dup2(answers, answers_to) < 0) _exit(6);
  setenv("KEEL_CRASH_FOLDER", folder.c_str(), 1);
  execl("/proc/self/exe", "store_test", "[.store-crash-child]", static_cast<char*>(nullptr));
  _exit(7);
}

// Kills the child after about `enough` bytes of answers; gives all that it had answered.
std::string answers_until_killed(const std::string& folder, size_t enough) {
  int ends[2];
  REQUIRE(pipe2(ends, O_CLOEXEC) == 0);
  const pid_t child = start_child(folder, ends[1]);
  REQUIRE(child > 0);
  close(ends[1]);
  std::string answers;
  char buffer[256];
  bool killed = false;
  for (;;) {
    const ssize_t size = read(ends[0], buffer, sizeof buffer);
    if (size <= 0) break;
    answers.append(buffer, static_cast<size_t>(size));
    if (!killed && answers.size() >= enough) {
      kill(child, SIGKILL);
      killed = true;
    }
  }
  close(ends[0]);
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CAPTURE(status);
  REQUIRE(WIFSIGNALED(status));
  return answers.substr(0, answers.rfind('\n') + 1);
}

// The last number that each person was told, and that they were told every number before it.
void take_answers(const std::string& answers, std::map<int, int64_t>& told) {
  for (size_t at = 0; at < answers.size(); at = answers.find('\n', at) + 1) {
    const int person = std::atoi(answers.c_str() + at);
    const int64_t number = std::atoll(answers.c_str() + answers.find(' ', at));
    REQUIRE(number > told[person]);
    told[person] = number;
  }
}

void check_person(Store& store, int person, int64_t told) {
  const SessionKey key = key_of(name_of(person));
  CAPTURE(person, told);
  if (told == 0 && !store.load(key, 1)->has_value()) return;
  const Loaded loaded = must_load(store, key, 100'000);
  const auto turns = static_cast<int64_t>(loaded.version);
  // At most the one turn that was on its way may be stored without having been told.
  REQUIRE((turns == told || turns == told + 1));
  CHECK(loaded.last_seq == 2 * turns);
  CHECK(loaded.state == "state after " + std::to_string(turns) + std::string(200, '.'));
  const Result<std::vector<Record>> records = store.records(key, 0, 1'000'000);
  REQUIRE(records);
  REQUIRE(records->size() == static_cast<size_t>(2 * turns));
  for (int64_t number = 1; number <= turns; ++number) {
    const Record& said = records->at(static_cast<size_t>(2 * number - 2));
    const bool forgotten = number % 5 == 4 && number < turns;
    const std::string words = std::to_string(number) + std::string(200, '.');
    REQUIRE(said.event == "event-" + std::to_string(number));
    REQUIRE(said.text == (forgotten ? "" : words));
  }
  REQUIRE(loaded.journal.size() == static_cast<size_t>(turns / 5));
  CHECK(loaded.timers.size() == (turns >= 5 ? 1U : 0U));
}

TEST_CASE("whatever was answered survives kill -9, once", "[store][crash]") {
  const Folder folder;
  const bool longer = std::getenv("KEEL_LONG") != nullptr;
  Random random(20'261'121);
  std::map<int, int64_t> told;
  for (int round = 0; round < (longer ? 200 : 20); ++round) {
    CAPTURE(round);
    take_answers(answers_until_killed(folder.path(), 1 + random.below(3'000)), told);
    {
      const auto store = open_store(crash_options(folder.path()));
      for (int person = 0; person < people; ++person) check_person(*store, person, told[person]);
    }
    // What was stored on its way counts as told from here: the next child goes on after it.
    const auto store = open_store(crash_options(folder.path()));
    for (int person = 0; person < people; ++person) {
      const auto loaded = store->load(key_of(name_of(person)), 1);
      REQUIRE(loaded);
      if (*loaded) told[person] = static_cast<int64_t>((*loaded)->version);
    }
  }
  CHECK(told[0] > 20);
}

}  // namespace
}  // namespace keel::store_test
