// Conversations with a real server over a real socket: what a page does, and what goes wrong on the
// way.
#include <signal.h>

#include <catch2/catch.hpp>
#include <set>

#include "wire/talk.h"

using namespace keel::test;

namespace {

std::vector<int64_t> numbers(const std::vector<Json>& frames) {
  std::vector<int64_t> seqs;
  for (const Json& frame : frames) {
    if (frame.contains("seq") && frame["type"] != "ack") seqs.push_back(frame["seq"]);
  }
  return seqs;
}

// The records of a replay: everything up to `last_seq`.
std::vector<Json> read_records(WsClient& client, int64_t last_seq) {
  std::vector<Json> records;
  while (records.empty() || records.back()["seq"] != last_seq) {
    const std::optional<Json> frame = client.read_json();
    if (!frame) break;
    if (frame->value("type", "") == "you" || frame->value("type", "") == "bot") {
      records.push_back(*frame);
    }
  }
  return records;
}

}  // namespace

TEST_CASE("a new person is welcomed and hears the coach first", "[wire]") {
  const Home home;
  const ServerProcess server(home);
  REQUIRE(server.port() != 0);
  WsClient client(server.host(), server.port());
  REQUIRE(client.open());
  CHECK(client.handshake().find("keel.v1") != std::string::npos);
  Account account;
  const Json welcome = greet(client, account);
  CHECK(welcome["resumed"] == false);
  CHECK(account.token.size() >= 43);
  CHECK(welcome["server"]["content_hash"].get<std::string>().size() == 16);
  client.send_json({{"type", "event"}, {"id", new_id()}, {"name", "opened"}, {"data", {}}});
  const std::vector<Json> turn = read_turn(client);
  REQUIRE(turn.size() >= 2);
  CHECK(turn.front()["type"] == "ack");
  CHECK(turn.back()["type"] == "bot");
  CHECK(turn.back()["state"]["safety"] == "none");
  CHECK(turn.back()["quick_replies"].is_array());
  const std::vector<int64_t> seqs = numbers(turn);
  for (size_t i = 0; i < seqs.size(); ++i) CHECK(seqs[i] == static_cast<int64_t>(i + 1));
}

TEST_CASE("a message is acked, echoed and answered, in that order", "[wire]") {
  const Home home;
  const ServerProcess server(home);
  WsClient client(server.host(), server.port());
  Account account;
  open_talk(client, account);
  const std::string id = new_id();
  const std::vector<Json> turn = say(client, "she left me on read since yesterday", id);
  REQUIRE(turn.size() >= 3);
  CHECK(turn[0]["type"] == "ack");
  CHECK(turn[0]["id"] == id);
  CHECK(turn[0]["seq"] == turn[1]["seq"]);
  CHECK(turn[1]["type"] == "you");
  CHECK(turn[1]["text"] == "she left me on read since yesterday");
  CHECK(turn[2]["type"] == "bot");
  CHECK(turn[2]["reply_to"] == id);
}

TEST_CASE("a message sent twice under one id is run once", "[wire]") {
  const Home home;
  const ServerProcess server(home);
  WsClient client(server.host(), server.port());
  Account account;
  open_talk(client, account);
  const std::string id = new_id();
  const std::vector<Json> first = say(client, "i want to text him", id);
  const std::vector<Json> again = say(client, "i want to text him", id);
  CHECK(first_of(again, "ack")["duplicate"] == true);
  CHECK(numbers(again) == numbers(first));
  CHECK(again.back() == first.back());
  const std::vector<Json> next = say(client, "he has not answered");
  CHECK(numbers(next).front() == numbers(first).back() + 1);
}

TEST_CASE("what was lost with the socket comes with the next one", "[wire]") {
  const Home home;
  const ServerProcess server(home);
  Account account;
  const std::string id = new_id();
  {
    WsClient client(server.host(), server.port());
    account.last_seq = numbers(open_talk(client, account)).back();
    client.send_json(user_frame(id, "i am about to text her"));
    client.drop();
  }
  // Sent again, as a page does: it may have arrived the first time, and is run once either way.
  WsClient client(server.host(), server.port());
  const uint64_t seen = account.last_seq;
  const Json welcome = greet(client, account);
  CHECK(welcome["resumed"] == true);
  client.send_json(user_frame(id, "i am about to text her"));
  std::set<int64_t> seqs;
  std::set<std::string> yous;
  bool acked = false;
  bool answered = false;
  while (!acked || !answered) {
    const std::optional<Json> frame = client.read_json();
    REQUIRE(frame);
    const std::string type = frame->value("type", "");
    if (type == "ack") acked = true;
    if (type == "bot" && frame->value("last", false)) answered = true;
    if (type == "you") yous.insert((*frame)["id"].get<std::string>());
    if (type == "you" || type == "bot") seqs.insert((*frame)["seq"].get<int64_t>());
  }
  CHECK(yous == std::set<std::string>{id});
  CHECK(*seqs.begin() == static_cast<int64_t>(seen) + 1);
  CHECK(static_cast<size_t>(*seqs.rbegin() - *seqs.begin()) + 1 == seqs.size());
}

