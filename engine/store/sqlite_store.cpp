#include "store/sqlite_store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "store/schema.h"
#include "store/turn_reader.h"
#include "store/turn_writer.h"

namespace keel {
namespace {

namespace fs = std::filesystem;

// Sealed under the master key and kept in `meta`, so that a wrong key is seen before it writes
// anything.
constexpr const char* key_check_words = "keel";       // persisted: do not change
constexpr const char* key_check_place = "key check";  // persisted: do not change

std::string folder_of(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

bool holds_something(const std::string& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  return !error && size > 0;
}

// An empty file with mode 0600 in a folder with 0700; a folder that is there is left as it is.
Status make_file(const std::string& path) {
  const auto denied = [&](const std::string& reason) {
    return Error{ErrorCode::denied, "The database " + path + " cannot be made: " + reason + "."};
  };
  const fs::path folder = folder_of(path);
  std::error_code error;
  if (!fs::exists(folder, error)) {
    fs::create_directories(folder, error);
    if (!error) fs::permissions(folder, fs::perms::owner_all, error);
    if (error) return denied(error.message());
  }
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return denied(std::strerror(errno));
  ::close(fd);
  return Done{};
}

// Empty: none is kept yet.
Result<std::optional<std::string>> kept_key_check(const Database& database) {
  Result<Statement> statement = database.prepare("SELECT value FROM meta WHERE name = 'key_check'");
  if (!statement) return statement.error();
  Rows rows(&database, statement->get());
  const Result<bool> row = rows.next();
  if (!row) return row.error();
  return *row ? std::optional<std::string>(rows.bytes(0)) : std::nullopt;
}

Status check_key(const Database& database, const DataKey& master) {
  const Result<std::optional<std::string>> kept = kept_key_check(database);
  if (!kept) return kept.error();
  if (!*kept) return Done{};
  if (master.open(**kept, key_check_place)) return Done{};
  return Error{ErrorCode::denied, "The master key is not the one that the database " +
                                      database.path() +
                                      " was made with. Nothing was changed; use the right key."};
}

Status keep_key_check(const Database& database, const DataKey& master) {
  const Result<std::optional<std::string>> kept = kept_key_check(database);
  if (!kept) return kept.error();
  if (*kept) return Done{};
  const Result<int64_t> persons = database.number("SELECT count(*) FROM person");
  if (!persons) return persons.error();
  if (*persons != 0) {
    return Error{ErrorCode::corrupt,
                 "The database " + database.path() + " has lost the check of its master key."};
  }
  const Result<Statement> statement =
      database.prepare("INSERT INTO meta(name, value) VALUES('key_check', ?)");
  if (!statement) return statement.error();
  const std::string sealed = master.seal(key_check_words, key_check_place);
  return database.change(*statement, Blob{sealed});
}

Status set_up(Database& database, const DataKey& master) {
  if (database.is_read_only()) {
    return Error{ErrorCode::denied, "The database " + database.path() + " is read-only."};
  }
  Status done = database.execute(
      "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA secure_delete=ON;"
      "PRAGMA temp_store=MEMORY;PRAGMA cache_size=-8192;");
  if (!done) return done;
  const Result<int64_t> is_wal =
      database.number("SELECT journal_mode = 'wal' FROM pragma_journal_mode");
  if (!is_wal) return is_wal.error();
  if (*is_wal == 0) {
    return Error{ErrorCode::unavailable, "The database " + database.path() +
                                             " cannot keep a write-ahead log where it stands."};
  }
  if (Status migrated = migrate(database); !migrated) return migrated;
  return keep_key_check(database, master);
}

}  // namespace

struct SqliteStore::Parts {
  SqliteOptions options;
  Database database;
  DataKey master;
  Statements statements;
  bool scrub = false;      // words were forgotten whose cipher text may still stand in the log
  int next_log_pages = 0;  // no sooner is the log copied again; a reader held it up last time
};

SqliteStore::SqliteStore(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
SqliteStore::~SqliteStore() = default;

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const SqliteOptions& options) {
  const std::string folder = folder_of(options.path);
  if (!holds_something(options.path)) {
    // The key comes first: without one there must not be a database.
    if (Result<DataKey> key = master_key(options.key, true, folder); !key) return key.error();
    if (Status made = make_file(options.path); !made) return made.error();
  }
  Result<Database> database = Database::open(options.path, options.busy_ms);
  if (!database) return database.error();
  const Result<SchemaState> state = schema_state(*database);
  if (!state) return state.error();
  Result<DataKey> master = master_key(options.key, *state == SchemaState::fresh, folder);
  if (!master) return master.error();
  if (*state == SchemaState::ours) {
    if (Status right = check_key(*database, *master); !right) return right.error();
  }
  if (Status ready = set_up(*database, *master); !ready) return ready.error();
  Result<Statements> statements = Statements::prepare(*database);
  if (!statements) return statements.error();
  database->checkpoint_on_close(true);
  auto parts = std::make_unique<Parts>(
      Parts{options, std::move(*database), std::move(*master), std::move(*statements)});
  // A log that a killed process left may hold rows that were erased; later, if it cannot be emptied
  // now.
  const Result<bool> emptied = parts->database.checkpoint(true);
  parts->scrub = !emptied || !*emptied;
  return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(parts)));
}

