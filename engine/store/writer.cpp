#include "store/writer.h"

#include <utility>

namespace keel {
namespace {

size_t bytes_of(const Commit& commit) {
  size_t bytes = sizeof(Commit) + commit.state.size();
  for (const Record& record : commit.records) bytes += sizeof(Record) + record.text.size();
  for (const JournalRow& row : commit.journal) bytes += sizeof(JournalRow) + row.text.size();
  for (const TimerRow& timer : commit.set_timers) bytes += sizeof(TimerRow) + timer.payload.size();
  return bytes;
}

CommitResult failed(const Error& error) {
  CommitResult result;
  result.error = error;
  return result;
}

template <class T>
Writer::Task answering(Writer::Answer<T> answer, T result) {
  return [answer = std::move(answer), result = std::move(result)]() mutable {
    if (answer) answer(std::move(result));
  };
}

}  // namespace

Writer::Writer(std::unique_ptr<Store> store, Deliver deliver, WriterLimits limits)
    : store_(std::move(store)), deliver_(std::move(deliver)), limits_(limits) {
  KEEL_ASSERT(store_ != nullptr && deliver_ != nullptr);
  thread_ = std::thread([this] { run(); });
}

Writer::~Writer() {
  stop();
}

void Writer::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  queued_.notify_one();
  const std::lock_guard lock(join_mutex_);
  if (thread_.joinable()) thread_.join();
}

Status Writer::enqueue(Job job, size_t bytes) {
  bool was_empty = false;
  {
    const std::lock_guard lock(mutex_);
    if (stopping_) return Error{ErrorCode::unavailable, "The store is shutting down."};
    if (queue_.size() >= limits_.jobs_max || queue_bytes_ + bytes > limits_.bytes_max) {
      return Error{ErrorCode::limit, "More turns are waiting for the disk than it can take."};
    }
    was_empty = queue_.empty();
    queue_bytes_ += bytes;
    queue_.push_back(std::move(job));
  }
  // A thread that has work left sees the rest when it comes back for it.
  if (was_empty) queued_.notify_one();
  return Done{};
}

Status Writer::commit(Commit commit, Answer<CommitResult> answer) {
  const size_t bytes = bytes_of(commit);
  return enqueue(CommitJob{std::move(commit), std::move(answer)}, bytes);
}

Status Writer::load(SessionKey key, size_t journal_max,
                    Answer<Result<std::optional<Loaded>>> answer) {
  return enqueue(
      ReadJob{[=](Store& store) { return answering(answer, store.load(key, journal_max)); }}, 0);
}

Status Writer::records(SessionKey key, int64_t after, size_t limit,
                       Answer<Result<std::vector<Record>>> answer) {
  return enqueue(
      ReadJob{[=](Store& store) { return answering(answer, store.records(key, after, limit)); }},
      0);
}

Status Writer::export_person(TokenHash person,
                             Answer<Result<std::vector<ExportedSession>>> answer) {
  return enqueue(
      ReadJob{[=](Store& store) { return answering(answer, store.export_person(person)); }}, 0);
}

Status Writer::due_timers(Instant before, size_t limit,
                          Answer<Result<std::vector<DueTimer>>> answer) {
  return enqueue(
      ReadJob{[=](Store& store) { return answering(answer, store.due_timers(before, limit)); }}, 0);
}

Status Writer::erase(TokenHash person, Answer<Status> answer) {
  return enqueue(EraseJob{person, std::move(answer)}, 0);
}

WriterStats Writer::stats() const {
  const std::lock_guard lock(mutex_);
  WriterStats stats = stats_;
  stats.queued = queue_.size();
  return stats;
}

void Writer::run() {
  std::vector<Job> jobs;
  for (;;) {
    bool idle = false;
    {
      std::unique_lock lock(mutex_);
      queued_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
      if (queue_.empty()) break;
      jobs.swap(queue_);
      queue_bytes_ = 0;
    }
    std::vector<Task> tasks = work(jobs);
    jobs.clear();
    deliver_(std::move(tasks));
    {
      const std::lock_guard lock(mutex_);
      idle = queue_.empty();
    }
    store_->tidy(idle);
  }
  store_.reset();  // closes the files on the thread that used them
}

// An erasure parts the batch, so that it never overtakes a commit or is overtaken by one; between
// two of them commits go first, and what is read is read after them.
std::vector<Writer::Task> Writer::work(std::vector<Job>& jobs) {
  std::vector<Task> tasks;
  tasks.reserve(jobs.size());
  std::vector<CommitJob> commits;
  std::vector<ReadJob> reads;
  const auto finish_part = [&] {
    store_commits(commits, tasks);
    for (ReadJob& job : reads) tasks.push_back(job.run(*store_));
    commits.clear();
    reads.clear();
  };
  for (Job& job : jobs) {
    if (auto* commit = std::get_if<CommitJob>(&job)) {
      commits.push_back(std::move(*commit));
    } else if (auto* read = std::get_if<ReadJob>(&job)) {
      reads.push_back(std::move(*read));
    } else {
      auto& erase = std::get<EraseJob>(job);
      finish_part();
      tasks.push_back(answering(std::move(erase.answer), store_->erase(erase.person)));
    }
  }
  finish_part();
  return tasks;
}

void Writer::store_commits(std::vector<CommitJob>& jobs, std::vector<Task>& tasks) {
  if (jobs.empty()) return;
  std::vector<Commit> commits;
  commits.reserve(jobs.size());
  for (CommitJob& job : jobs) commits.push_back(std::move(job.commit));
  Result<std::vector<CommitResult>> together = store_->commit(commits);
  const std::vector<CommitResult> results =
      together ? std::move(*together) : commit_each(commits, together.error());
  KEEL_ASSERT(results.size() == jobs.size());
  note(results);
  for (size_t i = 0; i < jobs.size(); ++i) {
    tasks.push_back(answering(std::move(jobs[i].answer), results[i]));
  }
}

// One bad row must fail its own turn only. A store that cannot be written at all is asked no more
// than twice, or a locked database would keep every person of the batch waiting in turn.
std::vector<CommitResult> Writer::commit_each(std::span<const Commit> commits, const Error& error) {
  std::vector<CommitResult> results;
  results.reserve(commits.size());
  if (commits.size() == 1) return {failed(error)};
  for (const Commit& commit : commits) {
    Result<std::vector<CommitResult>> alone = store_->commit({&commit, 1});
    results.push_back(alone ? alone->front() : failed(alone.error()));
    const bool hopeless = !alone && (alone.error().code == ErrorCode::unavailable ||
                                     alone.error().code == ErrorCode::denied);
    if (hopeless) break;
  }
  const Error last = results.back().error;
  while (results.size() < commits.size()) results.push_back(failed(last));
  return results;
}

void Writer::note(const std::vector<CommitResult>& results) {
  const std::lock_guard lock(mutex_);
  ++stats_.batches;
  stats_.failing = false;
  for (const CommitResult& result : results) {
    if (result.outcome == CommitOutcome::stored) ++stats_.commits;
    if (result.outcome != CommitOutcome::failed) continue;
    ++stats_.failures;
    const ErrorCode code = result.error.code;
    stats_.failing = stats_.failing || code == ErrorCode::unavailable || code == ErrorCode::denied;
  }
}

}  // namespace keel
