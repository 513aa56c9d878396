#pragma once
// What the store's tests share: a folder that goes away, people, and turns of a few words.
#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "store/sqlite_store.h"
#include "store/vault.h"
#include "temporary_folder.h"

namespace keel::store_test {

namespace fs = std::filesystem;

class Folder {
 public:
  std::string path() const { return folder_.path().string(); }
  std::string data() const { return path() + "/data"; }
  std::string database() const { return data() + "/keel.db"; }
  std::string key_file() const { return path() + "/keys/master.key"; }

  SqliteOptions options() const {
    SqliteOptions options;
    options.path = database();
    options.key.file = key_file();
    options.busy_ms = 20;
    return options;
  }

 private:
  test::TemporaryFolder folder_;
};

inline std::unique_ptr<SqliteStore> open_store(const SqliteOptions& options) {
  Result<std::unique_ptr<SqliteStore>> store = SqliteStore::open(options);
  if (!store) FAIL(store.error().message);
  return std::move(*store);
}

inline std::string file_bytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Database and log together, as somebody with the disk in hand would read them.
inline std::string stored_bytes(const Folder& folder) {
  return file_bytes(folder.database()) + file_bytes(folder.database() + "-wal");
}

// A database as a machine that lost its power leaves it: with a log that was not copied.
inline void leave_behind(const Folder& living, const Folder& dead) {
  fs::create_directories(dead.data());
  fs::create_directories(fs::path(dead.key_file()).parent_path());
  fs::copy_file(living.key_file(), dead.key_file());
  for (const char* tail : {"", "-wal"}) {
    fs::copy_file(living.database() + tail, dead.database() + tail);
  }
}

inline SessionKey key_of(const std::string& person) {
  return {hash_token("token of " + person), "coach", "en"};
}

// The first turn of a person: their words and the answer.
inline Commit first_turn(const std::string& person, const std::string& words = "hello") {
  Commit commit;
  commit.key = key_of(person);
  commit.create = NewSession{"session-" + person, "epoch-" + person};
  commit.event = "event-1";
  commit.at = 1'000;
  commit.state = "state after " + words;
  commit.records = {{1, RecordKind::you, "", words}, {2, RecordKind::bot, "", "re: " + words}};
  return commit;
}

// The turn number `turn` (from 1) when every turn has two records.
inline Commit later_turn(const std::string& person, int64_t turn, const std::string& words) {
  Commit commit = first_turn(person, words);
  commit.create.reset();
  commit.event = "event-" + std::to_string(turn);
  commit.at = 1'000 * turn;
  commit.base_version = static_cast<uint64_t>(turn - 1);
  commit.records[0].seq = 2 * turn - 1;
  commit.records[1].seq = 2 * turn;
  return commit;
}

inline CommitResult commit_one(Store& store, const Commit& commit) {
  Result<std::vector<CommitResult>> results = store.commit({&commit, 1});
  if (!results) FAIL(results.error().message);
  REQUIRE(results->size() == 1);
  return results->front();
}

inline void must_store(Store& store, const Commit& commit) {
  const CommitResult result = commit_one(store, commit);
  INFO(result.error.message);
  REQUIRE(result.outcome == CommitOutcome::stored);
}

inline Loaded must_load(Store& store, const SessionKey& key, size_t journal_max = 100) {
  Result<std::optional<Loaded>> loaded = store.load(key, journal_max);
  if (!loaded) FAIL(loaded.error().message);
  REQUIRE(loaded->has_value());
  return std::move(**loaded);
}

// "1:you:hello 2:bot:re" for a table row.
inline std::string shown(const std::vector<Record>& records) {
  std::string text;
  for (const Record& record : records) {
    if (!text.empty()) text += " ";
    text += std::to_string(record.seq) + (record.kind == RecordKind::you ? ":you:" : ":bot:") +
            record.text;
  }
  return text;
}

inline std::string must_show(Store& store, const SessionKey& key, int64_t after = 0,
                             size_t limit = 1000) {
  Result<std::vector<Record>> records = store.records(key, after, limit);
  if (!records) FAIL(records.error().message);
  return shown(*records);
}

// Another process with the same file.
class Stranger {
 public:
  explicit Stranger(const std::string& path) {
    REQUIRE(sqlite3_open(path.c_str(), &handle_) == SQLITE_OK);
  }
  ~Stranger() { sqlite3_close(handle_); }
  Stranger(const Stranger&) = delete;
  Stranger& operator=(const Stranger&) = delete;

  void run(const std::string& sql) {
    INFO(sql);
    REQUIRE(sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  }
  // The first column of every row.
  std::vector<std::string> column(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(handle_, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
    std::vector<std::string> values;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, 0));
      values.emplace_back(bytes, static_cast<size_t>(sqlite3_column_bytes(statement, 0)));
    }
    sqlite3_finalize(statement);
    return values;
  }

 private:
  sqlite3* handle_ = nullptr;
};

}  // namespace keel::store_test
