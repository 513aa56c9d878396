#pragma once
// Store: what is kept of people between two turns. It takes opaque bytes and plain numbers and
// gives them back; it never looks into states, frames or journal entries, and reads no clock. Not
// for the event loop: calls wait for the disk. A server talks to it through Writer
// (store/writer.h).
//
//   Result<std::vector<CommitResult>> results = store.commit(commits);  // one transaction, one
//   sync if (!results) return results.error();  // nothing at all of these commits was stored
//
// Threads: a Store belongs to one thread at a time. Failure: an Error of the outside world; what
// was stored before stays as it was. Times are `Instant`s given by the caller.
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace keel {

// The hash of a person's 256-bit token (store/vault.h makes it); the token itself is never stored.
using TokenHash = std::array<unsigned char, 32>;

// Names one person's conversation with one pack in one language.
struct SessionKey {
  TokenHash token_hash{};
  std::string pack;
  std::string language;
  bool operator==(const SessionKey&) const = default;
};

enum class RecordKind : uint8_t { you = 0, bot = 1 };  // persisted: do not renumber

struct Record {
  int64_t seq = 0;  // 1, 2, 3 ... per session, over both kinds
  RecordKind kind = RecordKind::bot;
  std::string event;  // id of the turn's event; filled in by the store
  std::string text;   // the frame; empty in a `you` record: its words were forgotten
};

struct JournalRow {
  int64_t seq = 0;  // given by the store, never used twice in a session
  std::string slot;
  std::string text;
  std::string event{};     // id of the turn's event; filled in by the store
  Instant expires_at = 0;  // gone from then on; 0: never. In the clear, so that it can be found
};

struct TimerRow {
  std::string id;       // unique in its session
  Instant ends_at = 0;  // the only part that is kept in the clear: it carries no words
  std::string payload;
};

struct NewSession {
  std::string name;   // public id, "session" on the wire
  std::string epoch;  // changes when a client's numbers become void
};

// Everything that one turn changes.
struct Commit {
  SessionKey key;
  std::optional<NewSession> create;  // set: the person or session may be new and is made if missing
  std::string event;  // 1..128 bytes; a second commit of the same event is a duplicate
  Instant at = 0;
  uint64_t base_version = 0;  // Loaded::version that the turn started from; 0 for a new session
  std::string state;
  std::vector<Record> records;           // consecutive from last_seq + 1; their `event` is ignored
  bool remove_newest_entry = false;      // applied before `journal` is added
  std::vector<std::string> take_back;    // journal entries of these events go, before that too
  std::vector<JournalRow> journal;       // added; their `seq` is ignored
  std::vector<TimerRow> set_timers;      // an open timer of the same id is replaced
  std::vector<std::string> drop_timers;  // ids; unknown ones are ignored
  // `you` records of these events lose their text; may name this very event; unknown: ignored.
  std::vector<std::string> forget_events;
};

enum class CommitOutcome : uint8_t {
  stored,     // durable
  duplicate,  // this event was stored before; nothing was changed
  failed,     // nothing of this commit was stored
};

struct CommitResult {
  CommitOutcome outcome = CommitOutcome::failed;
  // Of the stored turn, the earlier one of a duplicate; 0 and 0: it had no records.
  int64_t first_seq = 0;
  int64_t last_seq = 0;
  uint64_t version = 0;  // that of the stored state: base_version of the next commit
  Error error;  // of `failed`: conflict (another turn came first), not_found (no such session
                // and `create` unset, so also: erased), invalid_argument, limit, corrupt
};

struct Loaded {
  NewSession session;
  uint64_t version = 0;
  int64_t last_seq = 0;
  Instant at = 0;  // of the newest turn
  std::string state;
  std::vector<TimerRow> timers;     // soonest first
  std::vector<JournalRow> journal;  // the newest `journal_max`, oldest first
};

struct DueTimer {
  SessionKey key;
  TimerRow timer;
};

struct ExportedSession {
  std::string pack;
  std::string language;
  Loaded session;  // with the whole journal
  std::vector<Record> records;
};

class Store {
 public:
  virtual ~Store() = default;

  // All commits in one transaction and one sync, in order; one result per commit. A commit that
  // fails on its own does not hurt the others. An Error: nothing of any of them was stored.
  virtual Result<std::vector<CommitResult>> commit(std::span<const Commit> commits) = 0;

  // Empty: nothing is stored under this key.
  virtual Result<std::optional<Loaded>> load(const SessionKey& key, size_t journal_max) = 0;

  // The records with seq > `after`, in order, at most about `limit` (whole turns).
  virtual Result<std::vector<Record>> records(const SessionKey& key, int64_t after,
                                              size_t limit) = 0;

  // Everything of the person, of all packs and languages.
  virtual Result<std::vector<ExportedSession>> export_person(const TokenHash& person) = 0;

  // Destroys the person's key and every row of theirs, down to the bytes in the files. Unavailable:
  // the rows are gone but a reader in another process still keeps old pages alive; call it again.
  virtual Status erase(const TokenHash& person) = 0;

  // Open timers with ends_at <= `before`, soonest first. They stay until a commit drops them. One
  // that cannot be read is left out.
  virtual Result<std::vector<DueTimer>> due_timers(Instant before, size_t limit) = 0;

  // Housekeeping between two batches, off the commit path; `idle`: nothing is waiting.
  virtual void tidy(bool idle) = 0;
};

}  // namespace keel
