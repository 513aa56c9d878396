#include "store/commit_rules.h"

#include <algorithm>

namespace keel {
namespace {

Error wrong(const char* message) {
  return {ErrorCode::invalid_argument, message};
}
Error too_big(const char* message) {
  return {ErrorCode::limit, message};
}

bool is_id(const std::string& id) {
  return !id.empty() && id.size() <= id_bytes_max;
}

// Names stand in the places that rows are sealed to, so they keep to letters that cannot be taken
// for the separator there.
bool is_name(const std::string& name) {
  return is_id(name) && std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '-' || c == '_';
         });
}

std::optional<Error> names_refused(const Commit& commit) {
  if (!is_id(commit.key.pack) || !is_id(commit.key.language)) {
    return wrong("A session needs a pack and a language.");
  }
  if (commit.create && !is_name(commit.create->name)) {
    return wrong("A session's name is letters, digits, - and _.");
  }
  if (commit.create && !is_id(commit.create->epoch)) return wrong("A new session needs an epoch.");
  if (!is_id(commit.event)) return wrong("A turn needs the id of its event, at most 128 bytes.");
  return std::nullopt;
}

std::optional<Error> sizes_refused(const Commit& commit) {
  if (commit.state.size() > state_bytes_max) return too_big("The session's state is too big.");
  if (commit.records.size() > turn_items_max || commit.journal.size() > turn_items_max ||
      commit.set_timers.size() > turn_items_max || commit.drop_timers.size() > turn_items_max ||
      commit.forget_events.size() > turn_items_max) {
    return too_big("The turn has too many parts.");
  }
  for (const Record& record : commit.records) {
    if (record.text.size() > record_bytes_max) return too_big("A record is too big.");
  }
  for (const JournalRow& row : commit.journal) {
    if (row.slot.size() > id_bytes_max || row.text.size() > entry_bytes_max) {
      return too_big("A journal entry is too big.");
    }
  }
  for (const TimerRow& timer : commit.set_timers) {
    if (!is_id(timer.id)) return wrong("A timer needs an id, at most 128 bytes.");
    if (timer.payload.size() > entry_bytes_max) return too_big("A timer is too big.");
  }
  return std::nullopt;
}

}  // namespace

std::optional<Error> refusal(const Commit& commit) {
  if (std::optional<Error> error = names_refused(commit)) return error;
  if (std::optional<Error> error = sizes_refused(commit)) return error;
  for (size_t i = 1; i < commit.records.size(); ++i) {
    if (commit.records[i].seq != commit.records[0].seq + static_cast<int64_t>(i)) {
      return wrong("The records of a turn must be numbered without gaps.");
    }
  }
  return std::nullopt;
}

std::optional<Error> refusal_after(const Commit& commit, uint64_t version, int64_t last_seq) {
  if (commit.base_version != version) {
    return Error{ErrorCode::conflict, "Another turn of this session was stored first."};
  }
  if (!commit.records.empty() && commit.records.front().seq != last_seq + 1) {
    return wrong("The records of a turn must follow the stored ones without a gap.");
  }
  return std::nullopt;
}

bool forgets_itself(const Commit& commit) {
  return std::find(commit.forget_events.begin(), commit.forget_events.end(), commit.event) !=
         commit.forget_events.end();
}

CommitResult failed_commit(ErrorCode code, const char* message) {
  CommitResult result;
  result.error = {code, message};
  return result;
}

}  // namespace keel
