#include "store/statements.h"

#include <array>
#include <utility>

namespace keel {
namespace {

using Member = Statement Statements::*;

constexpr std::array<std::pair<Member, const char*>, 29> queries = {{
    {&Statements::begin, "BEGIN IMMEDIATE"},
    {&Statements::commit, "COMMIT"},
    {&Statements::rollback, "ROLLBACK"},
    {&Statements::find_person, "SELECT id, wrapped_key FROM person WHERE token_hash = ?"},
    {&Statements::find_session,
     "SELECT id, name, epoch, version, last_seq, journal_seq, at FROM session"
     " WHERE person = ? AND pack = ? AND language = ?"},
    {&Statements::session_state, "SELECT state FROM session WHERE id = ?"},
    {&Statements::sessions_of,
     "SELECT pack, language FROM session WHERE person = ? ORDER BY pack, language"},
    {&Statements::insert_person,
     "INSERT INTO person(token_hash, wrapped_key, created_at) VALUES(?, ?, ?)"},
    {&Statements::insert_session,
     "INSERT INTO session(person, pack, language, name, epoch, version, last_seq, journal_seq, at,"
     " state) VALUES(?, ?, ?, ?, ?, 0, 0, 0, 0, x'')"},
    {&Statements::update_session,
     "UPDATE session SET version = ?, last_seq = ?, journal_seq = ?, at = ?, state = ?"
     " WHERE id = ?"},
    {&Statements::find_turn,
     "SELECT first_seq, last_seq FROM turn WHERE session = ? AND event = ?"},
    {&Statements::turn_records, "SELECT id, records FROM turn WHERE session = ? AND event = ?"},
    {&Statements::insert_turn,
     "INSERT INTO turn(session, event, first_seq, last_seq, at, records)"
     " VALUES(?, ?, ?, ?, ?, ?)"},
    {&Statements::update_turn, "UPDATE turn SET records = ? WHERE id = ?"},
    {&Statements::turns_after,
     "SELECT event, first_seq, records FROM turn WHERE session = ? AND last_seq > ?"
     " ORDER BY last_seq"},
    {&Statements::remove_newest_entry,
     "DELETE FROM journal WHERE session = ?1"
     " AND seq = (SELECT max(seq) FROM journal WHERE session = ?1)"},
    {&Statements::take_back_entries, "DELETE FROM journal WHERE session = ? AND event = ?"},
    {&Statements::insert_entry,
     "INSERT INTO journal(session, seq, event, entry, expires_at) VALUES(?, ?, ?, ?, ?)"},
    {&Statements::drop_expired,
     "DELETE FROM journal WHERE session = ? AND expires_at > 0 AND expires_at <= ?"},
    {&Statements::newest_entries,
     "SELECT seq, event, entry, expires_at FROM journal WHERE session = ? ORDER BY seq DESC LIMIT "
     "?"},
    {&Statements::set_timer,
     "INSERT OR REPLACE INTO timer(session, id, ends_at, payload) VALUES(?, ?, ?, ?)"},
    {&Statements::drop_timer, "DELETE FROM timer WHERE session = ? AND id = ?"},
    {&Statements::timers_of,
     "SELECT id, ends_at, payload FROM timer WHERE session = ? ORDER BY ends_at, id"},
    {&Statements::due_timers,
     "SELECT timer.id, timer.ends_at, timer.payload, session.name, session.pack,"
     " session.language, person.token_hash, person.wrapped_key FROM timer"
     " JOIN session ON session.id = timer.session JOIN person ON person.id = session.person"
     " WHERE timer.ends_at <= ? ORDER BY timer.ends_at, timer.id"},
    {&Statements::erase_timers,
     "DELETE FROM timer WHERE session IN (SELECT id FROM session WHERE person = ?)"},
    {&Statements::erase_journal,
     "DELETE FROM journal WHERE session IN (SELECT id FROM session WHERE person = ?)"},
    {&Statements::erase_turns,
     "DELETE FROM turn WHERE session IN (SELECT id FROM session WHERE person = ?)"},
    {&Statements::erase_sessions, "DELETE FROM session WHERE person = ?"},
    {&Statements::erase_person, "DELETE FROM person WHERE id = ?"},
}};

}  // namespace

Result<Statements> Statements::prepare(const Database& database) {
  Statements statements;
  for (const auto& [member, sql] : queries) {
    Result<Statement> statement = database.prepare(sql);
    if (!statement) return statement.error();
    statements.*member = std::move(*statement);
  }
  return statements;
}

}  // namespace keel
