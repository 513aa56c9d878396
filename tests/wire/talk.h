#pragma once
// Talk: what a page does, in a few calls: hello, say, and reading one turn to its end.
#include <string>
#include <vector>

#include "wire/server_process.h"
#include "wire/ws_client.h"

namespace keel::test {

using Json = nlohmann::json;

struct Account {
  std::string token;
  std::string session;
  std::string epoch;
  uint64_t last_seq = 0;
};

inline Json hello_frame(const Account& account = {}) {
  Json hello = {{"type", "hello"},      {"last_seq", account.last_seq},
                {"locale", "en"},       {"tz", "UTC"},
                {"utc_offset_min", 0},  {"client", {{"name", "wire-test"}, {"version", "1"}}},
                {"caps", Json::array()}};
  if (!account.token.empty()) hello["token"] = account.token;
  if (!account.epoch.empty()) hello["epoch"] = account.epoch;
  return hello;
}

inline Json user_frame(const std::string& id, const std::string& text) {
  return {{"type", "user"}, {"id", id}, {"text", text}, {"at", 1763700000000}};
}

// Says hello and takes over what `welcome` says.
inline Json greet(WsClient& client, Account& account) {
  client.send_json(hello_frame(account));
  const std::optional<Json> welcome = client.read_until("welcome");
  if (!welcome) return {};
  account.token = welcome->value("token", "");
  account.session = welcome->value("session", "");
  account.epoch = welcome->value("epoch", "");
  if (!welcome->value("resumed", false)) account.last_seq = 0;
  return *welcome;
}

// All frames up to the last bubble of a turn, or to an error.
inline std::vector<Json> read_turn(WsClient& client) {
  std::vector<Json> frames;
  while (std::optional<Json> frame = client.read_json()) {
    frames.push_back(*frame);
    const std::string type = frame->value("type", "");
    if (type == "error" || (type == "bot" && frame->value("last", false))) break;
  }
  return frames;
}

inline std::vector<Json> open_talk(WsClient& client, Account& account) {
  greet(client, account);
  client.send_json({{"type", "event"}, {"id", new_id()}, {"name", "opened"}, {"data", {}}});
  return read_turn(client);
}

inline std::vector<Json> say(WsClient& client, const std::string& text,
                             const std::string& id = new_id()) {
  client.send_json(user_frame(id, text));
  return read_turn(client);
}

// Of the first frame of this type; null when there is none.
inline Json first_of(const std::vector<Json>& frames, std::string_view type) {
  for (const Json& frame : frames) {
    if (frame.value("type", "") == type) return frame;
  }
  return {};
}

}  // namespace keel::test
