#pragma once
// statements: every query of the SQLite store, prepared once. Not for tables (schema.h).
//
//   Result<Statements> statements = Statements::prepare(database);
//   database.change(statements->insert_turn, session, event, first, last, at, Blob{sealed});
//
// Threads: as Database.
#include "store/sqlite.h"

namespace keel {

struct Statements {
  static Result<Statements> prepare(const Database& database);

  Statement begin, commit, rollback;
  Statement find_person;          // token_hash -> id, wrapped_key
  Statement find_session;         // person, pack, language -> id, name, epoch, version, last_seq,
                                  // journal_seq, at
  Statement session_state;        // id -> state
  Statement sessions_of;          // person -> pack, language
  Statement insert_person;        // token_hash, wrapped_key, at
  Statement insert_session;       // person, pack, language, name, epoch
  Statement update_session;       // version, last_seq, journal_seq, at, state, id
  Statement find_turn;            // session, event -> first_seq, last_seq
  Statement turn_records;         // session, event -> id, records
  Statement insert_turn;          // session, event, first_seq, last_seq, at, records
  Statement update_turn;          // records, id
  Statement turns_after;          // session, seq -> event, first_seq, records
  Statement remove_newest_entry;  // session
  Statement take_back_entries;    // session, event
  Statement insert_entry;         // session, seq, event, entry, expires_at
  Statement drop_expired;         // session, now
  Statement newest_entries;       // session, limit -> seq, event, entry, expires_at; newest first
  Statement set_timer;            // session, id, ends_at, payload
  Statement drop_timer;           // session, id
  Statement timers_of;            // session -> id, ends_at, payload
  Statement
      due_timers;  // before -> id, ends_at, payload, name, pack, language, token_hash, wrapped_key
  Statement erase_timers, erase_journal, erase_turns, erase_sessions, erase_person;  // person
};

}  // namespace keel
