#include "server/socket.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <utility>

#include "server/origin.h"

namespace keel {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;

constexpr std::string_view subprotocol = "keel.v1";
// What a socket's buffer may keep after a long message.
constexpr size_t buffer_kept_bytes = 4096;

std::string_view view(beast::string_view text) {
  return {text.data(), text.size()};
}

bool offers_subprotocol(std::string_view offered) {
  while (!offered.empty()) {
    const size_t comma = offered.find(',');
    std::string_view one = offered.substr(0, comma);
    while (one.starts_with(' ')) one.remove_prefix(1);
    while (one.ends_with(' ')) one.remove_suffix(1);
    if (one == subprotocol) return true;
    if (comma == std::string_view::npos) return false;
    offered.remove_prefix(comma + 1);
  }
  return false;
}

const std::string* id_of(const ClientFrame& frame) {
  return std::visit(
      [](const auto& one) -> const std::string* {
        if constexpr (requires { one.id; }) return &one.id;
        return nullptr;
      },
      frame);
}

}  // namespace

Socket::Socket(net::ip::tcp::socket socket, Hall& hall)
    : stream_(std::move(socket)),
      hall_(hall),
      bucket_(hall.limits.messages_per_second, hall.limits.messages_burst,
              std::chrono::steady_clock::now()),
      opened_at_(std::chrono::steady_clock::now()),
      heard_at_(opened_at_),
      pinged_at_(opened_at_) {}

net::awaitable<void> Socket::run(Request request) {
  const std::shared_ptr<Socket> self = shared_from_this();
  const bool speaks_keel =
      offers_subprotocol(view(request[beast::http::field::sec_websocket_protocol]));
  const bool welcome_here =
      origin_allowed(view(request[beast::http::field::origin]),
                     view(request[beast::http::field::host]), hall_.allowed_origins);
  websocket::stream_base::timeout timeout{};
  timeout.handshake_timeout = hall_.limits.http_timeout;
  timeout.idle_timeout = websocket::stream_base::none();
  timeout.keep_alive_pings = false;
  stream_.set_option(timeout);
  stream_.read_message_max(hall_.limits.frame_bytes_max);
  stream_.auto_fragment(false);
  if (speaks_keel) {
    stream_.set_option(websocket::stream_base::decorator([](websocket::response_type& response) {
      response.set(beast::http::field::sec_websocket_protocol,
                   beast::string_view(subprotocol.data(), subprotocol.size()));
    }));
  }
  stream_.control_callback([this](websocket::frame_type, beast::string_view) {
    heard_at_ = std::chrono::steady_clock::now();
  });
  boost::system::error_code failed;
  co_await stream_.async_accept(request, net::redirect_error(net::use_awaitable, failed));
  if (failed) co_return;
  ++hall_.metrics.connections_opened;
  hall_.sockets.insert(self);
  // A browser's page only learns why it was refused when the handshake was accepted first.
  if (!speaks_keel) close(CloseCode::subprotocol_missing, "keel.v1 is spoken here");
  if (!welcome_here) close(CloseCode::origin_refused, "this page may not connect here");
  if (hall_.closing) close(CloseCode::shutdown, "shutting down");
  while (true) {
    co_await stream_.async_read(buffer_, net::redirect_error(net::use_awaitable, failed));
    if (failed) break;
    const net::const_buffer data = buffer_.cdata();
    take({static_cast<const char*>(data.data()), data.size()}, stream_.got_text());
    buffer_.consume(data.size());
    if (buffer_.capacity() > buffer_kept_bytes) buffer_.shrink_to_fit();
  }
  closing_ = true;
  if (lane_) lane_->leave(*this);
  lane_.reset();
  hall_.sockets.erase(self);
}

void Socket::take(std::string_view text, bool is_text) {
  const Time now = std::chrono::steady_clock::now();
  heard_at_ = now;
  if (closing_) return;
  ClientFrame frame =
      is_text ? read_frame(text) : Refusal{"bad_frame", "Frames are text.", false, {}};
  if (too_fast(now, frame)) return;
  if (const auto* refusal = std::get_if<Refusal>(&frame)) {
    refuse(*refusal);
    // Before hello there is nobody to be patient with.
    const bool enough = ++bad_frames_ >= hall_.limits.bad_frames_max;
    if (enough || stage_ == Stage::strange) close(CloseCode::not_understood, refusal->code);
    return;
  }
  if (stage_ == Stage::greeting) {
    if (early_.size() < hall_.limits.lane_events_max) early_.push_back(std::move(frame));
    return;
  }
  handle(std::move(frame));
}

bool Socket::too_fast(Time now, const ClientFrame& frame) {
  if (bucket_.take(now)) {
    rate_refusals_ = 0;
    return false;
  }
  const std::string* id = id_of(frame);
  refuse({"rate", "This is too fast. Send it again in a moment.", true, id ? *id : std::string()});
  if (++rate_refusals_ >= hall_.limits.rate_refusals_max) close(CloseCode::too_fast, "too fast");
  return true;
}

