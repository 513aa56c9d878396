#pragma once
// Limits: how much of anything one client, or all of them, may ask of the server. Every limit has
// an answer that a client sees; web/PROTOCOL.md lists them. Not for the coach's own limits
// (dialog/session.h). Threads: plain values.
#include <chrono>
#include <cstddef>

namespace keel {

struct Limits {
  // A person's text is at most 20,000 code points of four bytes, escaped: 128 KiB holds it.
  size_t frame_bytes_max = size_t{128} * 1024;
  // A page that falls this far behind is not reading; it comes back and is told what it missed.
  size_t outgoing_bytes_max = size_t{1024} * 1024;
  size_t connections_max = 20'000;
  // Nobody types faster than this; a phone that was offline sends what it kept in one go.
  double messages_per_second = 20;
  double messages_burst = 60;
  // Refused for their rate in a row before the socket is closed.
  int rate_refusals_max = 100;
  int bad_frames_max = 20;
  // Waiting in one person's lane; more is answered with `busy`.
  size_t lane_events_max = 64;
  // Sent at once to a client that comes back; the next ones follow when these have left.
  size_t replay_records_max = 200;
  std::chrono::seconds http_timeout{15};
  std::chrono::seconds hello_timeout{10};
  std::chrono::seconds heartbeat{20};
  std::chrono::seconds silence_max{65};
  // A person without an open page leaves memory after this.
  std::chrono::seconds lane_idle{60};
  std::chrono::seconds shutdown_max{10};
};

constexpr size_t text_code_points_max = 20'000;
// A UUID has 36; anything that is unlikely to be made twice will do.
constexpr size_t id_bytes_min = 8;
constexpr size_t id_bytes_max = 64;
constexpr size_t payload_bytes_max = 1024;

}  // namespace keel
