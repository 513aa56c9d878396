#pragma once
// commit_rules: what every store asks of a Commit before it writes anything, so that all stores
// refuse the same things with the same words. Not for what only the rows can tell (duplicates).
//
//   if (std::optional<Error> refused = refusal(commit)) return failed(*refused);
//
// Threads: pure functions.
#include <optional>

#include "store/store.h"

namespace keel {

constexpr size_t state_bytes_max = 1U << 20U;   // a session is a few KiB; this is a broken promise
constexpr size_t record_bytes_max = 1U << 20U;  // 20,000 code points, escaped, with room
constexpr size_t entry_bytes_max = 1U << 20U;
constexpr size_t turn_items_max = 256;  // of records, entries, timers, forgotten events each
constexpr size_t id_bytes_max = 128;

// Why this commit can never be stored; empty: it can.
std::optional<Error> refusal(const Commit& commit);

// Why it does not follow what is stored; `version` and `last_seq` are 0 for a session that is new.
std::optional<Error> refusal_after(const Commit& commit, uint64_t version, int64_t last_seq);

// The texts of all `you` records go when the commit forgets its own event.
bool forgets_itself(const Commit& commit);

CommitResult failed_commit(ErrorCode code, const char* message);

}  // namespace keel
