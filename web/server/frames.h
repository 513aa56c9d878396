#pragma once
// Frames of keel.v1, both ways: reads what a client sent, strictly, and builds what it gets.
// web/PROTOCOL.md is the truth. Not for turns of the coach (turn_frames.h) nor for sockets
// (connection.h).
//
//   ClientFrame frame = read_frame(text);
//   if (const auto* refused = std::get_if<Refusal>(&frame)) send(error_frame(*refused));
//
// Threads: pure functions over plain values. Failure: a frame that cannot be read is a Refusal.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/time.h"

namespace keel {

struct HelloFrame {
  std::string token;  // empty: a new person
  std::string epoch;
  uint64_t last_seq = 0;
  std::optional<int32_t> utc_offset_minutes;
  std::string locale{};  // "es-MX"; empty: not told
  std::string tz{};      // "Europe/London"; empty: not told
};
struct UserFrame {
  std::string id;
  std::string text;
  std::string payload;
};
struct EventFrame {
  enum class Name : uint8_t { opened, resume };
  std::string id;
  Name name = Name::opened;
};
struct ExportFrame {
  std::string id;
};
struct EraseFrame {
  std::string id;
};
struct PongFrame {};
struct ByeFrame {};

// What becomes of a frame that cannot be taken; the `error` frame says it to the client.
struct Refusal {
  std::string code;  // as listed in web/PROTOCOL.md
  std::string message;
  bool retryable = false;
  std::string id;  // of the frame, where it had one that is fit to repeat
};

using ClientFrame = std::variant<HelloFrame, UserFrame, EventFrame, ExportFrame, EraseFrame,
                                 PongFrame, ByeFrame, Refusal>;

// `text` is one WebSocket message, of any content.
ClientFrame read_frame(std::string_view text);

struct Welcome {
  std::string session;
  std::string token;
  std::string epoch;
  bool resumed = false;
  uint64_t last_seq = 0;  // the newest record there is; those up to it are history
  int32_t heartbeat_s = 0;
  Instant now = 0;
  std::string content_hash;
  std::string country;  // empty: not known
};

std::string welcome_frame(const Welcome& welcome);
std::string ack_frame(std::string_view id, uint64_t seq, bool duplicate);
std::string you_frame(uint64_t seq, std::string_view id, std::string_view text, Instant at);
std::string export_frame(std::string_view id, std::string_view data_json);
std::string erased_frame(std::string_view id);
std::string notice_frame(std::string_view code, std::string_view text);
// For writers (--watch): `words` are shown in the page's console.
std::string content_frame(bool taken, std::string_view content_hash, std::string_view words);
std::string error_frame(const Refusal& refusal);
extern const std::string_view ping_frame;

}  // namespace keel
