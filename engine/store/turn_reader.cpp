#include "store/turn_reader.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "store/codec.h"

namespace keel {

Result<std::optional<TurnReader::Found>> TurnReader::find(const SessionKey& key) const {
  Result<std::optional<PersonRow>> person = find_person(database_, statements_, key.token_hash);
  if (!person) return person.error();
  if (!*person) return std::optional<Found>();
  Result<std::optional<SessionRow>> session =
      find_session(database_, statements_, (*person)->id, key);
  if (!session) return session.error();
  if (!*session) return std::optional<Found>();
  Result<DataKey> data_key = person_key(master_, **person, key.token_hash);
  if (!data_key) return data_key.error();
  return std::optional<Found>(Found{std::move(**session), std::move(*data_key)});
}

Result<std::optional<Loaded>> TurnReader::load(const SessionKey& key, size_t journal_max) const {
  Result<std::optional<Found>> found = find(key);
  if (!found) return found.error();
  if (!*found) return std::optional<Loaded>();
  const SessionRow& session = (*found)->session;
  Result<std::string> state_text = state(**found);
  if (!state_text) return state_text.error();
  Result<std::vector<TimerRow>> timer_rows = timers(**found);
  if (!timer_rows) return timer_rows.error();
  Result<std::vector<JournalRow>> journal_rows = journal(**found, journal_max);
  if (!journal_rows) return journal_rows.error();
  return std::optional<Loaded>(Loaded{session.names, session.version, session.last_seq, session.at,
                                      std::move(*state_text), std::move(*timer_rows),
                                      std::move(*journal_rows)});
}

Result<std::string> TurnReader::state(const Found& found) const {
  Result<Rows> rows = database_.run(statements_.session_state, found.session.id);
  if (!rows) return rows.error();
  const Result<bool> row = rows->next();
  if (!row) return row.error();
  return found.key.open(rows->bytes(0),
                        state_place(found.session.names.name, found.session.version));
}

Result<std::vector<TimerRow>> TurnReader::timers(const Found& found) const {
  std::vector<TimerRow> timers;
  Result<Rows> rows = database_.run(statements_.timers_of, found.session.id);
  if (!rows) return rows.error();
  for (;;) {
    const Result<bool> row = rows->next();
    if (!row) return row.error();
    if (!*row) return timers;
    TimerRow timer{rows->bytes(0), rows->number(1), {}};
    Result<std::string> payload = found.key.open(
        rows->bytes(2), timer_place(found.session.names.name, timer.id, timer.ends_at));
    if (!payload) return payload.error();
    timer.payload = std::move(*payload);
    timers.push_back(std::move(timer));
  }
}

Result<std::vector<JournalRow>> TurnReader::journal(const Found& found, size_t journal_max) const {
  std::vector<JournalRow> journal;
  constexpr auto most = static_cast<size_t>(std::numeric_limits<int64_t>::max());
  Result<Rows> rows = database_.run(statements_.newest_entries, found.session.id,
                                    static_cast<int64_t>(std::min(journal_max, most)));
  if (!rows) return rows.error();
  for (;;) {
    const Result<bool> row = rows->next();
    if (!row) return row.error();
    if (!*row) break;
    const int64_t seq = rows->number(0);
    const Result<std::string> body =
        found.key.open(rows->bytes(2), entry_place(found.session.names.name, seq));
    if (!body) return body.error();
    Result<JournalRow> entry = decode_entry(*body, seq);
    if (!entry) return entry.error();
    entry->event = rows->bytes(1);
    entry->expires_at = rows->number(3);
    journal.push_back(std::move(*entry));
  }
  std::reverse(journal.begin(), journal.end());
  return journal;
}

Result<std::vector<Record>> TurnReader::records(const SessionKey& key, int64_t after,
                                                size_t limit) const {
  std::vector<Record> records;
  Result<std::optional<Found>> found = find(key);
  if (!found) return found.error();
  if (!*found) return records;
  const SessionRow& session = (*found)->session;
  Result<Rows> rows = database_.run(statements_.turns_after, session.id, after);
  if (!rows) return rows.error();
  while (records.size() < limit) {
    const Result<bool> row = rows->next();
    if (!row) return row.error();
    if (!*row) break;
    const std::string event = rows->bytes(0);
    const Result<std::string> body =
        (*found)->key.open(rows->bytes(2), turn_place(session.names.name, event));
    if (!body) return body.error();
    Result<std::vector<Record>> turn = decode_records(*body, rows->number(1), event);
    if (!turn) return turn.error();
    for (Record& record : *turn) {
      if (record.seq > after) records.push_back(std::move(record));
    }
  }
  return records;
}

Result<std::vector<SessionKey>> TurnReader::sessions_of(const TokenHash& person) const {
  std::vector<SessionKey> keys;
  Result<std::optional<PersonRow>> row_of_person = find_person(database_, statements_, person);
  if (!row_of_person) return row_of_person.error();
  if (!*row_of_person) return keys;
  Result<Rows> rows = database_.run(statements_.sessions_of, (*row_of_person)->id);
  if (!rows) return rows.error();
  for (;;) {
    const Result<bool> row = rows->next();
    if (!row) return row.error();
    if (!*row) return keys;
    keys.push_back({person, rows->bytes(0), rows->bytes(1)});
  }
}

Result<std::vector<ExportedSession>> TurnReader::export_person(const TokenHash& person) const {
  constexpr size_t all = std::numeric_limits<size_t>::max();
  std::vector<ExportedSession> sessions;
  const Result<std::vector<SessionKey>> keys = sessions_of(person);
  if (!keys) return keys.error();
  for (const SessionKey& key : *keys) {
    Result<std::optional<Loaded>> loaded = load(key, all);
    if (!loaded) return loaded.error();
    Result<std::vector<Record>> all_records = records(key, 0, all);
    if (!all_records) return all_records.error();
    if (!*loaded) continue;
    sessions.push_back({key.pack, key.language, std::move(**loaded), std::move(*all_records)});
  }
  return sessions;
}

Result<std::vector<DueTimer>> TurnReader::due_timers(Instant before, size_t limit) const {
  std::vector<DueTimer> due;
  Result<Rows> rows = database_.run(statements_.due_timers, before);
  if (!rows) return rows.error();
  while (due.size() < limit) {
    const Result<bool> row = rows->next();
    if (!row) return row.error();
    if (!*row) break;
    DueTimer timer;
    timer.timer.id = rows->bytes(0);
    timer.timer.ends_at = rows->number(1);
    timer.key.pack = rows->bytes(4);
    timer.key.language = rows->bytes(5);
    const std::string hash = rows->bytes(6);
    if (hash.size() != timer.key.token_hash.size()) continue;
    std::copy(hash.begin(), hash.end(), timer.key.token_hash.begin());
    const Result<DataKey> key =
        person_key(master_, PersonRow{0, rows->bytes(7)}, timer.key.token_hash);
    if (!key) continue;
    Result<std::string> payload =
        key->open(rows->bytes(2), timer_place(rows->bytes(3), timer.timer.id, timer.timer.ends_at));
    if (!payload) continue;
    timer.timer.payload = std::move(*payload);
    due.push_back(std::move(timer));
  }
  return due;
}

}  // namespace keel
