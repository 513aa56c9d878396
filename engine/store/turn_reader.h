#pragma once
// TurnReader: the reading half of the SQLite store: rows back into plain values. Not for writing.
//
//   Result<std::optional<Loaded>> loaded = TurnReader(database, statements, master).load(key, 200);
//
// Threads: as Database. Failure: Errors of the database; `corrupt` when a row does not open, and
// then nothing of the answer is given.
#include <optional>
#include <vector>

#include "store/sealed_rows.h"

namespace keel {

class TurnReader {
 public:
  TurnReader(const Database& database, const Statements& statements, const DataKey& master)
      : database_(database), statements_(statements), master_(master) {}

  Result<std::optional<Loaded>> load(const SessionKey& key, size_t journal_max) const;
  Result<std::vector<Record>> records(const SessionKey& key, int64_t after, size_t limit) const;
  Result<std::vector<ExportedSession>> export_person(const TokenHash& person) const;
  Result<std::vector<DueTimer>> due_timers(Instant before, size_t limit) const;

 private:
  struct Found {
    SessionRow session;
    DataKey key;
  };

  Result<std::optional<Found>> find(const SessionKey& key) const;
  Result<std::string> state(const Found& found) const;
  Result<std::vector<TimerRow>> timers(const Found& found) const;
  Result<std::vector<JournalRow>> journal(const Found& found, size_t journal_max) const;
  Result<std::vector<SessionKey>> sessions_of(const TokenHash& person) const;

  const Database& database_;
  const Statements& statements_;
  const DataKey& master_;
};

}  // namespace keel
