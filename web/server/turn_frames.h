#pragma once
// A turn of the coach as frames of keel.v1: the person's own message, then one `bot` frame per
// bubble, the last one with the replies to choose from and the state. The same text is stored,
// sent, and sent again.
//
//   std::vector<Record> records = turn_records(turn, event, last_seq + 1, "en");
//
// Not for frames without a number (frames.h). Threads: pure functions.
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dialog/event.h"
#include "dialog/turn.h"
#include "store/store.h"

namespace keel {

// The language of the session, and the flows that are said in it; those of other flows are in the
// content's own language.
struct Spoken {
  std::string language;
  std::set<std::string> flows;
};

// Empty when the turn has nothing to say (a timer that is no longer open).
std::vector<Record> turn_records(const Turn& turn, const Event& event, int64_t first_seq,
                                 std::string_view language, const Spoken& spoken = {});

// The turn's words as `notice` frames, for when it could not be stored: what helps must arrive all
// the same.
std::vector<std::string> turn_notices(const Turn& turn, std::string_view code,
                                      int32_t utc_offset_minutes);

}  // namespace keel
