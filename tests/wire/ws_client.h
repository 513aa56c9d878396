#pragma once
// WsClient: a small WebSocket client that may also misbehave: sends any bytes in any frame. Written
// by hand, so that the server is not tested with the library that it is made of. Blocking, with a
// deadline on every read. Threads: one. Failure: `closed()` after the end; reading past it gives
// nothing.
#include <chrono>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace keel::test {

class WsClient {
 public:
  struct Ask {
    std::string subprotocol = "keel.v1";
    std::string origin;
    std::string path = "/v1/socket";
  };

  WsClient() = default;
  WsClient(const std::string& host, uint16_t port) : WsClient(host, port, Ask()) {}
  WsClient(const std::string& host, uint16_t port, const Ask& ask);
  ~WsClient();
  WsClient(WsClient&& other) noexcept;
  WsClient& operator=(WsClient&& other) noexcept;

  bool open() const { return fd_ >= 0 && upgraded_; }
  // The code of the close frame; 1006 when the connection ended without one; 0 while it is open.
  int close_code() const { return close_code_; }
  const std::string& handshake() const { return handshake_; }

  bool send_text(std::string_view text) { return send_frame(1, text); }
  bool send_json(const nlohmann::json& frame) { return send_text(frame.dump()); }
  bool send_frame(int opcode, std::string_view payload);

  // The next text frame; none when the connection ended or nothing came in time. Answers control
  // frames itself.
  std::optional<std::string> read_text(
      std::chrono::milliseconds patience = std::chrono::seconds(20));
  std::optional<nlohmann::json> read_json(
      std::chrono::milliseconds patience = std::chrono::seconds(20));
  // Reads on until a frame of this type came; frames before it are dropped.
  std::optional<nlohmann::json> read_until(std::string_view type);
  // Reads until the server has closed; gives its code.
  int read_until_closed();
  // Ends the connection without a word, as a lost network does.
  void drop();
  int fd() const { return fd_; }

 private:
  bool fill(std::chrono::steady_clock::time_point until);
  void end(int code);

  int fd_ = -1;
  bool upgraded_ = false;
  int close_code_ = 0;
  std::string handshake_;
  std::string in_;
};

// The whole answer to a plain request, headers included.
std::string http_get(const std::string& host, uint16_t port, const std::string& request);

// A fresh id in the form of a UUID.
std::string new_id();

}  // namespace keel::test
