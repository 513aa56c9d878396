#pragma once
// Event: one thing that happened, with the time it happened at. The engine reads no clock.
// Threads: plain values.
#include <string>

#include "base/time.h"

namespace keel {

enum class EventKind : uint8_t {
  opened,   // the person opened the page (first time, or after a while)
  said,     // typed or tapped: `text`, and `payload` when a reply was tapped
  elapsed,  // the timer `timer` ran out
};

struct Event {
  EventKind kind = EventKind::opened;
  Instant at = 0;
  int32_t utc_offset_minutes = 0;
  std::string
      id;  // unique per session; a turn of this id is never run twice (the store sees to it)
  std::string text;     // valid or invalid UTF-8, any length
  std::string payload;  // Choice::payload of the tapped reply
  std::string timer;
  std::string language{};  // that the page is read in ("es"); empty: the pack's
  std::string region{};    // country of the clock they go by (ISO 3166-1 alpha-2); empty: not known
};

}  // namespace keel
