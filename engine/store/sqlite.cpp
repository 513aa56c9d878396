#include "store/sqlite.h"

namespace keel {
namespace {

// SQLite's result in our words. Primary codes; the message keeps SQLite's own for the log.
Error error_of(int code, const std::string& path, const char* detail) {
  const auto error = [&](ErrorCode kind, const char* what) {
    return Error{kind, "The database " + path + " " + what + " (" + detail + ")."};
  };
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return error(ErrorCode::unavailable, "is locked by another process");
    case SQLITE_FULL:
      return error(ErrorCode::unavailable, "cannot grow: the disk is full");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return error(ErrorCode::denied, "cannot be written: it or its folder is read-only");
    case SQLITE_CANTOPEN:
      return error(ErrorCode::denied, "cannot be opened");
    case SQLITE_NOTADB:
      return error(ErrorCode::corrupt, "is not a database");
    case SQLITE_CORRUPT:
      return error(ErrorCode::corrupt, "is damaged");
    case SQLITE_CONSTRAINT:
      return error(ErrorCode::conflict, "already holds such a row");
    case SQLITE_TOOBIG:
      return error(ErrorCode::limit, "cannot take a row of this size");
    case SQLITE_IOERR:
      return error(ErrorCode::unavailable, "cannot be read or written: the disk fails");
    default:
      return error(ErrorCode::unavailable, "does not answer");
  }
}

int note_log_pages(void* log_pages, sqlite3* /*handle*/, const char* /*name*/, int pages) {
  *static_cast<int*>(log_pages) = pages;
  return SQLITE_OK;
}

}  // namespace

Database::Database(std::string path, sqlite3* handle) : path_(std::move(path)), handle_(handle) {
  // Takes the place of SQLite's own checkpoints, which would run inside a commit.
  if (handle != nullptr) sqlite3_wal_hook(handle, &note_log_pages, log_pages_.get());
}

Rows::~Rows() {
  if (statement_ == nullptr) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

Result<bool> Rows::next() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return database_->last_error();
}

bool Rows::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

int64_t Rows::number(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::string Rows::bytes(int column) const {
  const void* bytes = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  return bytes == nullptr ? std::string()
                          : std::string(static_cast<const char*>(bytes), static_cast<size_t>(size));
}

Result<Database> Database::open(const std::string& path, int busy_ms) {
  sqlite3* handle = nullptr;
  const int code =
      sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(path, handle);
  if (code != SQLITE_OK) return error_of(code, path, sqlite3_errstr(code));
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, busy_ms);
  database.checkpoint_on_close(false);
  return database;
}

Status Database::execute(const char* sql) {
  if (sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) return last_error();
  return Done{};
}

Result<Statement> Database::prepare(const char* sql) const {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v3(handle_.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) !=
      SQLITE_OK) {
    return last_error();
  }
  return Statement(statement);
}

Result<int64_t> Database::number(const char* sql) const {
  Result<Statement> statement = prepare(sql);
  if (!statement) return statement.error();
  Rows rows(this, statement->get());
  Result<bool> row = rows.next();
  if (!row) return row.error();
  return *row ? rows.number(0) : 0;
}

Error Database::last_error() const {
  return error_of(sqlite3_errcode(handle_.get()), path_, sqlite3_errmsg(handle_.get()));
}

void Database::checkpoint_on_close(bool on) {
  sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, on ? 0 : 1, nullptr);
}

Result<bool> Database::checkpoint(bool truncate) {
  int log_pages = 0;
  int copied_pages = 0;
  const int mode = truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
  const int code =
      sqlite3_wal_checkpoint_v2(handle_.get(), "main", mode, &log_pages, &copied_pages);
  if ((code & 0xff) == SQLITE_BUSY) return false;
  if (code != SQLITE_OK) return last_error();
  if (truncate) *log_pages_ = 0;
  return log_pages == copied_pages;
}

bool Database::bind(sqlite3_stmt* statement, int column, int64_t value) {
  return sqlite3_bind_int64(statement, column, value) == SQLITE_OK;
}

bool Database::bind(sqlite3_stmt* statement, int column, const std::string& value) {
  return sqlite3_bind_text64(statement, column, value.data(), value.size(), SQLITE_TRANSIENT,
                             SQLITE_UTF8) == SQLITE_OK;
}

bool Database::bind(sqlite3_stmt* statement, int column, const Blob& value) {
  return sqlite3_bind_blob64(statement, column, value.bytes.data(), value.bytes.size(),
                             SQLITE_TRANSIENT) == SQLITE_OK;
}

bool Database::bind(sqlite3_stmt* statement, int column, const std::optional<int64_t>& value) {
  return value ? bind(statement, column, *value)
               : sqlite3_bind_null(statement, column) == SQLITE_OK;
}

}  // namespace keel
