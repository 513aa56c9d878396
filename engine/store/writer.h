#pragma once
// Writer: the one thread that touches the store. Jobs go into a queue; the thread takes all that is
// queued, stores every commit of it in one transaction (one sync), and hands all answers back in
// one call, so that an event loop is woken once for the whole batch. There is no timer: a batch is
// what came in during the last sync, and a lone person waits for one sync only.
//
//   Writer writer(std::move(store), [&](std::vector<Writer::Task> tasks) {
//     net::post(io, [tasks = std::move(tasks)] { for (auto& task : tasks) task(); });
//   });
//   Status queued = writer.commit(std::move(turn), [](CommitResult result) { send_reply(result);
//   });
//
// Threads: every member may be called from any thread. `Deliver` runs on the writer's thread and
// must not block; the answers run wherever it takes them. A job sees all commits that were queued
// before it. Failure: `limit` when the queue is full, `unavailable` after stop(); then the answer
// is never called.
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <variant>
#include <vector>

#include "store/store.h"

namespace keel {

struct WriterLimits {
  size_t jobs_max = 10'000;  // about a second of work; beyond it people are better told to wait
  size_t bytes_max = 64U << 20U;  // of queued commits, so that a slow disk does not eat the memory
};

struct WriterStats {
  uint64_t commits = 0;   // turns made durable
  uint64_t batches = 0;   // transactions that held them
  uint64_t failures = 0;  // turns that were not stored, duplicates left out
  size_t queued = 0;
  bool failing = false;  // the store could not be written when it was last tried
};

class Writer {
 public:
  using Task = std::function<void()>;
  using Deliver = std::function<void(std::vector<Task>)>;
  template <class T>
  using Answer = std::function<void(T)>;

  Writer(std::unique_ptr<Store> store, Deliver deliver, WriterLimits limits = {});
  ~Writer();  // stop()
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  Status commit(Commit commit, Answer<CommitResult> answer);
  Status load(SessionKey key, size_t journal_max, Answer<Result<std::optional<Loaded>>> answer);
  Status records(SessionKey key, int64_t after, size_t limit,
                 Answer<Result<std::vector<Record>>> answer);
  Status export_person(TokenHash person, Answer<Result<std::vector<ExportedSession>>> answer);
  Status erase(TokenHash person, Answer<Status> answer);
  Status due_timers(Instant before, size_t limit, Answer<Result<std::vector<DueTimer>>> answer);

  // Refuses new jobs, does all that are queued, delivers their answers, ends the thread.
  void stop();
  WriterStats stats() const;

 private:
  struct CommitJob {
    Commit commit;
    Answer<CommitResult> answer;
  };
  struct ReadJob {
    std::function<Task(Store&)> run;
  };
  struct EraseJob {
    TokenHash person;
    Answer<Status> answer;
  };
  using Job = std::variant<CommitJob, ReadJob, EraseJob>;

  Status enqueue(Job job, size_t bytes);
  void run();
  std::vector<Task> work(std::vector<Job>& jobs);
  void store_commits(std::vector<CommitJob>& jobs, std::vector<Task>& tasks);
  std::vector<CommitResult> commit_each(std::span<const Commit> commits, const Error& error);
  void note(const std::vector<CommitResult>& results);

  std::unique_ptr<Store> store_;
  Deliver deliver_;
  WriterLimits limits_;
  mutable std::mutex mutex_;  // guards the queue, `stopping_` and `stats_`
  std::condition_variable queued_;
  std::vector<Job> queue_;
  size_t queue_bytes_ = 0;
  bool stopping_ = false;
  WriterStats stats_;
  std::mutex join_mutex_;  // two may stop at once
  std::thread thread_;
};

}  // namespace keel
