#include "store/turn_writer.h"

#include <utility>

#include "store/codec.h"
#include "store/commit_rules.h"

namespace keel {
namespace {

using MaybeResult = std::optional<CommitResult>;

MaybeResult failed(Error error) {
  CommitResult result;
  result.error = std::move(error);
  return result;
}

CommitResult stored(const Commit& commit) {
  CommitResult result{CommitOutcome::stored, 0, 0, commit.base_version + 1, {}};
  if (!commit.records.empty()) {
    result.first_seq = commit.records.front().seq;
    result.last_seq = commit.records.back().seq;
  }
  return result;
}

void blank_words(std::vector<Record>& records) {
  for (Record& record : records) {
    if (record.kind == RecordKind::you) record.text.clear();
  }
}

}  // namespace

Result<CommitResult> TurnWriter::write(const Commit& commit) const {
  if (std::optional<Error> error = refusal(commit)) return *failed(*error);
  Result<Target> target = find(commit.key);
  if (!target) return target.error();
  Result<MaybeResult> early = answer_before_writing(commit, *target);
  if (!early) return early.error();
  if (*early) return **early;

  DataKey key = DataKey::random();
  if (target->person) {
    Result<DataKey> known = person_key(master_, *target->person, commit.key.token_hash);
    if (!known) return *failed(known.error());
    key = std::move(*known);
  }
  if (Status done = make_missing(commit, key, *target); !done) return done.error();
  const SessionRow& session = *target->session;
  if (Status done = update_session(commit, session, key); !done) return done.error();
  if (Status done = insert_turn(commit, session, key); !done) return done.error();
  if (Status done = change_journal(commit, session, key); !done) return done.error();
  if (Status done = change_timers(commit, session, key); !done) return done.error();
  for (const std::string& event : commit.forget_events) {
    if (event == commit.event) continue;  // never written
    if (Status done = forget(event, session, key); !done) return done.error();
  }
  return stored(commit);
}

Result<TurnWriter::Target> TurnWriter::find(const SessionKey& key) const {
  Target target;
  Result<std::optional<PersonRow>> person = find_person(database_, statements_, key.token_hash);
  if (!person) return person.error();
  target.person = std::move(*person);
  if (target.person) {
    Result<std::optional<SessionRow>> session =
        find_session(database_, statements_, target.person->id, key);
    if (!session) return session.error();
    target.session = std::move(*session);
  }
  return Result<Target>(std::move(target));
}

Result<MaybeResult> TurnWriter::answer_before_writing(const Commit& commit,
                                                      const Target& target) const {
  if (!target.session && (!commit.create || commit.base_version != 0)) {
    return failed({ErrorCode::not_found, "There is no such session."});
  }
  const SessionRow before = target.session.value_or(SessionRow{});
  if (target.session) {
    Result<Rows> rows = database_.run(statements_.find_turn, before.id, commit.event);
    if (!rows) return rows.error();
    const Result<bool> row = rows->next();
    if (!row) return row.error();
    if (*row) {
      return MaybeResult(
          {CommitOutcome::duplicate, rows->number(0), rows->number(1), before.version, {}});
    }
  }
  if (std::optional<Error> error = refusal_after(commit, before.version, before.last_seq)) {
    return failed(*error);
  }
  return MaybeResult();
}

Status TurnWriter::make_missing(const Commit& commit, const DataKey& key, Target& target) const {
  if (!target.person) {
    const TokenHash& hash = commit.key.token_hash;
    const std::string wrapped = wrap_person_key(master_, key, hash);
    Status done =
        database_.change(statements_.insert_person, blob_of(hash), Blob{wrapped}, commit.at);
    if (!done) return done;
    target.person = PersonRow{database_.inserted_id(), wrapped};
  }
  if (!target.session) {
    Status done = database_.change(statements_.insert_session, target.person->id, commit.key.pack,
                                   commit.key.language, commit.create->name, commit.create->epoch);
    if (!done) return done;
    SessionRow session;
    session.id = database_.inserted_id();
    session.names = *commit.create;
    target.session = std::move(session);
  }
  return Done{};
}

Status TurnWriter::update_session(const Commit& commit, const SessionRow& session,
                                  const DataKey& key) const {
  const uint64_t version = session.version + 1;
  const std::string sealed = key.seal(commit.state, state_place(session.names.name, version));
  const int64_t last_seq = commit.records.empty() ? session.last_seq : commit.records.back().seq;
  const int64_t journal_seq = session.journal_seq + static_cast<int64_t>(commit.journal.size());
  return database_.change(statements_.update_session, static_cast<int64_t>(version), last_seq,
                          journal_seq, commit.at, Blob{sealed}, session.id);
}

Status TurnWriter::insert_turn(const Commit& commit, const SessionRow& session,
                               const DataKey& key) const {
  std::string body;
  if (forgets_itself(commit)) {
    std::vector<Record> records = commit.records;
    blank_words(records);
    body = encode_records(records);
  } else {
    body = encode_records(commit.records);
  }
  std::optional<int64_t> first_seq;
  std::optional<int64_t> last_seq;
  if (!commit.records.empty()) {
    first_seq = commit.records.front().seq;
    last_seq = commit.records.back().seq;
  }
  const std::string sealed = key.seal(body, turn_place(session.names.name, commit.event));
  return database_.change(statements_.insert_turn, session.id, commit.event, first_seq, last_seq,
                          commit.at, Blob{sealed});
}

Status TurnWriter::change_journal(const Commit& commit, const SessionRow& session,
                                  const DataKey& key) const {
  for (const std::string& event : commit.take_back) {
    Status done = database_.change(statements_.take_back_entries, session.id, event);
    if (!done) return done;
  }
  if (commit.remove_newest_entry) {
    if (Status done = database_.change(statements_.remove_newest_entry, session.id); !done) {
      return done;
    }
  }
  if (Status done = database_.change(statements_.drop_expired, session.id, commit.at); !done) {
    return done;
  }
  int64_t seq = session.journal_seq;
  for (const JournalRow& row : commit.journal) {
    const std::string sealed = key.seal(encode_entry(row), entry_place(session.names.name, ++seq));
    Status done = database_.change(statements_.insert_entry, session.id, seq, commit.event,
                                   Blob{sealed}, row.expires_at);
    if (!done) return done;
  }
  return Done{};
}

Status TurnWriter::change_timers(const Commit& commit, const SessionRow& session,
                                 const DataKey& key) const {
  for (const std::string& id : commit.drop_timers) {
    if (Status done = database_.change(statements_.drop_timer, session.id, id); !done) return done;
  }
  for (const TimerRow& timer : commit.set_timers) {
    const std::string sealed =
        key.seal(timer.payload, timer_place(session.names.name, timer.id, timer.ends_at));
    Status done =
        database_.change(statements_.set_timer, session.id, timer.id, timer.ends_at, Blob{sealed});
    if (!done) return done;
  }
  return Done{};
}

// A row that does not open is left as it is: its words cannot be read either.
Status TurnWriter::forget(const std::string& event, const SessionRow& session,
                          const DataKey& key) const {
  int64_t turn = 0;
  std::string sealed;
  {
    Result<Rows> rows = database_.run(statements_.turn_records, session.id, event);
    if (!rows) return rows.error();
    const Result<bool> row = rows->next();
    if (!row) return row.error();
    if (!*row) return Done{};
    turn = rows->number(0);
    sealed = rows->bytes(1);
  }
  const std::string place = turn_place(session.names.name, event);
  const Result<std::string> body = key.open(sealed, place);
  if (!body) return Done{};
  Result<std::vector<Record>> records = decode_records(*body, 0, event);
  if (!records) return Done{};
  blank_words(*records);
  sealed = key.seal(encode_records(*records), place);
  return database_.change(statements_.update_turn, Blob{sealed}, turn);
}

}  // namespace keel
