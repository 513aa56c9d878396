#include "wire/ws_client.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <random>
#include <utility>

namespace keel::test {
namespace {

using Clock = std::chrono::steady_clock;

int connect_to(const std::string& host, uint16_t port) {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  inet_pton(AF_INET, host.c_str(), &address.sin_addr);
  if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return fd;
  ::close(fd);
  return -1;
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(sent));
  }
  return true;
}

}  // namespace

WsClient::WsClient(const std::string& host, uint16_t port, const Ask& ask)
    : fd_(connect_to(host, port)) {
  if (fd_ < 0) return;
  std::string request = "GET " + ask.path + " HTTP/1.1\r\nHost: " + host + ":" +
                        std::to_string(port) +
                        "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        "Sec-WebSocket-Version: 13\r\n";
  if (!ask.subprotocol.empty()) request += "Sec-WebSocket-Protocol: " + ask.subprotocol + "\r\n";
  if (!ask.origin.empty()) request += "Origin: " + ask.origin + "\r\n";
  write_all(fd_, request + "\r\n");
  const auto until = Clock::now() + std::chrono::seconds(20);
  while (in_.find("\r\n\r\n") == std::string::npos) {
    if (!fill(until)) return;
  }
  const size_t end_of_head = in_.find("\r\n\r\n") + 4;
  handshake_ = in_.substr(0, end_of_head);
  in_.erase(0, end_of_head);
  upgraded_ = handshake_.starts_with("HTTP/1.1 101");
}

WsClient::~WsClient() {
  drop();
}

WsClient::WsClient(WsClient&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      upgraded_(other.upgraded_),
      close_code_(other.close_code_),
      handshake_(std::move(other.handshake_)),
      in_(std::move(other.in_)) {}

WsClient& WsClient::operator=(WsClient&& other) noexcept {
  std::swap(fd_, other.fd_);
  std::swap(upgraded_, other.upgraded_);
  std::swap(close_code_, other.close_code_);
  std::swap(handshake_, other.handshake_);
  std::swap(in_, other.in_);
  return *this;
}

void WsClient::drop() {
  if (fd_ >= 0) ::close(fd_);
  fd_ = -1;
}

void WsClient::end(int code) {
  if (close_code_ == 0) close_code_ = code;
  drop();
}

bool WsClient::fill(Clock::time_point until) {
  if (fd_ < 0) return false;
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
  pollfd wanted{fd_, POLLIN, 0};
  if (left.count() <= 0 || ::poll(&wanted, 1, static_cast<int>(left.count())) <= 0) return false;
  std::array<char, 65536> bytes{};
  const ssize_t got = ::recv(fd_, bytes.data(), bytes.size(), 0);
  if (got <= 0) {
    end(1006);
    return false;
  }
  in_.append(bytes.data(), static_cast<size_t>(got));
  return true;
}

bool WsClient::send_frame(int opcode, std::string_view payload) {
  if (fd_ < 0) return false;
  std::string frame(1, static_cast<char>(0x80 | opcode));
  if (payload.size() < 126) {
    frame += static_cast<char>(0x80U | payload.size());
  } else {
    const bool is_short = payload.size() < 65536;
    frame += static_cast<char>(0x80 | (is_short ? 126 : 127));
    for (int shift = is_short ? 8 : 56; shift >= 0; shift -= 8) {
      frame += static_cast<char>((payload.size() >> shift) & 0xFFU);
    }
  }
  // A mask of zeros is a mask: the bytes go as they are.
  frame.append(4, '\0');
  frame += payload;
  return write_all(fd_, frame);
}

std::optional<std::string> WsClient::read_text(std::chrono::milliseconds patience) {
  const auto until = Clock::now() + patience;
  while (true) {
    const auto byte = [this](size_t i) { return static_cast<unsigned char>(in_[i]); };
    size_t head = 2;
    uint64_t size = 0;
    if (in_.size() >= 2) {
      size = byte(1) & 0x7FU;
      const size_t extra = size == 126 ? 2 : size == 127 ? 8 : 0;
      head += extra;
      if (extra > 0 && in_.size() >= head) {
        size = 0;
        for (size_t i = 2; i < head; ++i) size = size << 8U | byte(i);
      }
    }
    if (in_.size() < head || in_.size() - head < size) {
      if (!fill(until)) return std::nullopt;
      continue;
    }
    const int opcode = byte(0) & 0x0F;
    const std::string payload = in_.substr(head, size);
    in_.erase(0, head + size);
    if (opcode == 1) return payload;
    if (opcode == 9) send_frame(10, payload);
    if (opcode == 8) {
      const auto code_byte = [&payload](size_t i) {
        return static_cast<unsigned char>(payload[i]);
      };
      send_frame(8, payload);
      end(payload.size() >= 2 ? code_byte(0) << 8 | code_byte(1) : 1005);
      return std::nullopt;
    }
  }
}

std::optional<nlohmann::json> WsClient::read_json(std::chrono::milliseconds patience) {
  const std::optional<std::string> text = read_text(patience);
  if (!text) return std::nullopt;
  return nlohmann::json::parse(*text, nullptr, false);
}

std::optional<nlohmann::json> WsClient::read_until(std::string_view type) {
  while (std::optional<nlohmann::json> frame = read_json()) {
    if (frame->value("type", "") == type) return frame;
  }
  return std::nullopt;
}

int WsClient::read_until_closed() {
  while (read_text()) {
  }
  return close_code_;
}

std::string http_get(const std::string& host, uint16_t port, const std::string& request) {
  const int fd = connect_to(host, port);
  if (fd < 0) return {};
  write_all(fd, request);
  std::string answer;
  std::array<char, 65536> bytes{};
  for (ssize_t got = 0; (got = ::recv(fd, bytes.data(), bytes.size(), 0)) > 0;) {
    answer.append(bytes.data(), static_cast<size_t>(got));
  }
  ::close(fd);
  return answer;
}

std::string new_id() {
  static thread_local std::mt19937_64 random{std::random_device{}()};
  std::array<char, 40> text{};
  const uint64_t a = random();
  const uint64_t b = random();
  std::snprintf(text.data(), text.size(), "%08x-%04x-4%03x-8%03x-%012llx",
                static_cast<unsigned>(a >> 32U), static_cast<unsigned>(a & 0xFFFFU),
                static_cast<unsigned>(a >> 16U & 0xFFFU), static_cast<unsigned>(b >> 52U),
                static_cast<unsigned long long>(b & 0xFFFFFFFFFFFFULL));
  return text.data();
}

}  // namespace keel::test
