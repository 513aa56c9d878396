#pragma once
// sqlite: the one file that knows SQLite's C interface, as values that close themselves and Errors
// in plain words. Not a query builder: statements are written as SQL, once, in statements.h.
//
//   Result<Rows> rows = database.run(statement, session, Blob{sealed});
//   Result<bool> there = rows->next();  // true: a row stands; false: done
//   int64_t seq = rows->number(0);
//
// Threads: a Database and all that comes from it belong to one thread at a time. Failure: see
// `error_of`. The message names the file, never a value of a row.
#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace keel {

struct Blob {
  std::string_view bytes;
};

struct CloseDatabase {
  void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
struct FinalizeStatement {
  void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
};
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

class Database;

// A statement that runs; resets it when it goes. One at a time per statement.
class Rows {
 public:
  Rows(const Database* database, sqlite3_stmt* statement)
      : database_(database), statement_(statement) {}
  Rows(Rows&& other) noexcept : database_(other.database_), statement_(other.statement_) {
    other.statement_ = nullptr;
  }
  Rows& operator=(Rows&&) = delete;
  ~Rows();

  Result<bool> next();
  bool is_null(int column) const;
  int64_t number(int column) const;
  std::string bytes(int column) const;  // of a text or a blob

 private:
  const Database* database_;
  sqlite3_stmt* statement_;
};

class Database {
 public:
  // Opens an existing file for reading and writing. It leaves file and log alone until it is
  // written to.
  static Result<Database> open(const std::string& path, int busy_ms);

  Status execute(const char* sql);  // any number of statements without values
  Result<Statement> prepare(const char* sql) const;

  template <class... Values>
  Result<Rows> run(const Statement& statement, const Values&... values) const {
    Rows rows(this, statement.get());
    int column = 0;
    if ((... && bind(statement.get(), ++column, values))) return rows;
    return last_error();
  }
  // Runs a statement that gives no rows.
  template <class... Values>
  Status change(const Statement& statement, const Values&... values) const {
    Result<Rows> rows = run(statement, values...);
    if (!rows) return rows.error();
    Result<bool> row = rows->next();
    if (!row) return row.error();
    return Done{};
  }

  Result<int64_t> number(const char* sql) const;  // the first column of the first row; 0: no row
  int64_t inserted_id() const { return sqlite3_last_insert_rowid(handle_.get()); }
  int64_t changed_rows() const { return sqlite3_changes64(handle_.get()); }
  bool in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }
  bool is_read_only() const { return sqlite3_db_readonly(handle_.get(), "main") == 1; }
  Error last_error() const;
  const std::string& path() const { return path_; }

  // Whether closing copies the log into the database. Off until the key was seen to be the right
  // one.
  void checkpoint_on_close(bool on);

  int log_pages() const { return *log_pages_; }  // after the newest commit
  // Copies the log into the database; true: all of it, false: a reader still needs a part.
  // Truncating waits for readers as long as a commit would.
  Result<bool> checkpoint(bool truncate);

 private:
  Database(std::string path, sqlite3* handle);

  static bool bind(sqlite3_stmt* statement, int column, int64_t value);
  static bool bind(sqlite3_stmt* statement, int column, const std::string& value);
  static bool bind(sqlite3_stmt* statement, int column, const Blob& value);
  static bool bind(sqlite3_stmt* statement, int column, const std::optional<int64_t>& value);

  std::string path_;
  std::unique_ptr<int> log_pages_ = std::make_unique<int>(0);  // SQLite holds its address
  std::unique_ptr<sqlite3, CloseDatabase> handle_;
};

}  // namespace keel
