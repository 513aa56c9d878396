#pragma once
// MemoryStore: the store without a disk, for `keel chat` and for tests. It keeps the same promises
// as SqliteStore while the process lives, and nothing after. Not for people who come back.
//
//   MemoryStore store;
//   store.fail_with(Error{ErrorCode::unavailable, "no disk"});  // until fail_with(std::nullopt)
//
// Threads: one at a time, as every Store; fail_with may be called from any.
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "store/store.h"

namespace keel {

class MemoryStore : public Store {
 public:
  Result<std::vector<CommitResult>> commit(std::span<const Commit> commits) override;
  Result<std::optional<Loaded>> load(const SessionKey& key, size_t journal_max) override;
  Result<std::vector<Record>> records(const SessionKey& key, int64_t after, size_t limit) override;
  Result<std::vector<ExportedSession>> export_person(const TokenHash& person) override;
  Status erase(const TokenHash& person) override;
  Result<std::vector<DueTimer>> due_timers(Instant before, size_t limit) override;
  void tidy(bool idle) override;

 private:
  struct Stored {
    Loaded loaded;  // its journal holds all of it
    int64_t journal_seq = 0;
    std::vector<Record> records;
    std::map<std::string, std::pair<int64_t, int64_t>> turns;  // event -> first and last seq
  };
  using Sessions = std::map<std::pair<std::string, std::string>, Stored>;  // (pack, language)

  Stored* find(const SessionKey& key);
  CommitResult apply(const Commit& commit);
  static void write(const Commit& commit, Stored& stored);

  std::map<TokenHash, Sessions> people_;
};

}  // namespace keel
