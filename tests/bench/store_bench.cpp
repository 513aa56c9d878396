// store_bench - durable turns per second through the writer, next to a bare commit of one row in
// the same run, because disks differ tenfold: read the ratios, not the figures.
//
//   store_bench FOLDER [seconds per case, 2] [rounds, 3]
//
// A turn here is what a real one is: a state of 3 KiB, two or three records of a sentence or two,
// every eighth with a journal entry; 1,000 people. Cases come in turn in each round; the table
// shows medians.
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "store/sqlite_store.h"
#include "store/vault.h"
#include "store/writer.h"

namespace keel {
namespace {

using Clock = std::chrono::steady_clock;
constexpr size_t people = 1000;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

struct Figures {
  double per_second = 0;
  double cpu_us = 0;  // of the whole process, per turn
  double p50_us = 0;
  double p99_us = 0;
};

Figures figures(std::vector<double> times_us, double seconds, double cpu) {
  std::sort(times_us.begin(), times_us.end());
  const auto count = static_cast<double>(std::max<size_t>(times_us.size(), 1));
  const auto at = [&](double share) {
    return times_us.empty() ? 0.0 : times_us[static_cast<size_t>(share * (count - 1))];
  };
  return {count / seconds, cpu * 1e6 / count, at(0.5), at(0.99)};
}

void must(bool held, const std::string& what) {
  if (held) return;
  std::fprintf(stderr, "store_bench: %s\n", what.c_str());
  std::exit(1);
}

// One row of 300 bytes in a transaction of its own, fully synced: what SQLite gives on this disk.
Figures bare_commits(const std::string& folder, double seconds) {
  const std::string path = folder + "/bare.db";
  sqlite3* handle = nullptr;
  must(sqlite3_open(path.c_str(), &handle) == SQLITE_OK, "cannot write in " + folder);
  const char* setup =
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
      "CREATE TABLE turn(session INTEGER, turn INTEGER, said TEXT);"
      "CREATE UNIQUE INDEX turn_by_session ON turn(session, turn)";
  must(sqlite3_exec(handle, setup, nullptr, nullptr, nullptr) == SQLITE_OK, "no bare table");
  sqlite3_stmt* insert = nullptr;
  sqlite3_prepare_v2(handle, "INSERT INTO turn VALUES(?, ?, ?)", -1, &insert, nullptr);
  const std::string words(300, 'w');
  std::vector<double> times;
  const double cpu = cpu_seconds();
  const Clock::time_point start = Clock::now();
  for (int64_t row = 0; seconds_since(start) < seconds; ++row) {
    const Clock::time_point asked = Clock::now();
    sqlite3_bind_int64(insert, 1, row % static_cast<int64_t>(people));
    sqlite3_bind_int64(insert, 2, row);
    sqlite3_bind_text(insert, 3, words.data(), static_cast<int>(words.size()), SQLITE_STATIC);
    must(sqlite3_step(insert) == SQLITE_DONE, "a bare commit failed");
    sqlite3_reset(insert);
    times.push_back(seconds_since(asked) * 1e6);
  }
  const double elapsed = seconds_since(start);
  const double used = cpu_seconds() - cpu;
  sqlite3_finalize(insert);
  sqlite3_close(handle);
  return figures(std::move(times), elapsed, used);
}

// Stands for an event loop with so many people waiting for an answer.
class Load {
 public:
  Load(Writer& writer, double seconds) : writer_(writer), seconds_(seconds) {}

  Figures run(size_t outstanding) {
    const double cpu = cpu_seconds();
    start_ = Clock::now();
    for (size_t i = 0; i < outstanding; ++i) ask(next_person_++ % people);
    std::unique_lock lock(mutex_);
    done_.wait(lock, [this] { return open_ == 0; });
    return figures(times_, seconds_since(start_), cpu_seconds() - cpu);
  }

