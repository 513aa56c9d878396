// Bad input: each has a clear answer, and nothing is lost by it.
#include <sys/socket.h>

#include <catch2/catch.hpp>
#include <chrono>

#include "wire/talk.h"

using namespace keel::test;

namespace {

// One server for all of these: what one client does must not hurt the next.
ServerProcess& shared_server() {
  static const Home home;
  static ServerProcess server(home);
  return server;
}

WsClient connect() {
  return {shared_server().host(), shared_server().port()};
}

bool is_answered(const std::vector<Json>& turn) {
  return !turn.empty() && turn.back().value("type", "") == "bot" &&
         !turn.back().value("text", "").empty();
}

}  // namespace

TEST_CASE("a frame that cannot be taken gets an error, and the talk goes on", "[wire]") {
  const auto [text, code] = GENERATE(table<std::string, std::string>(
      {{"not json at all", "bad_frame"},
       {"", "bad_frame"},
       {"[]", "bad_frame"},
       {"42", "bad_frame"},
       {R"({"type":"user","id":"12345678"})", "bad_field"},
       {R"({"type":"user","id":["12345678"],"text":"hi"})", "bad_field"},
       {R"({"type":"user","id":"12345678","text":{"a":1}})", "bad_field"},
       {R"({"type":"dance"})", "unknown_type"},
       {R"({"type":"hello"})", "bad_frame"}}));
  INFO(text);
  WsClient client = connect();
  Account account;
  open_talk(client, account);
  client.send_text(text);
  const std::optional<Json> error = client.read_until("error");
  REQUIRE(error);
  CHECK((*error)["code"] == code);
  CHECK((*error)["retryable"] == false);
  CHECK_FALSE((*error)["message"].get<std::string>().empty());
  CHECK(is_answered(say(client, "still here")));
}

TEST_CASE("fields that nobody knows are not looked at", "[wire]") {
  WsClient client = connect();
  Account account;
  open_talk(client, account);
  Json frame = user_frame(new_id(), "hello");
  frame["favourite_colour"] = {{"deep", {1, 2, 3}}};
  client.send_json(frame);
  CHECK(is_answered(read_turn(client)));
}

