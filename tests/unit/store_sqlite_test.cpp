// The store on disk: its files, its key, and everything that can go wrong with a disk.
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "store/schema.h"
#include "store_fault_vfs.h"
#include "store_support.h"

namespace keel::store_test {
namespace {

mode_t mode_of(const std::string& path) {
  struct stat facts {};
  INFO(path);
  REQUIRE(stat(path.c_str(), &facts) == 0);
  return facts.st_mode & 0777;
}

Error refused(const SqliteOptions& options) {
  const Result<std::unique_ptr<SqliteStore>> store = SqliteStore::open(options);
  REQUIRE_FALSE(store);
  return store.error();
}

TEST_CASE("database, log and folder are for their owner only", "[store]") {
  const Folder folder;
  const auto store = open_store(folder.options());
  must_store(*store, first_turn("ann"));
  CHECK(mode_of(folder.data()) == 0700);
  CHECK(mode_of(folder.database()) == 0600);
  CHECK(mode_of(folder.database() + "-wal") == 0600);
  CHECK(mode_of(folder.database() + "-shm") == 0600);
}

TEST_CASE("what was stored is there after closing and opening", "[store]") {
  const Folder folder;
  must_store(*open_store(folder.options()), first_turn("ann", "a"));
  {
    const auto store = open_store(folder.options());
    must_store(*store, later_turn("ann", 2, "b"));
  }
  const auto store = open_store(folder.options());
  CHECK(must_show(*store, key_of("ann")) == "1:you:a 2:bot:re: a 3:you:b 4:bot:re: b");
}

TEST_CASE("what was stored is there when the machine stopped before the log was copied",
          "[store]") {
  const Folder living;
  const auto store = open_store(living.options());
  must_store(*store, first_turn("ann", "a"));
  const Folder dead;
  leave_behind(living, dead);
  CHECK(must_show(*open_store(dead.options()), key_of("ann")) == "1:you:a 2:bot:re: a");
}

TEST_CASE("no word and no token stands in the files", "[store]") {
  const Folder folder;
  const auto store = open_store(folder.options());
  Commit commit = first_turn("ann", "lighthouse-said");
  commit.state = "lighthouse-state";
  commit.journal = {{0, "lighthouse-slot", "lighthouse-entry"}};
  commit.set_timers = {{"t1", 5'000, "lighthouse-timer"}};
  must_store(*store, commit);
  const std::string bytes = stored_bytes(folder);
  CHECK(bytes.find("lighthouse") == std::string::npos);
  CHECK(bytes.find("token of ann") == std::string::npos);
  CHECK(bytes.find("session-ann") != std::string::npos);
}

TEST_CASE("a wrong or missing key touches nothing of an existing database", "[store]") {
  const Folder living;
  const auto store = open_store(living.options());
  must_store(*store, first_turn("ann", "a"));
  const Folder dead;
  leave_behind(living, dead);
  const std::string database = file_bytes(dead.database());
  const std::string log = file_bytes(dead.database() + "-wal");
  REQUIRE(log.size() > 1000);

  SqliteOptions wrong = dead.options();
  wrong.key.text = DataKey::random().to_text();
  SqliteOptions missing = dead.options();
  missing.key.file = dead.path() + "/elsewhere/master.key";
  SqliteOptions inside = dead.options();
  inside.key.file = dead.data() + "/master.key";

  const Error wrong_key = refused(wrong);
  CHECK(wrong_key.code == ErrorCode::denied);
  CHECK_THAT(wrong_key.message, Catch::Contains("not the one"));
  const Error missing_key = refused(missing);
  CHECK(missing_key.code == ErrorCode::not_found);
  CHECK_FALSE(fs::exists(missing.key.file));
  CHECK(refused(inside).code == ErrorCode::denied);
  CHECK((file_bytes(dead.database()) == database));
  CHECK((file_bytes(dead.database() + "-wal") == log));

  CHECK(must_show(*open_store(dead.options()), key_of("ann")) == "1:you:a 2:bot:re: a");
}

TEST_CASE("without a key no database is made", "[store]") {
  const Folder folder;
  SqliteOptions options = folder.options();
  options.key = {"", "not a key"};
  CHECK(refused(options).code == ErrorCode::invalid_argument);
  CHECK_FALSE(fs::exists(folder.data()));
}

TEST_CASE("a database from before entries had an end opens, and keeps what it has", "[store]") {
  const Folder folder;
  {
    const auto store = open_store(folder.options());
    Commit commit = first_turn("ann", "a");
    commit.journal = {{0, "slot", "kept"}};
    must_store(*store, commit);
  }
  Stranger(folder.database())
      .run(
          "DROP INDEX journal_by_end; ALTER TABLE journal DROP COLUMN expires_at;"
          "PRAGMA user_version=1");
  const auto store = open_store(folder.options());
  Commit later = later_turn("ann", 2, "b");
  later.journal = {{0, "slot", "passing", "", 2'500}};
  must_store(*store, later);
  CHECK(must_load(*store, key_of("ann")).journal.size() == 2);
  must_store(*store, later_turn("ann", 3, "c"));
  const Loaded loaded = must_load(*store, key_of("ann"));
  REQUIRE(loaded.journal.size() == 1);
  CHECK(loaded.journal[0].text == "kept");
  CHECK(loaded.journal[0].expires_at == 0);
}

TEST_CASE("a file that is not ours is refused and left alone", "[store]") {
  const Folder folder;
  (void)open_store(folder.options());
  struct Row {
    const char* what;
    const char* sql;
    ErrorCode code;
    const char* says;
  };
  for (const Row& row : {
           Row{"newer", "PRAGMA user_version=99", ErrorCode::denied, "newer keel"},
           Row{"another program's", "PRAGMA application_id=7", ErrorCode::corrupt,
               "another program"},
       }) {
    INFO(row.what);
    const Folder other;
    fs::create_directories(other.data());
    fs::copy_file(folder.database(), other.database());
    Stranger(other.database()).run(row.sql);
    const std::string before = file_bytes(other.database());
    SqliteOptions options = other.options();
    options.key.file = folder.key_file();
    const Error error = refused(options);
    CHECK(static_cast<int>(error.code) == static_cast<int>(row.code));
    CHECK_THAT(error.message, Catch::Contains(row.says));
    CHECK((file_bytes(other.database()) == before));
  }
  const Folder other;
  fs::create_directories(other.data());
  const std::string letter(5000, 'x');
  std::ofstream(other.database()) << letter;
  const Error error = refused(other.options());
  CHECK(error.code == ErrorCode::corrupt);
  CHECK((file_bytes(other.database()) == letter));
}

TEST_CASE("a row that was changed, swapped or put back does not open", "[store]") {
  // Another byte in the middle of the value.
  const std::string flip =
      " = CAST(substr(@, 1, 40) || CASE hex(substr(@, 41, 1)) WHEN '00' THEN x'01' ELSE x'00' END"
      " || substr(@, 42) AS BLOB)";
  const auto flipped = [&](const std::string& table, const std::string& column) {
    std::string sql = "UPDATE " + table + " SET " + column + flip;
    for (size_t at = sql.find('@'); at != std::string::npos; at = sql.find('@')) {
      sql.replace(at, 1, column);
    }
    return sql;
  };
  struct Row {
    const char* what;
    std::string sql;
    bool load_fails;
    bool records_fail;
  };
  for (const Row& row : {
           Row{"nothing", "SELECT 1", false, false},
           Row{"a changed state", flipped("session", "state"), true, false},
           Row{"an older state", "UPDATE session SET version = 1", true, false},
           Row{"a changed turn", flipped("turn", "records"), false, true},
           Row{"swapped turns",
               "UPDATE turn SET event = CASE event WHEN 'event-1' THEN 'x' ELSE 'event-1' END",
               false, true},
           Row{"a changed entry", flipped("journal", "entry"), true, false},
           Row{"a moved entry", "UPDATE journal SET seq = seq + 10", true, false},
           Row{"a changed timer", flipped("timer", "payload"), true, false},
           Row{"a hastened timer", "UPDATE timer SET ends_at = 1", true, false},
           Row{"a changed key", flipped("person", "wrapped_key"), true, true},
           Row{"swapped keys",
               "UPDATE person SET wrapped_key = (SELECT wrapped_key FROM person AS other"
               " WHERE other.id <> person.id)",
               true, true},
       }) {
    INFO(row.what);
    const Folder folder;
    const auto store = open_store(folder.options());
    Commit commit = first_turn("ann", "a");
    commit.journal = {{0, "mood", "4"}};
    commit.set_timers = {{"t1", 5'000, "pause"}};
    must_store(*store, commit);
    must_store(*store, later_turn("ann", 2, "b"));
    must_store(*store, first_turn("bea", "b"));
    Stranger(folder.database()).run(row.sql);

    const Result<std::optional<Loaded>> loaded = store->load(key_of("ann"), 10);
    const Result<std::vector<Record>> records = store->records(key_of("ann"), 0, 10);
    CHECK(!loaded == row.load_fails);
    CHECK(!records == row.records_fail);
    if (!loaded) CHECK(loaded.error().code == ErrorCode::corrupt);
    if (!records) CHECK(records.error().code == ErrorCode::corrupt);
    const bool anything = row.load_fails || row.records_fail;
    CHECK(!store->export_person(key_of("ann").token_hash) == anything);
  }
}

TEST_CASE("a person's rows do not open under a token that was written over theirs", "[store]") {
  const Folder folder;
  const auto store = open_store(folder.options());
  must_store(*store, first_turn("ann", "a"));
  must_store(*store, first_turn("eve", "e"));
  Stranger disk(folder.database());
  const std::string eve = disk.column("SELECT hex(token_hash) FROM person ORDER BY id")[1];
  disk.run("DELETE FROM person WHERE id = 2; UPDATE person SET token_hash = x'" + eve + "'");
  const Result<std::optional<Loaded>> loaded = store->load(key_of("eve"), 10);
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().code == ErrorCode::corrupt);
}

TEST_CASE("a person whose key was damaged fails alone and can still erase", "[store]") {
  const Folder folder;
  const auto store = open_store(folder.options());
  must_store(*store, first_turn("ann", "a"));
  Stranger(folder.database()).run("UPDATE person SET wrapped_key = x'0102'");
  const std::vector<Commit> batch = {later_turn("ann", 2, "b"), first_turn("bea", "b")};
  const Result<std::vector<CommitResult>> results = store->commit(batch);
  REQUIRE(results);
  CHECK(results->at(0).error.code == ErrorCode::corrupt);
  CHECK(results->at(1).outcome == CommitOutcome::stored);
  CHECK(store->erase(key_of("ann").token_hash));
}

TEST_CASE("a timer that does not open does not hide the others", "[store]") {
  const Folder folder;
  const auto store = open_store(folder.options());
  for (const char* person : {"ann", "bea"}) {
    Commit commit = first_turn(person);
    commit.set_timers = {{person, 5'000, person}};
    must_store(*store, commit);
  }
  Stranger(folder.database()).run("UPDATE timer SET payload = x'00' WHERE id = 'ann'");
  const Result<std::vector<DueTimer>> due = store->due_timers(9'000, 1);
  REQUIRE(due);
  REQUIRE(due->size() == 1);
  CHECK(due->front().timer.payload == "bea");
}

TEST_CASE("a database that another process has locked is an error until it lets go", "[store]") {
  const Folder folder;
  const auto store = open_store(folder.options());
  must_store(*store, first_turn("ann", "a"));
  const Commit turn = later_turn("ann", 2, "b");
  {
    Stranger other(folder.database());
    other.run("BEGIN IMMEDIATE");
    const Result<std::vector<CommitResult>> results = store->commit({&turn, 1});
    REQUIRE_FALSE(results);
    CHECK(results.error().code == ErrorCode::unavailable);
    CHECK_THAT(results.error().message, Catch::Contains("locked"));
    CHECK(must_show(*store, key_of("ann")) == "1:you:a 2:bot:re: a");
    const Status erased = store->erase(key_of("ann").token_hash);
    REQUIRE_FALSE(erased);
    CHECK(erased.error().code == ErrorCode::unavailable);
  }
  must_store(*store, turn);
}

TEST_CASE("a full or failing disk is an error, loses nothing, and heals", "[store]") {
  for (const int code : {SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC}) {
    for (int after = 0; after < 6; ++after) {
      CAPTURE(code, after);
      const Folder folder;
      FaultyDisk disk;
      const auto store = open_store(folder.options());
      must_store(*store, first_turn("ann", "a"));
      const Commit turn = later_turn("ann", 2, std::string(30'000, 'b'));
      disk.fault(code, after);
      const Result<std::vector<CommitResult>> results = store->commit({&turn, 1});
      REQUIRE_FALSE(results);
      CHECK(results.error().code == ErrorCode::unavailable);
      if (code == SQLITE_FULL) CHECK_THAT(results.error().message, Catch::Contains("full"));
      CHECK(must_show(*store, key_of("ann")) == "1:you:a 2:bot:re: a");
      disk.fault(0);
      must_store(*store, later_turn("ann", 2, "b"));
      CHECK(must_show(*store, key_of("ann")) == "1:you:a 2:bot:re: a 3:you:b 4:bot:re: b");
    }
  }
}

TEST_CASE("a disk that is full at the first start is an error", "[store]") {
  const Folder folder;
  FaultyDisk disk;
  disk.fault(SQLITE_FULL);
  CHECK(refused(folder.options()).code == ErrorCode::unavailable);
  disk.fault(0);
  must_store(*open_store(folder.options()), first_turn("ann"));
}

TEST_CASE("a batch costs one sync and leaves the database file alone", "[store]") {
  const Folder folder;
  FaultyDisk disk;
  const auto store = open_store(folder.options());
  must_store(*store, first_turn("zoe"));
  std::vector<Commit> batch;
  for (int i = 0; i < 500; ++i) batch.push_back(first_turn("p" + std::to_string(i)));
  disk.forget_counts();
  REQUIRE(store->commit(batch));
  CHECK(disk.syncs() == 1);
  CHECK(disk.database_writes() == 0);
}

TEST_CASE("the log is copied when the writer is idle, and when it has grown too long", "[store]") {
  struct Row {
    bool idle;
    int idle_pages;
    int log_pages_max;
    bool copied;
  };
  for (const Row& row : {Row{true, 5, 1000, true}, Row{true, 500, 1000, false},
                         Row{false, 5, 1000, false}, Row{false, 5, 5, true}}) {
    CAPTURE(row.idle, row.idle_pages, row.log_pages_max);
    const Folder folder;
    FaultyDisk disk;
    SqliteOptions options = folder.options();
    options.idle_pages = row.idle_pages;
    options.log_pages_max = row.log_pages_max;
    const auto store = open_store(options);
    must_store(*store, first_turn("ann", std::string(50'000, 'a')));
    disk.forget_counts();
    store->tidy(row.idle);
    CHECK((disk.database_writes() > 0) == row.copied);
    disk.forget_counts();
    store->tidy(row.idle);
    CHECK(disk.syncs() == 0);
  }
}

TEST_CASE("a log that is copied regularly stays short", "[store]") {
  const Folder folder;
  SqliteOptions options = folder.options();
  options.idle_pages = 50;
  const auto store = open_store(options);
  must_store(*store, first_turn("ann", "a"));
  for (int64_t turn = 2; turn < 400; ++turn) {
    must_store(*store, later_turn("ann", turn, std::string(2'000, 'x')));
    store->tidy(true);
  }
  CHECK(fs::file_size(folder.database() + "-wal") < 100 * 4200);
}

TEST_CASE("a folder or a file that may not be written is an error and stays as it is", "[store]") {
  const Folder folder;
  const Folder empty;
  must_store(*open_store(folder.options()), first_turn("ann", "a"));
  const std::string before = file_bytes(folder.database());
  fs::create_directories(empty.data());
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    // To root nothing is read-only, so the question is asked as nobody.
    constexpr uid_t nobody = 65'534;
    bool ready = true;
    if (geteuid() == 0) {
      for (const std::string& path :
           {folder.path(), folder.data(), folder.database(), folder.path() + "/keys",
            folder.key_file(), empty.path(), empty.data()}) {
        ready = ready && chown(path.c_str(), nobody, nobody) == 0;
      }
      ready = ready && setuid(nobody) == 0;
    }
    ready = ready && chmod(folder.database().c_str(), 0400) == 0 &&
            chmod(folder.data().c_str(), 0500) == 0 && chmod(empty.data().c_str(), 0500) == 0;
    SqliteOptions no_folder = empty.options();
    no_folder.key.file = folder.key_file();
    const auto existing = SqliteStore::open(folder.options());
    const auto fresh = SqliteStore::open(no_folder);
    const bool right = !existing && existing.error().code == ErrorCode::denied && !fresh &&
                       fresh.error().code == ErrorCode::denied;
    chmod(folder.data().c_str(), 0700);
    chmod(empty.data().c_str(), 0700);
    _exit(!ready ? 2 : right ? 0 : 1);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  CHECK((file_bytes(folder.database()) == before));
}

TEST_CASE("an interrupted first start is begun again", "[store]") {
  const Folder folder;
  fs::create_directories(folder.data());
  std::ofstream(folder.database()).flush();
  must_store(*open_store(folder.options()), first_turn("ann", "a"));
}

}  // namespace
}  // namespace keel::store_test
