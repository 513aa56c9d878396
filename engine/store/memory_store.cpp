#include "store/memory_store.h"

#include <algorithm>

#include "store/commit_rules.h"

namespace keel {
namespace {

void forget(std::vector<Record>& records, const std::string& event) {
  for (Record& record : records) {
    if (record.kind == RecordKind::you && record.event == event) record.text.clear();
  }
}

bool sooner(const TimerRow& a, const TimerRow& b) {
  return a.ends_at != b.ends_at ? a.ends_at < b.ends_at : a.id < b.id;
}

void drop_timer(std::vector<TimerRow>& timers, const std::string& id) {
  std::erase_if(timers, [&](const TimerRow& timer) { return timer.id == id; });
}

}  // namespace

MemoryStore::Stored* MemoryStore::find(const SessionKey& key) {
  const auto person = people_.find(key.token_hash);
  if (person == people_.end()) return nullptr;
  const auto session = person->second.find({key.pack, key.language});
  return session == person->second.end() ? nullptr : &session->second;
}

CommitResult MemoryStore::apply(const Commit& commit) {
  CommitResult result;
  if (std::optional<Error> error = refusal(commit)) {
    result.error = *error;
    return result;
  }
  Stored* stored = find(commit.key);
  if (stored == nullptr && (!commit.create || commit.base_version != 0)) {
    return failed_commit(ErrorCode::not_found, "There is no such session.");
  }
  const uint64_t version = stored == nullptr ? 0 : stored->loaded.version;
  if (stored != nullptr && stored->turns.contains(commit.event)) {
    const auto [first_seq, last_seq] = stored->turns[commit.event];
    return {CommitOutcome::duplicate, first_seq, last_seq, version, {}};
  }
  const int64_t last_seq = stored == nullptr ? 0 : stored->loaded.last_seq;
  if (std::optional<Error> error = refusal_after(commit, version, last_seq)) {
    result.error = *error;
    return result;
  }
  if (stored == nullptr) {
    stored = &people_[commit.key.token_hash][{commit.key.pack, commit.key.language}];
    stored->loaded.session = *commit.create;
  }
  write(commit, *stored);
  result = {CommitOutcome::stored, 0, 0, stored->loaded.version, {}};
  std::tie(result.first_seq, result.last_seq) = stored->turns[commit.event];
  return result;
}

void MemoryStore::write(const Commit& commit, Stored& stored) {
  Loaded& loaded = stored.loaded;
  ++loaded.version;
  loaded.at = commit.at;
  loaded.state = commit.state;
  std::pair<int64_t, int64_t> span{0, 0};
  if (!commit.records.empty()) span = {commit.records.front().seq, commit.records.back().seq};
  stored.turns[commit.event] = span;
  for (const Record& record : commit.records) {
    stored.records.push_back({record.seq, record.kind, commit.event, record.text});
    loaded.last_seq = record.seq;
  }
  std::erase_if(loaded.journal, [&](const JournalRow& row) {
    const auto& events = commit.take_back;
    return std::find(events.begin(), events.end(), row.event) != events.end();
  });
  if (commit.remove_newest_entry && !loaded.journal.empty()) loaded.journal.pop_back();
  std::erase_if(loaded.journal, [&](const JournalRow& row) {
    return row.expires_at > 0 && row.expires_at <= commit.at;
  });
  for (const JournalRow& row : commit.journal) {
    loaded.journal.push_back(
        {++stored.journal_seq, row.slot, row.text, commit.event, row.expires_at});
  }
  for (const std::string& id : commit.drop_timers) drop_timer(loaded.timers, id);
  for (const TimerRow& timer : commit.set_timers) {
    drop_timer(loaded.timers, timer.id);
    loaded.timers.push_back(timer);
  }
  std::sort(loaded.timers.begin(), loaded.timers.end(), sooner);
  for (const std::string& event : commit.forget_events) forget(stored.records, event);
}

Result<std::vector<CommitResult>> MemoryStore::commit(std::span<const Commit> commits) {
  std::vector<CommitResult> results;
  results.reserve(commits.size());
  for (const Commit& commit : commits) results.push_back(apply(commit));
  return results;
}

Result<std::optional<Loaded>> MemoryStore::load(const SessionKey& key, size_t journal_max) {
  const Stored* stored = find(key);
  if (stored == nullptr) return std::optional<Loaded>();
  Loaded loaded = stored->loaded;
  if (loaded.journal.size() > journal_max) {
    loaded.journal.erase(loaded.journal.begin(),
                         loaded.journal.end() - static_cast<ptrdiff_t>(journal_max));
  }
  return std::optional<Loaded>(std::move(loaded));
}

Result<std::vector<Record>> MemoryStore::records(const SessionKey& key, int64_t after,
                                                 size_t limit) {
  std::vector<Record> found;
  const Stored* stored = find(key);
  if (stored == nullptr) return found;
  for (const Record& record : stored->records) {
    const bool same_turn = !found.empty() && found.back().event == record.event;
    if (found.size() >= limit && !same_turn) break;
    if (record.seq > after) found.push_back(record);
  }
  return found;
}

Result<std::vector<ExportedSession>> MemoryStore::export_person(const TokenHash& person) {
  std::vector<ExportedSession> sessions;
  const auto found = people_.find(person);
  if (found == people_.end()) return sessions;
  for (const auto& [key, stored] : found->second) {
    sessions.push_back({key.first, key.second, stored.loaded, stored.records});
  }
  return sessions;
}

Status MemoryStore::erase(const TokenHash& person) {
  if (people_.erase(person) == 0) return Error{ErrorCode::not_found, "There is no such person."};
  return Done{};
}

Result<std::vector<DueTimer>> MemoryStore::due_timers(Instant before, size_t limit) {
  std::vector<DueTimer> due;
  for (const auto& [person, sessions] : people_) {
    for (const auto& [key, stored] : sessions) {
      for (const TimerRow& timer : stored.loaded.timers) {
        if (timer.ends_at <= before) due.push_back({{person, key.first, key.second}, timer});
      }
    }
  }
  std::stable_sort(due.begin(), due.end(),
                   [](const DueTimer& a, const DueTimer& b) { return sooner(a.timer, b.timer); });
  if (due.size() > limit) due.resize(limit);
  return due;
}

void MemoryStore::tidy(bool /*idle*/) {}

}  // namespace keel
