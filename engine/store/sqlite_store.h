#pragma once
// SqliteStore: the store in one SQLite file: write-ahead log, full sync, rows appended, deleted
// bytes overwritten, every word sealed under its person's key (store/vault.h). Not for network
// drives.
//
//   auto store = SqliteStore::open({.path = "data/keel.db", .key = {.file = "keys/master.key"}});
//   if (!store) return store.error();
//
// The file is made with mode 0600 and its folder with 0700. A wrong or missing key, a file of
// something else or of a newer keel is an Error, and nothing is touched. Threads: one at a time, as
// every Store. Failure: denied (read-only, wrong key), not_found (key file missing), unavailable
// (locked by another process, disk full, disk errors), corrupt.
#include <memory>
#include <string>

#include "store/master_key.h"
#include "store/store.h"

namespace keel {

struct SqliteOptions {
  std::string path;
  MasterKeySource key;
  int busy_ms = 2000;     // how long a commit waits for another process that holds the lock
  int idle_pages = 1000;  // log size from which an idle writer copies it into the database (4 MiB)
  int log_pages_max = 16384;  // log size from which even a busy writer does so (64 MiB)
};

class SqliteStore : public Store {
 public:
  static Result<std::unique_ptr<SqliteStore>> open(const SqliteOptions& options);
  ~SqliteStore() override;

  Result<std::vector<CommitResult>> commit(std::span<const Commit> commits) override;
  Result<std::optional<Loaded>> load(const SessionKey& key, size_t journal_max) override;
  Result<std::vector<Record>> records(const SessionKey& key, int64_t after, size_t limit) override;
  Result<std::vector<ExportedSession>> export_person(const TokenHash& person) override;
  Status erase(const TokenHash& person) override;
  Result<std::vector<DueTimer>> due_timers(Instant before, size_t limit) override;
  void tidy(bool idle) override;

 private:
  struct Parts;
  explicit SqliteStore(std::unique_ptr<Parts> parts);

  Error roll_back(const Error& reason);
  Status erase_rows(int64_t person);
  Status scrub();

  std::unique_ptr<Parts> parts_;
};

}  // namespace keel
