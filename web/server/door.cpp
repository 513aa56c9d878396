#include "server/door.h"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include "server/socket.h"

namespace keel {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

constexpr uint32_t header_bytes_max = 8192;
constexpr int requests_per_connection_max = 100;

std::string_view view(beast::string_view text) {
  return {text.data(), text.size()};
}
beast::string_view view(std::string_view text) {
  return {text.data(), text.size()};
}

bool wants_socket(const Socket::Request& request) {
  return beast::websocket::is_upgrade(request) &&
         view(request.target()).substr(0, request.target().find('?')) == "/v1/socket";
}

// True: the connection may serve another request.
net::awaitable<bool> write_reply(beast::tcp_stream& stream, const HttpReply& reply, bool head_only,
                                 bool keep_alive) {
  const std::string_view body = reply.own_body.empty() ? reply.body : reply.own_body;
  http::response<http::span_body<const char>> response;
  response.result(reply.status);
  response.version(11);
  response.keep_alive(keep_alive);
  if (!reply.type.empty()) response.set(http::field::content_type, view(reply.type));
  for (const auto& [name, value] : reply.headers) response.set(view(name), view(value));
  if (reply.status != 304) response.content_length(body.size());
  if (!head_only) response.body() = beast::span<const char>(body.data(), body.size());
  http::response_serializer<http::span_body<const char>> serializer(response);
  boost::system::error_code failed;
  if (head_only) {
    co_await http::async_write_header(stream, serializer,
                                      net::redirect_error(net::use_awaitable, failed));
  } else {
    co_await http::async_write(stream, serializer, net::redirect_error(net::use_awaitable, failed));
  }
  co_return !failed && keep_alive;
}

// Closing with bytes unread would reset the connection and take the answer with it.
net::awaitable<void> read_off(beast::tcp_stream& stream) {
  constexpr size_t bytes_max = size_t{256} * 1024;
  boost::system::error_code failed;
  stream.socket().shutdown(net::ip::tcp::socket::shutdown_send, failed);
  stream.expires_after(std::chrono::seconds(2));
  std::array<char, 4096> bytes{};
  for (size_t total = 0; !failed && total < bytes_max;) {
    total += co_await stream.async_read_some(net::buffer(bytes),
                                             net::redirect_error(net::use_awaitable, failed));
  }
}

// Counts a connection for as long as it lives.
class Guest {
 public:
  explicit Guest(Hall& hall) : hall_(hall) { ++hall_.connections; }
  ~Guest() { --hall_.connections; }
  Guest(const Guest&) = delete;
  Guest& operator=(const Guest&) = delete;

 private:
  Hall& hall_;
};

}  // namespace

net::awaitable<void> serve(net::ip::tcp::socket socket, Hall& hall) {
  const Guest guest(hall);
  boost::system::error_code failed;
  // Frames are small and each is wanted at once.
  socket.set_option(net::ip::tcp::no_delay(true), failed);
  beast::tcp_stream stream(std::move(socket));
  beast::flat_buffer buffer;
  bool more = true;
  for (int count = 0; more && count < requests_per_connection_max && !hall.closing; ++count) {
    http::request_parser<http::empty_body> parser;
    parser.header_limit(header_bytes_max);
    parser.body_limit(boost::none);
    stream.expires_after(hall.limits.http_timeout);
    co_await http::async_read_header(stream, buffer, parser,
                                     net::redirect_error(net::use_awaitable, failed));
    if (failed) {
      if (failed == http::error::header_limit) {
        const HttpReply reply{431, "text/plain; charset=utf-8", {}, "Too many headers.\n", {}};
        co_await write_reply(stream, reply, false, false);
      }
      break;
    }
    const Socket::Request& request = parser.get();
    if (wants_socket(request)) {
      stream.expires_never();
      const auto speaker = std::make_shared<Socket>(stream.release_socket(), hall);
      co_await speaker->run(parser.release());
      co_return;
    }
    const bool has_body = parser.chunked() || parser.content_length_remaining().value_or(0) > 0;
    const bool last = has_body || !request.keep_alive();
    const HttpReply reply = answer({view(request.method_string()), view(request.target()),
                                    view(request[http::field::if_none_match])},
                                   hall.pages);
    more = co_await write_reply(stream, reply, request.method() == http::verb::head, !last);
  }
  co_await read_off(stream);
}

}  // namespace keel