Result<std::vector<CommitResult>> SqliteStore::commit(std::span<const Commit> commits) {
  const Database& database = parts_->database;
  const TurnWriter writer(database, parts_->statements, parts_->master);
  std::vector<CommitResult> results;
  results.reserve(commits.size());
  Status done = database.change(parts_->statements.begin);
  if (!done) return done.error();
  bool forgets = false;
  for (const Commit& commit : commits) {
    Result<CommitResult> result = writer.write(commit);
    if (!result) return roll_back(result.error());
    forgets = forgets || !commit.forget_events.empty() || commit.remove_newest_entry ||
              !commit.take_back.empty();
    results.push_back(std::move(*result));
  }
  done = database.change(parts_->statements.commit);
  if (!done) return roll_back(done.error());
  parts_->scrub = parts_->scrub || forgets;
  return results;
}

// Some failures end the transaction by themselves.
Error SqliteStore::roll_back(const Error& reason) {
  const Database& database = parts_->database;
  if (!database.in_transaction()) return reason;
  const Status done = database.change(parts_->statements.rollback);
  return done ? reason : done.error();
}

Result<std::optional<Loaded>> SqliteStore::load(const SessionKey& key, size_t journal_max) {
  return TurnReader(parts_->database, parts_->statements, parts_->master).load(key, journal_max);
}

Result<std::vector<Record>> SqliteStore::records(const SessionKey& key, int64_t after,
                                                 size_t limit) {
  return TurnReader(parts_->database, parts_->statements, parts_->master)
      .records(key, after, limit);
}

Result<std::vector<ExportedSession>> SqliteStore::export_person(const TokenHash& person) {
  return TurnReader(parts_->database, parts_->statements, parts_->master).export_person(person);
}

Result<std::vector<DueTimer>> SqliteStore::due_timers(Instant before, size_t limit) {
  return TurnReader(parts_->database, parts_->statements, parts_->master).due_timers(before, limit);
}

Status SqliteStore::erase_rows(int64_t person) {
  const Database& database = parts_->database;
  const Statements& statements = parts_->statements;
  if (Status done = database.change(statements.begin); !done) return done;
  for (const Statement* statement :
       {&statements.erase_timers, &statements.erase_journal, &statements.erase_turns,
        &statements.erase_sessions, &statements.erase_person, &statements.commit}) {
    Status done = statement == &statements.commit ? database.change(*statement)
                                                  : database.change(*statement, person);
    if (!done) return roll_back(done.error());
  }
  return Done{};
}

Status SqliteStore::erase(const TokenHash& person) {
  const Result<std::optional<PersonRow>> found =
      find_person(parts_->database, parts_->statements, person);
  if (!found) return found.error();
  if (!*found && !parts_->scrub) {
    return Error{ErrorCode::not_found, "There is no such person."};
  }
  if (*found) {
    if (Status done = erase_rows((*found)->id); !done) return done;
    parts_->scrub = true;
  }
  return scrub();
}

// Empties the log, where older forms of the pages stand.
Status SqliteStore::scrub() {
  const Result<bool> complete = parts_->database.checkpoint(true);
  if (!complete) return complete.error();
  if (!*complete) {
    return Error{ErrorCode::unavailable,
                 "The rows are gone, but another process keeps the log of the database " +
                     parts_->database.path() + " open."};
  }
  parts_->scrub = false;
  return Done{};
}

void SqliteStore::tidy(bool idle) {
  // What fails here is tried again after a later batch; the log keeps everything until then.
  if (parts_->scrub && idle) {
    if (const Status done = scrub(); done) return;
  }
  const int pages = parts_->database.log_pages();
  if (pages < parts_->next_log_pages) parts_->next_log_pages = 0;  // the log began anew
  const int limit = idle ? parts_->options.idle_pages : parts_->options.log_pages_max;
  if (pages < limit || pages < parts_->next_log_pages) return;
  const Result<bool> complete = parts_->database.checkpoint(false);
  // Complete or not, copying pays again only after as much has been written anew.
  parts_->next_log_pages = complete && *complete ? pages + 1 : pages + parts_->options.idle_pages;
}

}  // namespace keel
