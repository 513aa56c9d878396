#include "store/schema.h"

#include <array>

namespace keel {
namespace {

// Ids are never used twice (AUTOINCREMENT), turns and entries are appended, and everything that
// carries words is a sealed blob. In the clear: token hashes, public names, pack, language, ids of
// events and timers, numbers and times. An entry of an older file is kept until it is erased.
constexpr std::array<const char*, schema_version> steps = {R"sql(
CREATE TABLE meta(
  name TEXT PRIMARY KEY,
  value BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE person(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  token_hash BLOB NOT NULL,
  wrapped_key BLOB NOT NULL,
  created_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX person_by_token ON person(token_hash);

CREATE TABLE session(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL,
  pack TEXT NOT NULL,
  language TEXT NOT NULL,
  name TEXT NOT NULL,
  epoch TEXT NOT NULL,
  version INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  journal_seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  state BLOB NOT NULL
);
CREATE UNIQUE INDEX session_by_person ON session(person, pack, language);
CREATE UNIQUE INDEX session_by_name ON session(name);

CREATE TABLE turn(
  id INTEGER PRIMARY KEY,
  session INTEGER NOT NULL,
  event TEXT NOT NULL,
  first_seq INTEGER,
  last_seq INTEGER,
  at INTEGER NOT NULL,
  records BLOB NOT NULL
);
CREATE UNIQUE INDEX turn_by_event ON turn(session, event);
CREATE UNIQUE INDEX turn_by_seq ON turn(session, last_seq);

CREATE TABLE journal(
  id INTEGER PRIMARY KEY,
  session INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  event TEXT NOT NULL,
  entry BLOB NOT NULL
);
CREATE UNIQUE INDEX journal_by_seq ON journal(session, seq);

CREATE TABLE timer(
  session INTEGER NOT NULL,
  id TEXT NOT NULL,
  ends_at INTEGER NOT NULL,
  payload BLOB NOT NULL,
  PRIMARY KEY(session, id)
) WITHOUT ROWID;
CREATE INDEX timer_by_end ON timer(ends_at);
)sql",
                                                           R"sql(
ALTER TABLE journal ADD COLUMN expires_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX journal_by_end ON journal(session, expires_at) WHERE expires_at > 0;
)sql"};

}  // namespace

Result<SchemaState> schema_state(const Database& database) {
  const Result<int64_t> application = database.number("PRAGMA application_id");
  if (!application) return application.error();
  const Result<int64_t> version = database.number("PRAGMA user_version");
  if (!version) return version.error();
  const Result<int64_t> tables = database.number("SELECT count(*) FROM sqlite_schema");
  if (!tables) return tables.error();
  if (*application == 0 && *version == 0 && *tables == 0) return SchemaState::fresh;
  if (*application != schema_application_id) {
    return Error{ErrorCode::corrupt,
                 "The file " + database.path() + " is a database of another program."};
  }
  if (*version > schema_version) {
    return Error{ErrorCode::denied, "The database " + database.path() +
                                        " was written by a newer keel (schema " +
                                        std::to_string(*version) + ", this one knows " +
                                        std::to_string(schema_version) + "). Use that one."};
  }
  return SchemaState::ours;
}

Status migrate(Database& database) {
  const Result<int64_t> version = database.number("PRAGMA user_version");
  if (!version) return version.error();
  std::string script = "BEGIN IMMEDIATE;";
  for (int64_t step = *version; step < schema_version; ++step) {
    script += steps[static_cast<size_t>(step)];
  }
  script += "PRAGMA application_id=" + std::to_string(schema_application_id) +
            ";PRAGMA user_version=" + std::to_string(schema_version) + ";COMMIT;";
  if (*version == schema_version) return Done{};
  Status done = database.execute(script.c_str());
  if (!done && database.in_transaction()) {
    if (Status undone = database.execute("ROLLBACK"); !undone) return undone;
  }
  return done;
}

}  // namespace keel