TEST_CASE("any text that is text gets an answer in words", "[wire]") {
  const auto text = GENERATE(values<std::string>(
      {std::string(10'000, 'a'), "😀😀😀", "💔", "\u200b\u200d\ufeff", "\x01\x02\x1b[31m", "   ", "?",
       "\u202Eolleh", "لا أعرف ماذا أفعل", "e\u0301\u0301\u0301\u0301\u0301\u0301",
       std::string("a\0b", 3), "<script>alert(1)</script>", "'; drop table people; --",
       "{name} %s %n ${x}"}));
  WsClient client = connect();
  Account account;
  open_talk(client, account);
  CHECK(is_answered(say(client, text)));
  CHECK(is_answered(say(client, "my ex wrote to me")));
}

TEST_CASE("ten thousand characters of ordinary words are answered", "[wire]") {
  std::string text;
  while (text.size() < 9'980) text += "and then she said nothing ";
  WsClient client = connect();
  Account account;
  open_talk(client, account);
  const std::vector<Json> turn = say(client, text);
  CHECK(is_answered(turn));
  CHECK(first_of(turn, "you")["text"] == text);
}

TEST_CASE("a message over 20,000 characters is refused by name and the talk goes on", "[wire]") {
  WsClient client = connect();
  Account account;
  open_talk(client, account);
  const std::string id = new_id();
  const std::vector<Json> turn = say(client, std::string(20'001, 'x'), id);
  CHECK(turn.back()["code"] == "too_long");
  CHECK(turn.back()["id"] == id);
  CHECK(is_answered(say(client, "shorter now")));
}

TEST_CASE("a frame over 128 KiB ends the socket with 1009, not the talk", "[wire]") {
  WsClient client = connect();
  Account account;
  account.last_seq = open_talk(client, account).back()["seq"];
  client.send_json(user_frame(new_id(), std::string(140'000, 'x')));
  CHECK(client.read_until_closed() == 1009);
  WsClient back = connect();
  CHECK(greet(back, account)["resumed"] == true);
  CHECK(is_answered(say(back, "here again")));
}

TEST_CASE("bytes that are no UTF-8 end the socket with 1007, not the talk", "[wire]") {
  WsClient client = connect();
  Account account;
  account.last_seq = open_talk(client, account).back()["seq"];
  client.send_text("{\"type\":\"user\",\"id\":\"12345678\",\"text\":\"\xc3\x28\xff\"}");
  CHECK(client.read_until_closed() == 1007);
  WsClient back = connect();
  CHECK(greet(back, account)["resumed"] == true);
}

TEST_CASE("a binary frame is refused", "[wire]") {
  WsClient client = connect();
  Account account;
  open_talk(client, account);
  client.send_frame(2, user_frame(new_id(), "hi").dump());
  CHECK((*client.read_until("error"))["code"] == "bad_frame");
}

TEST_CASE("who sends nothing but rubbish is let go with 4400", "[wire]") {
  WsClient client = connect();
  Account account;
  open_talk(client, account);
  for (int i = 0; i < 40; ++i) client.send_text("rubbish");
  CHECK(client.read_until_closed() == 4400);
}

TEST_CASE("before hello nothing else is understood", "[wire]") {
  const auto text = GENERATE(values<std::string>(
      {R"({"type":"user","id":"12345678","text":"hi"})", R"({"type":"export","id":"12345678"})",
       R"({"type":"erase","id":"12345678"})", "rubbish"}));
  WsClient client = connect();
  client.send_text(text);
  CHECK(client.read_until_closed() == 4400);
}

TEST_CASE("a token that is not known is refused with 4401", "[wire]") {
  const auto token = GENERATE(
      values<std::string>({"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "x", "' or 1=1 --"}));
  WsClient client = connect();
  client.send_json({{"type", "hello"}, {"session", "nobody"}, {"token", token}, {"last_seq", 3}});
  CHECK(client.read_until_closed() == 4401);
}

TEST_CASE("a page of another host and a client of another protocol are refused", "[wire]") {
  const std::string own = "http://127.0.0.1:" + std::to_string(shared_server().port());
  const auto [protocol, origin, code] =
      GENERATE_COPY(table<std::string, std::string, int>({{"keel.v1", "https://evil.example", 4403},
                                                          {"keel.v1", "null", 4403},
                                                          {"keel.v1", own + ".evil.example", 4403},
                                                          {"", "", 4406},
                                                          {"keel.v2", "", 4406}}));
  INFO(protocol << " " << origin);
  WsClient::Ask ask;
  ask.subprotocol = protocol;
  ask.origin = origin;
  WsClient client(shared_server().host(), shared_server().port(), ask);
  CHECK(client.read_until_closed() == code);
}

TEST_CASE("the server's own page may connect, and one protocol of several is chosen", "[wire]") {
  WsClient::Ask ask;
  ask.subprotocol = "soap, keel.v1";
  ask.origin = "http://127.0.0.1:" + std::to_string(shared_server().port());
  WsClient client(shared_server().host(), shared_server().port(), ask);
  Account account;
  CHECK(is_answered(open_talk(client, account)));
}

TEST_CASE("a thousand messages in a second are stopped, and each is answered or refused by name",
          "[wire]") {
  WsClient client = connect();
  Account account;
  account.last_seq = open_talk(client, account).back()["seq"];
  for (int i = 0; i < 1000; ++i)
    client.send_json(user_frame(new_id(), "hello " + std::to_string(i)));
  std::vector<std::string> refused;
  size_t acked = 0;
  while (std::optional<Json> frame = client.read_json()) {
    const std::string type = frame->value("type", "");
    if (type == "ack") ++acked;
    if (type != "error") continue;
    CHECK(((*frame)["code"] == "rate" || (*frame)["code"] == "busy"));
    CHECK((*frame)["retryable"] == true);
    refused.push_back((*frame)["id"]);
  }
  CHECK(client.close_code() == 4429);
  CHECK(refused.size() >= 100);
  WsClient other = connect();
  Account somebody;
  CHECK(is_answered(open_talk(other, somebody)));
  // Whatever was refused can be sent again; whatever was acked is there once.
  WsClient back = connect();
  account.last_seq = 0;
  const Json welcome = greet(back, account);
  size_t yous = 0;
  for (int64_t seq = 0; seq < welcome["seq"].get<int64_t>();) {
    const std::optional<Json> frame = back.read_json();
    REQUIRE(frame);
    seq = frame->value("seq", int64_t{0});
    yous += (*frame)["type"] == "you" ? 1 : 0;
  }
  CHECK(yous >= acked);
  CHECK(yous <= 200);
  back.send_json(user_frame(refused.front(), "slower now"));
  // Messages of the flood that were taken may still be answered before it.
  std::optional<Json> ack;
  do {
    ack = back.read_until("ack");
    REQUIRE(ack);
  } while ((*ack)["id"] != refused.front());
  CHECK_FALSE(ack->value("duplicate", false));
  CHECK(is_answered(read_turn(back)));
}

TEST_CASE("who does not read is let go, and others are served meanwhile", "[wire]") {
  const Home home;
  const ServerProcess server(home, {"--messages-per-second", "0"});
  WsClient speaker(server.host(), server.port());
  Account account;
  open_talk(speaker, account);
  WsClient sleeper(server.host(), server.port());
  const int small = 4096;
  ::setsockopt(sleeper.fd(), SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
  Account same = account;
  greet(sleeper, same);
  // Exports are long; the sleeper takes part in them by asking and never reading.
  for (int i = 0; i < 20; ++i) REQUIRE(is_answered(say(speaker, std::string(15'000, 'z'))));
  for (int i = 0; i < 400 && sleeper.send_json({{"type", "export"}, {"id", new_id()}}); ++i) {
  }
  CHECK(is_answered(say(speaker, "are you there")));
  const std::string metrics =
      http_get(server.host(), server.port(), "GET /metrics HTTP/1.0\r\nHost: a\r\n\r\n");
  CHECK(metrics.find("# EOF\n") != std::string::npos);
}
