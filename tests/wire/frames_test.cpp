// The frames of keel.v1 as the server reads and writes them; the examples are those that the page's
// tests read.
#include "server/frames.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "server/limits.h"

using namespace keel;
using Json = nlohmann::json;

namespace {

const std::string id = "7f9c24e5-1b1f-4c63-9a53-2d6a3b1f0a01";

Json examples(const std::string& name) {
  std::ifstream in(std::string(KEEL_WIRE_FOLDER) + "/" + name);
  REQUIRE(in);
  return Json::parse(in);
}

std::string refusal_of(const std::string& text) {
  const ClientFrame frame = read_frame(text);
  const auto* refusal = std::get_if<Refusal>(&frame);
  return refusal == nullptr ? "taken" : refusal->code;
}

std::string user_with(const std::string& text) {
  return Json{{"type", "user"}, {"id", id}, {"text", text}}.dump();
}

}  // namespace

TEST_CASE("every example of a client's frame is read as what it is", "[wire]") {
  const auto [file, index] = GENERATE(table<std::string, size_t>({{"hello.json", 0},
                                                                  {"user.json", 1},
                                                                  {"event.json", 2},
                                                                  {"export-request.json", 3},
                                                                  {"erase.json", 4},
                                                                  {"pong.json", 5},
                                                                  {"bye.json", 6}}));
  for (const Json& example : examples(file)) {
    INFO(example.dump());
    CHECK(read_frame(example.dump()).index() == index);
  }
}

TEST_CASE("every example of a bad frame is refused with its code", "[wire]") {
  for (const Json& row : examples("invalid/from-client.json")) {
    const std::string text =
        row.contains("raw") ? row["raw"].get<std::string>() : row["frame"].dump();
    INFO(row.dump());
    CHECK(refusal_of(text) == row["expect"].get<std::string>());
  }
}

TEST_CASE("fields of the wrong type are refused and unknown ones are not looked at", "[wire]") {
  const auto [text, code] = GENERATE(table<std::string, std::string>(
      {{R"({"type":"hello","last_seq":-1})", "bad_field"},
       {R"({"type":"hello","last_seq":"3"})", "bad_field"},
       {R"({"type":"hello","token":12})", "bad_field"},
       {R"({"type":"hello","utc_offset_min":99999})", "bad_field"},
       {R"({"type":"hello","utc_offset_min":1e300})", "bad_field"},
       {R"({"type":"hello","client":"keel"})", "bad_field"},
       {R"({"type":"hello","caps":{}})", "bad_field"},
       {R"({"type":"hello","token":null,"shoe_size":{"eu":[43]}})", "taken"},
       {R"({"type":"hello"})", "taken"},
       {R"({"type":"user","id":"12345678","text":"hi","mood":[1,2]})", "taken"},
       {R"({"type":"user","id":"1234567","text":"hi"})", "bad_field"},
       {R"({"type":"user","id":"timer/t1/5","text":"hi"})", "bad_field"},
       {R"({"type":"user","id":"12345678","text":"","payload":"reply:1"})", "taken"},
       {R"({"type":"user","id":"12345678","text":""})", "bad_field"},
       {R"({"type":"user","id":"12345678","text":"hi","at":"noon"})", "bad_field"},
       {R"({"type":"event","id":"12345678","name":"exploded"})", "bad_field"},
       {R"({"type":"\ud800"})", "bad_frame"},
       {"\"hello\"", "bad_frame"},
       {"{\"type\":\"user\",\"id\":\"12345678\",\"text\":\"\xff\xfe\"}", "bad_frame"}}));
  INFO(text);
  CHECK(refusal_of(text) == code);
}

TEST_CASE("a message may have 20,000 code points and not one more", "[wire]") {
  std::string most;
  for (size_t i = 0; i < text_code_points_max; ++i) most += "é";
  CHECK(refusal_of(user_with(most)) == "taken");
  CHECK(refusal_of(user_with(most + "é")) == "too_long");
}

TEST_CASE("a refusal of a message names the message", "[wire]") {
  const ClientFrame frame =
      read_frame(Json{{"type", "user"}, {"id", id}, {"text", std::string(30'000, 'a')}}.dump());
  const auto* refusal = std::get_if<Refusal>(&frame);
  REQUIRE(refusal != nullptr);
  CHECK(refusal->id == id);
}

TEST_CASE("frames nested to the brim of their size are refused without harm", "[wire]") {
  CHECK(refusal_of(std::string(60'000, '[')) == "bad_frame");
  CHECK(refusal_of("{\"type\":" + std::string(60'000, '[') + std::string(60'000, ']') + "}") ==
        "bad_frame");
}

TEST_CASE("the server's frames have the fields of the examples, type first", "[wire]") {
  Welcome welcome;
  welcome.session = "s";
  welcome.token = "t";
  welcome.epoch = "e";
  welcome.country = "GB";
  const auto [file, frame] = GENERATE_COPY(
      table<std::string, std::string>({{"welcome.json", welcome_frame(welcome)},
                                       {"ack.json", ack_frame(id, 3, true)},
                                       {"you.json", you_frame(3, id, "hello", 5)},
                                       {"export.json", export_frame(id, R"({"a":1})")},
                                       {"erased.json", erased_frame(id)},
                                       {"notice.json", notice_frame("store", "words")},
                                       {"content.json", content_frame(false, "", "words")},
                                       {"error.json", error_frame({"store", "words", true, id})},
                                       {"ping.json", std::string(ping_frame)}}));
  INFO(frame);
  CHECK(frame.starts_with("{\"type\":\""));
  const Json ours = Json::parse(frame);
  bool matched = false;
  for (const Json& example : examples(file)) {
    bool same = example.size() == ours.size();
    for (const auto& [key, value] : example.items()) {
      same = same && ours.contains(key) && ours[key].type_name() == std::string(value.type_name());
    }
    matched = matched || same;
  }
  CHECK(matched);
}

TEST_CASE("bytes that are no UTF-8 never reach a client", "[wire]") {
  const std::string frame = you_frame(1, id, "caf\xc3", 5);
  CHECK(Json::parse(frame)["text"] == "caf\xef\xbf\xbd");
}
