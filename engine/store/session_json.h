#pragma once
// session_json: a Session and a journal entry as JSON text and back, by names. What the store keeps
// is this text, encrypted. Not for the wire.
//
// Format: `"version": 1`; unknown keys are ignored, missing ones take their default. tests/saves/
// holds a file for each shape of session and version, loaded for ever. Failure: corrupt, with what
// was wrong; never an exception. Threads: pure functions.
#include <string>
#include <string_view>

#include "base/result.h"
#include "dialog/session.h"

namespace keel {

std::string session_to_json(const Session& session);
Result<Session> session_from_json(std::string_view json);

std::string journal_entry_to_json(const JournalEntry& entry);
Result<JournalEntry> journal_entry_from_json(std::string_view json);

}  // namespace keel
