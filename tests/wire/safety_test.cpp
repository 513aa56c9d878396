// Danger typed into a page, over the wire: at each kind of question, while a timer runs, as the
// first message, with nothing that can be stored.
#include <catch2/catch.hpp>

#include "wire/talk.h"

using namespace keel::test;

namespace {

Json last_state(const std::vector<Json>& turn) {
  for (auto frame = turn.rbegin(); frame != turn.rend(); ++frame) {
    if (frame->contains("state")) return (*frame)["state"];
  }
  return {};
}

std::string question_of(const std::vector<Json>& turn) {
  const Json state = last_state(turn);
  if (!state.contains("question") || !state["question"].is_object()) return "none";
  return state["question"].value("kind", "none");
}

Json crisis_card(const std::vector<Json>& turn) {
  for (const Json& frame : turn) {
    if (frame.contains("card") && frame["card"].value("kind", "") == "crisis") return frame["card"];
  }
  return {};
}

}  // namespace

TEST_CASE("danger is answered at each kind of question", "[wire]") {
  struct Way {
    const char* kind;  // of the question that the steps lead to
    std::vector<const char*> steps;
  };
  const Way ways[] = {
      {"choice", {}},
      {"long-text", {"i need to vent"}},
      {"text", {"can we make a safety plan"}},
      {"scale", {"help me wait before i send anything"}},
      {"duration", {"help me wait before i send anything", "8"}},
      {"yes-no", {"i dont want to wake up anymore"}},
  };
  const Home home;
  const ServerProcess server(home);
  for (const Way& way : ways) {
    CAPTURE(way.kind);
    WsClient client(server.host(), server.port());
    Account account;
    std::vector<Json> turn = open_talk(client, account);
    for (const char* step : way.steps) turn = say(client, step);
    REQUIRE(question_of(turn) == way.kind);
    turn = say(client, "i am going to kill myself tonight");
    CHECK(crisis_card(turn).value("level", "") == "emergency");
    CHECK(last_state(turn).value("safety", "") == "emergency");
    CHECK(last_state(turn)["help"].is_array());
  }
}

TEST_CASE("danger is answered while a timer runs, and the timer does not speak into it", "[wire]") {
  const Home home;
  const ServerProcess server(home);
  WsClient client(server.host(), server.port());
  Account account;
  open_talk(client, account);
  std::vector<Json> turn;
  for (const char* step :
       {"help me wait before i send anything", "8", "2 minutes", "walk a little"})
    turn = say(client, step);
  REQUIRE_FALSE(last_state(turn)["timers"].empty());
  turn = say(client, "he is kicking the door in, i am so scared");
  CHECK(crisis_card(turn).value("level", "") == "emergency");
  CHECK(crisis_card(turn).value("category", "") == "abuse");
}

TEST_CASE("the first message is read before anything else, with lines for where the clock is",
          "[wire]") {
  const Home home;
  const ServerProcess server(home);
  WsClient client(server.host(), server.port());
  Json hello = hello_frame();
  hello["tz"] = "Europe/London";
  client.send_json(hello);
  REQUIRE(client.read_until("welcome"));
  const Json card = crisis_card(say(client, "i want to die"));
  CHECK(card.value("country", "") == "GB");
  CHECK(card.value("guessed", false));
  CHECK(card.dump().find("116 123") != std::string::npos);
  CHECK(card["lines"][0].value("open", false));
  CHECK(card["directory"].is_object());
}

TEST_CASE("a tap cannot carry other words past the reader", "[wire]") {
  const Home home;
  const ServerProcess server(home);
  WsClient client(server.host(), server.port());
  Account account;
  const std::vector<Json> welcome = open_talk(client, account);
  REQUIRE_FALSE(welcome.back()["quick_replies"].empty());
  Json frame = user_frame(new_id(), "i am going to kill myself tonight");
  frame["payload"] = welcome.back()["quick_replies"][0]["payload"];
  client.send_json(frame);
  CHECK(crisis_card(read_turn(client)).value("level", "") == "emergency");
}
