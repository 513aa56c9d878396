#pragma once
// Peer: one open socket as the lanes see it.
// Threads: the network thread only. Failure: none; what cannot be delivered ends with the socket.
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace keel {

using SharedFrame = std::shared_ptr<const std::string>;

// persisted: do not renumber; web/PROTOCOL.md says what a client does about each.
enum class CloseCode : uint16_t {
  done = 1000,
  shutdown = 1001,
  try_later = 1013,
  not_understood = 4400,
  token_unknown = 4401,
  origin_refused = 4403,
  subprotocol_missing = 4406,
  no_hello = 4408,
  too_fast = 4429,
};

class Peer {
 public:
  virtual ~Peer() = default;
  virtual void send(SharedFrame frame) = 0;
  // Runs `work` when everything sent so far has left; not at all when the socket ends before.
  virtual void after_sent(std::function<void()> work) = 0;
  // Sends what is waiting, then closes.
  virtual void close(CloseCode code, std::string_view reason) = 0;

  void send(std::string frame) { send(std::make_shared<const std::string>(std::move(frame))); }
};

}  // namespace keel
