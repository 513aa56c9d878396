#pragma once
// Socket: one WebSocket that speaks keel.v1: reads frames, hands them to the person's lane, writes
// what comes back. One of the few headers that show Boost; only socket.cpp, door.cpp and server.cpp
// include it. Threads: the network thread only. Failure: whatever goes wrong ends the socket; the
// lane keeps what matters.
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/frames.h"
#include "server/hall.h"
#include "server/peer.h"
#include "server/rate.h"

namespace keel {

class Socket final : public Peer, public std::enable_shared_from_this<Socket> {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using Request = boost::beast::http::request<boost::beast::http::empty_body>;

  Socket(boost::asio::ip::tcp::socket socket, Hall& hall);

  // Answers the upgrade, then serves until the socket ends.
  boost::asio::awaitable<void> run(Request request);

  void send(SharedFrame frame) override;
  void after_sent(std::function<void()> work) override;
  void close(CloseCode code, std::string_view reason) override;
  using Peer::send;

  // Sends to those that were welcomed.
  void tell(const SharedFrame& frame);

  // Call every second: sends the heartbeat, ends sockets that are silent or late.
  void look(Time now);

 private:
  enum class Stage : uint8_t { strange, greeting, seated };
  struct Handle;

  void take(std::string_view text, bool is_text);
  void handle(ClientFrame frame);
  void greet(const HelloFrame& hello);
  void seated(std::shared_ptr<Lane> lane);
  void refuse(const Refusal& refusal);
  bool too_fast(Time now, const ClientFrame& frame);
  void write_more();
  boost::asio::awaitable<void> drain();
  void cut();

  boost::beast::websocket::stream<boost::asio::ip::tcp::socket> stream_;
  Hall& hall_;
  boost::beast::flat_buffer buffer_;
  std::deque<SharedFrame> outgoing_;  // the first one is being written while `writing_`
  size_t outgoing_bytes_ = 0;
  std::vector<std::function<void()>> after_sent_;
  std::vector<ClientFrame> early_;  // came while the lane was being found
  std::shared_ptr<Lane> lane_;
  TokenBucket bucket_;
  Time opened_at_;
  Time heard_at_;
  Time pinged_at_;
  Time closing_at_;
  std::string close_reason_;
  CloseCode close_code_ = CloseCode::done;
  int rate_refusals_ = 0;
  int bad_frames_ = 0;
  Stage stage_ = Stage::strange;
  bool writing_ = false;
  bool closing_ = false;
};

}  // namespace keel
