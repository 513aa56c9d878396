#pragma once
// Everything that is stored of a person as one JSON object, for them to keep.
// Threads: pure functions.
#include <string>
#include <vector>

#include "store/store.h"

namespace keel {

// Entries whose time is over at `now` are left out.
std::string export_json(const std::vector<ExportedSession>& sessions, Instant now);

// The frame to send for a stored record; one whose words were forgotten keeps its number and has no
// words.
std::string record_frame(const Record& record);

}  // namespace keel
