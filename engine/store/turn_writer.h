#pragma once
// TurnWriter: the writing half of the SQLite store: one Commit into rows, inside a transaction that
// somebody else opens and closes. Not for reading.
//
//   Result<CommitResult> result = TurnWriter(database, statements, master).write(commit);
//
// Threads: as Database. Failure: a failed CommitResult has changed nothing; an Error may have, so
// the transaction must be rolled back.
#include <optional>

#include "store/sealed_rows.h"

namespace keel {

class TurnWriter {
 public:
  TurnWriter(const Database& database, const Statements& statements, const DataKey& master)
      : database_(database), statements_(statements), master_(master) {}

  Result<CommitResult> write(const Commit& commit) const;

 private:
  struct Target {
    std::optional<PersonRow> person;    // empty: still to be made
    std::optional<SessionRow> session;  // the same
  };

  Result<Target> find(const SessionKey& key) const;
  // What the store already knows to answer: a duplicate or a refusal. Empty: go on and write.
  Result<std::optional<CommitResult>> answer_before_writing(const Commit& commit,
                                                            const Target& target) const;
  Status make_missing(const Commit& commit, const DataKey& key, Target& target) const;
  Status update_session(const Commit& commit, const SessionRow& session, const DataKey& key) const;
  Status insert_turn(const Commit& commit, const SessionRow& session, const DataKey& key) const;
  Status change_journal(const Commit& commit, const SessionRow& session, const DataKey& key) const;
  Status change_timers(const Commit& commit, const SessionRow& session, const DataKey& key) const;
  Status forget(const std::string& event, const SessionRow& session, const DataKey& key) const;

  const Database& database_;
  const Statements& statements_;
  const DataKey& master_;
};

}  // namespace keel
