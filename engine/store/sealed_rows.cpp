#include "store/sealed_rows.h"

namespace keel {
namespace {

std::string person_place(const TokenHash& token_hash) {
  return "person|" + std::string(blob_of(token_hash).bytes);
}

}  // namespace

Blob blob_of(const TokenHash& hash) {
  return {{reinterpret_cast<const char*>(hash.data()), hash.size()}};
}

Result<std::optional<PersonRow>> find_person(const Database& database, const Statements& statements,
                                             const TokenHash& token_hash) {
  Result<Rows> rows = database.run(statements.find_person, blob_of(token_hash));
  if (!rows) return rows.error();
  const Result<bool> row = rows->next();
  if (!row) return row.error();
  if (!*row) return std::optional<PersonRow>();
  return std::optional<PersonRow>({rows->number(0), rows->bytes(1)});
}

Result<std::optional<SessionRow>> find_session(const Database& database,
                                               const Statements& statements, int64_t person,
                                               const SessionKey& key) {
  Result<Rows> rows = database.run(statements.find_session, person, key.pack, key.language);
  if (!rows) return rows.error();
  const Result<bool> row = rows->next();
  if (!row) return row.error();
  if (!*row) return std::optional<SessionRow>();
  SessionRow session;
  session.id = rows->number(0);
  session.names = {rows->bytes(1), rows->bytes(2)};
  session.version = static_cast<uint64_t>(rows->number(3));
  session.last_seq = rows->number(4);
  session.journal_seq = rows->number(5);
  session.at = rows->number(6);
  return std::optional<SessionRow>(std::move(session));
}

Result<DataKey> person_key(const DataKey& master, const PersonRow& person,
                           const TokenHash& token_hash) {
  return DataKey::unwrap(master, person.wrapped_key, person_place(token_hash));
}

std::string wrap_person_key(const DataKey& master, const DataKey& key,
                            const TokenHash& token_hash) {
  return key.wrapped_by(master, person_place(token_hash));
}

std::string state_place(const std::string& session, uint64_t version) {
  return "state|" + session + "|" + std::to_string(version);
}

std::string turn_place(const std::string& session, const std::string& event) {
  return "turn|" + session + "|" + event;
}

std::string entry_place(const std::string& session, int64_t seq) {
  return "journal|" + session + "|" + std::to_string(seq);
}

std::string timer_place(const std::string& session, const std::string& id, Instant ends_at) {
  return "timer|" + session + "|" + std::to_string(ends_at) + "|" + id;
}

}  // namespace keel
