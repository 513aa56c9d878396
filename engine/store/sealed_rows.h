#pragma once
// sealed_rows: finds a person and a session in the SQLite store, and names the places that rows are
// sealed to. Shared by the reading and the writing half; not for other stores.
//
//   Result<std::optional<PersonRow>> person = find_person(database, statements, key.token_hash);
//   Result<DataKey> data_key = person_key(master, **person, key.token_hash);
//
// Threads: as Database. Failure: Errors of the database; `corrupt` when a key does not open.
#include <optional>

#include "store/statements.h"
#include "store/store.h"
#include "store/vault.h"

namespace keel {

struct PersonRow {
  int64_t id = 0;
  std::string wrapped_key;
};

struct SessionRow {
  int64_t id = 0;
  NewSession names;
  uint64_t version = 0;
  int64_t last_seq = 0;
  int64_t journal_seq = 0;
  Instant at = 0;
};

Blob blob_of(const TokenHash& hash);

Result<std::optional<PersonRow>> find_person(const Database& database, const Statements& statements,
                                             const TokenHash& token_hash);
Result<std::optional<SessionRow>> find_session(const Database& database,
                                               const Statements& statements, int64_t person,
                                               const SessionKey& key);

Result<DataKey> person_key(const DataKey& master, const PersonRow& person,
                           const TokenHash& token_hash);
std::string wrap_person_key(const DataKey& master, const DataKey& key, const TokenHash& token_hash);

// Persisted: a row opens only under the place that it was sealed to.
std::string state_place(const std::string& session, uint64_t version);
std::string turn_place(const std::string& session, const std::string& event);
std::string entry_place(const std::string& session, int64_t seq);
std::string timer_place(const std::string& session, const std::string& id, Instant ends_at);

}  // namespace keel