TEST_CASE("a reload replays the whole talk, word for word, also after a restart", "[wire]") {
  const Home home;
  Account account;
  std::vector<Json> seen;
  {
    ServerProcess server(home);
    WsClient client(server.host(), server.port());
    for (const Json& frame : open_talk(client, account)) {
      if (frame["type"] == "bot") seen.push_back(frame);
    }
    for (const Json& frame : say(client, "hey")) {
      if (frame["type"] != "ack") seen.push_back(frame);
    }
    server.kill_now();
  }
  const ServerProcess server(home);
  WsClient client(server.host(), server.port());
  account.last_seq = 0;
  const Json welcome = greet(client, account);
  CHECK(welcome["resumed"] == true);
  CHECK(welcome["seq"] == seen.back()["seq"]);
  CHECK(read_records(client, seen.back()["seq"]) == seen);
}

TEST_CASE("numbers of another epoch are void", "[wire]") {
  const Home home;
  const ServerProcess server(home);
  WsClient first(server.host(), server.port());
  Account account;
  open_talk(first, account);
  WsClient second(server.host(), server.port());
  Account stranger = account;
  stranger.epoch = "another";
  stranger.last_seq = 400;
  const Json welcome = greet(second, stranger);
  CHECK(welcome["resumed"] == false);
  CHECK(second.read_json()->at("seq") == 1);
}

TEST_CASE("two sockets of one person hear the same in the same order", "[wire]") {
  const Home home;
  const ServerProcess server(home);
  WsClient phone(server.host(), server.port());
  Account account;
  account.last_seq = numbers(open_talk(phone, account)).back();
  WsClient laptop(server.host(), server.port());
  greet(laptop, account);
  std::vector<Json> at_phone = say(phone, "hello there");
  at_phone.erase(at_phone.begin());
  CHECK(read_turn(laptop) == at_phone);
  std::vector<Json> at_laptop = say(laptop, "and from here");
  at_laptop.erase(at_laptop.begin());
  CHECK(read_turn(phone) == at_laptop);
}

TEST_CASE("erase tells every tab, and the token is worth nothing afterwards", "[wire]") {
  const Home home;
  const ServerProcess server(home);
  WsClient one(server.host(), server.port());
  Account account;
  open_talk(one, account);
  WsClient two(server.host(), server.port());
  greet(two, account);
  const std::string id = new_id();
  one.send_json({{"type", "erase"}, {"id", id}});
  for (WsClient* client : {&one, &two}) {
    const std::optional<Json> erased = client->read_until("erased");
    REQUIRE(erased);
    CHECK((*erased)["id"] == id);
    CHECK(client->read_until_closed() == 1000);
  }
  WsClient later(server.host(), server.port());
  later.send_json(hello_frame(account));
  CHECK(later.read_until_closed() == 4401);
}

TEST_CASE("an export holds every message of both sides", "[wire]") {
  const Home home;
  const ServerProcess server(home);
  WsClient client(server.host(), server.port());
  Account account;
  open_talk(client, account);
  const std::vector<Json> turn = say(client, "the cat is called Bramble");
  client.send_json({{"type", "export"}, {"id", "export-1"}});
  const std::optional<Json> answer = client.read_until("export");
  REQUIRE(answer);
  CHECK((*answer)["id"] == "export-1");
  const std::string data = (*answer)["data"].dump();
  CHECK(data.find("Bramble") != std::string::npos);
  const Json& messages = (*answer)["data"]["sessions"][0]["messages"];
  CHECK(messages.back()["text"] == turn.back()["text"]);
}

TEST_CASE("asked to end, the server says so, keeps what was said and exits with 0", "[wire]") {
  const Home home;
  Account account;
  std::vector<Json> turn;
  {
    ServerProcess server(home);
    WsClient client(server.host(), server.port());
    open_talk(client, account);
    turn = say(client, "good night");
    server.signal(SIGTERM);
    CHECK(client.read_until_closed() == 1001);
    CHECK(server.wait() == 0);
  }
  const ServerProcess server(home);
  WsClient client(server.host(), server.port());
  account.last_seq = 0;
  greet(client, account);
  CHECK(read_records(client, turn.back()["seq"]).back() == turn.back());
}