void Socket::handle(ClientFrame frame) {
  if (std::holds_alternative<PongFrame>(frame)) return;
  if (std::holds_alternative<ByeFrame>(frame)) return close(CloseCode::done, "bye");
  if (const auto* hello = std::get_if<HelloFrame>(&frame)) return greet(*hello);
  if (!lane_) return close(CloseCode::not_understood, "hello comes first");
  if (auto* user = std::get_if<UserFrame>(&frame)) {
    Event event;
    event.kind = EventKind::said;
    event.id = std::move(user->id);
    event.text = std::move(user->text);
    event.payload = std::move(user->payload);
    lane_->submit(std::move(event), shared_from_this());
  } else if (auto* happened = std::get_if<EventFrame>(&frame)) {
    if (happened->name == EventFrame::Name::resume) {
      return send(ack_frame(happened->id, static_cast<uint64_t>(lane_->last_seq()), false));
    }
    Event event;
    event.kind = EventKind::opened;
    event.id = std::move(happened->id);
    lane_->submit(std::move(event), shared_from_this());
  } else if (auto* wanted = std::get_if<ExportFrame>(&frame)) {
    lane_->send_export(std::move(wanted->id), shared_from_this());
  } else if (auto* erase = std::get_if<EraseFrame>(&frame)) {
    lane_->erase(std::move(erase->id), shared_from_this());
  }
}

void Socket::greet(const HelloFrame& hello) {
  if (stage_ != Stage::strange) return refuse({"bad_frame", "Hello was said already.", false, {}});
  stage_ = Stage::greeting;
  hall_.lanes.hello(
      hello, shared_from_this(),
      [self = shared_from_this()](std::shared_ptr<Lane> lane) { self->seated(std::move(lane)); });
}

void Socket::seated(std::shared_ptr<Lane> lane) {
  stage_ = Stage::seated;
  if (!lane || closing_) return;
  lane_ = std::move(lane);
  for (ClientFrame& frame : std::exchange(early_, {})) handle(std::move(frame));
  if (!hall_.content_trouble) return;
  // After the welcome, which follows now.
  net::post(stream_.get_executor(),
            [self = shared_from_this(), trouble = hall_.content_trouble] { self->tell(trouble); });
}

void Socket::tell(const SharedFrame& frame) {
  if (stage_ == Stage::seated) send(frame);
}

void Socket::refuse(const Refusal& refusal) {
  ++hall_.metrics.errors[refusal.code];
  send(error_frame(refusal));
}

void Socket::send(SharedFrame frame) {
  if (closing_) return;
  if (outgoing_bytes_ > hall_.limits.outgoing_bytes_max) {
    // What is being written stays; the rest can be asked for again.
    outgoing_.erase(outgoing_.begin() + 1, outgoing_.end());
    return close(CloseCode::try_later, "this side reads too slowly");
  }
  outgoing_bytes_ += frame->size();
  outgoing_.push_back(std::move(frame));
  write_more();
}

void Socket::after_sent(std::function<void()> work) {
  if (closing_) return;
  after_sent_.push_back(std::move(work));
  write_more();
}

void Socket::close(CloseCode code, std::string_view reason) {
  if (closing_) return;
  closing_ = true;
  close_code_ = code;
  close_reason_ = reason;
  closing_at_ = std::chrono::steady_clock::now();
  write_more();
}

void Socket::write_more() {
  if (writing_) return;
  writing_ = true;
  net::co_spawn(stream_.get_executor(), drain(), net::detached);
}

net::awaitable<void> Socket::drain() {
  const std::shared_ptr<Socket> self = shared_from_this();
  boost::system::error_code failed;
  while (!outgoing_.empty() || !after_sent_.empty()) {
    while (!outgoing_.empty()) {
      const SharedFrame frame = outgoing_.front();
      co_await stream_.async_write(net::buffer(*frame),
                                   net::redirect_error(net::use_awaitable, failed));
      if (failed) {
        cut();
        co_return;
      }
      outgoing_bytes_ -= frame->size();
      outgoing_.pop_front();
    }
    for (const std::function<void()>& work : std::exchange(after_sent_, {})) work();
  }
  writing_ = false;
  if (!closing_) co_return;
  writing_ = true;
  const websocket::close_reason reason(
      static_cast<websocket::close_code>(static_cast<uint16_t>(close_code_)),
      close_reason_.c_str());
  co_await stream_.async_close(reason, net::redirect_error(net::use_awaitable, failed));
  cut();
}

void Socket::cut() {
  closing_ = true;
  boost::system::error_code ignored;
  stream_.next_layer().close(ignored);
}

void Socket::look(Time now) {
  if (closing_) {
    if (now - closing_at_ > hall_.limits.hello_timeout) cut();
    return;
  }
  if (stage_ == Stage::strange && now - opened_at_ > hall_.limits.hello_timeout) {
    return close(CloseCode::no_hello, "hello was not said");
  }
  if (now - heard_at_ > hall_.limits.silence_max) return close(CloseCode::try_later, "silence");
  if (now - pinged_at_ < hall_.limits.heartbeat || !outgoing_.empty()) return;
  pinged_at_ = now;
  send(std::string(ping_frame));
  stream_.async_ping({}, [self = shared_from_this()](const boost::system::error_code&) {});
}

}  // namespace keel
