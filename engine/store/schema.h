#pragma once
// schema: the tables of the SQLite store, their version, and how an older file becomes a newer one.
// Not for queries (statements.h).
//
//   Result<SchemaState> state = schema_state(database);  // looks, touches nothing
//   if (*state == SchemaState::fresh) ... migrate(database);
//
// Each version is one step of SQL that is never changed once released; the file's `user_version`
// says which steps it has seen, its `application_id` that it is ours. Threads: as Database.
#include "store/sqlite.h"

namespace keel {

constexpr int64_t schema_version = 2;
constexpr int64_t schema_application_id = 0x6b65656c;  // "keel"; persisted: do not change

enum class SchemaState { fresh, ours };

// corrupt: a database of something else; denied: written by a newer keel.
Result<SchemaState> schema_state(const Database& database);

// Runs the missing steps in one transaction.
Status migrate(Database& database);

}  // namespace keel