 private:
  static Commit turn_of(size_t person, int64_t turn) {
    static const std::string said(120, 's');
    static const std::string reply(180, 'r');
    static const std::string state(3072, 'x');
    Commit commit;
    commit.key = {hash_token("person " + std::to_string(person)), "coach", "en"};
    if (turn == 0) commit.create = NewSession{"session-" + std::to_string(person), "epoch"};
    commit.event = "0b9f2f6e-5c1e-4c5e-9d5e-" + std::to_string(turn);
    commit.base_version = static_cast<uint64_t>(turn);
    commit.state = state;
    commit.records = {{3 * turn + 1, RecordKind::you, "", said},
                      {3 * turn + 2, RecordKind::bot, "", reply},
                      {3 * turn + 3, RecordKind::bot, "", reply}};
    if (turn % 8 == 7) commit.journal = {{0, "mood", R"({"value":4})"}};
    return commit;
  }

  void ask(size_t person) {
    const Clock::time_point asked = Clock::now();
    {
      const std::lock_guard lock(mutex_);
      ++open_;
    }
    const Status queued = writer_.commit(
        turn_of(person, turns_[person]++), [this, asked](const CommitResult& result) {
          must(result.outcome == CommitOutcome::stored, result.error.message);
          times_.push_back(seconds_since(asked) * 1e6);
          if (seconds_since(start_) < seconds_) ask(next_person_++ % people);
          const std::lock_guard lock(mutex_);
          if (--open_ == 0) done_.notify_one();
        });
    must(static_cast<bool>(queued), "the queue is full");
  }

  Writer& writer_;
  double seconds_;
  Clock::time_point start_;
  size_t next_person_ = 0;
  std::vector<int64_t> turns_ = std::vector<int64_t>(people, 0);
  std::vector<double> times_;
  std::mutex mutex_;
  std::condition_variable done_;
  size_t open_ = 0;
};

Figures durable_turns(const std::string& folder, size_t outstanding, double seconds) {
  SqliteOptions options;
  options.path = folder + "/keel.db";
  options.key.text = std::string(64, 'a');
  Result<std::unique_ptr<SqliteStore>> store = SqliteStore::open(options);
  must(static_cast<bool>(store), store ? "" : store.error().message);
  Writer writer(std::move(*store), [](std::vector<Writer::Task> tasks) {
    for (Writer::Task& task : tasks) task();
  });
  return Load(writer, seconds).run(outstanding);
}

template <class Case>
Figures in_fresh_folder(const std::string& base, Case run) {
  const std::string folder = base + "/store-bench";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const Figures result = run(folder);
  std::filesystem::remove_all(folder);
  return result;
}

double median(const std::vector<Figures>& rounds, double Figures::*figure) {
  std::vector<double> values;
  for (const Figures& round : rounds) values.push_back(round.*figure);
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

int bench(const std::string& base, double seconds, int rounds) {
  std::map<size_t, std::vector<Figures>> results;  // 0: the bare commit
  for (int round = 0; round < rounds; ++round) {
    results[0].push_back(in_fresh_folder(
        base, [&](const std::string& folder) { return bare_commits(folder, seconds); }));
    for (const size_t outstanding : {1U, 8U, 32U, 128U}) {
      results[outstanding].push_back(in_fresh_folder(base, [&](const std::string& folder) {
        return durable_turns(folder, outstanding, seconds);
      }));
    }
  }
  const double bare = median(results[0], &Figures::per_second);
  std::printf("%-12s %10s %8s %10s %10s %10s\n", "outstanding", "turns/s", "ratio", "cpu us",
              "p50 us", "p99 us");
  for (const auto& [outstanding, figures_of] : results) {
    const std::string name = outstanding == 0 ? "bare commit" : std::to_string(outstanding);
    const double rate = median(figures_of, &Figures::per_second);
    std::printf("%-12s %10.0f %8.2f %10.1f %10.0f %10.0f\n", name.c_str(), rate, rate / bare,
                median(figures_of, &Figures::cpu_us), median(figures_of, &Figures::p50_us),
                median(figures_of, &Figures::p99_us));
  }
  return 0;
}

}  // namespace
}  // namespace keel

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: store_bench FOLDER [seconds per case] [rounds]\n");
    return 2;
  }
  return keel::bench(argv[1], argc > 2 ? std::atof(argv[2]) : 2, argc > 3 ? std::atoi(argv[3]) : 3);
}
