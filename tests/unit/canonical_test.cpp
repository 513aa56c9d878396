// A program as a document: the bundled coach is the same when it was written down and loaded, and a
// document that is not whole is refused by its place, never run and never a crash.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "canonical/program_json.h"
#include "contents.h"
#include "dialog/respond.h"
#include "embed/coach.h"
#include "embed/load_program.h"
#include "talk/talk.h"

using namespace keel;

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

const Compiled& compiled_coach() {
  static const Compiled compiled = [] {
    Result<Compiled> coach = load_coach(KEEL_PACK);
    REQUIRE(coach);
    if (!coach->program) std::cerr << render_all(*coach);
    return std::move(*coach);
  }();
  REQUIRE(compiled.program != nullptr);
  return compiled;
}

const std::string& written_coach() {
  static const std::string json =
      program_to_json(*compiled_coach().program, *compiled_coach().content, compiled_coach().seed);
  return json;
}

const Loaded& loaded_coach() {
  static const Result<Loaded> loaded = program_from_json(written_coach());
  INFO((loaded ? "" : loaded.error().message));
  REQUIRE(loaded);
  return *loaded;
}

const std::string& small() {
  static const std::string text =
      test::contents_of(fs::path(KEEL_TESTS) / "programs" / "small.json");
  return text;
}

// Why it is refused; empty: it is not.
std::string refusal(const std::string& json) {
  const Result<Loaded> loaded = program_from_json(json, Loading::quickly);
  return loaded ? std::string() : loaded.error().message;
}

// The document with one change of tests/programs/changes.json made.
std::string changed(const Json& change) {
  Json json = Json::parse(small());
  const Json::json_pointer place(change["place"].get<std::string>());
  if (change.contains("value")) {
    json[place] = change["value"];
  } else if (json[place.parent_pointer()].is_array()) {
    json[place.parent_pointer()].erase(std::stoul(place.back()));
  } else {
    json[place.parent_pointer()].erase(place.back());
  }
  return json.dump();
}

std::string nested(size_t levels) {
  return std::string(levels, '[') + std::string(levels, ']');
}

std::string with_title(const std::string& title) {
  std::string json = small();
  const size_t at = json.find("A pause\"");
  return json.replace(at, 7, title);
}

}  // namespace

TEST_CASE("the bundled coach, written and loaded and written, is the same bytes") {
  const Loaded& loaded = loaded_coach();
  const std::string again = program_to_json(*loaded.program, *loaded.content, loaded.seed);
  CHECK((again == written_coach()));
  CHECK(loaded.program->content_hash == compiled_coach().program->content_hash);
  CHECK(loaded.program->flows.size() == compiled_coach().program->flows.size());
}

TEST_CASE("every transcript goes the same on the loaded coach as on the compiled one") {
  size_t played = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(KEEL_TESTS) / "transcripts")) {
    if (entry.path().extension() != ".talk") continue;
    CAPTURE(entry.path().filename().string());
    const std::string text = test::contents_of(entry.path());
    const Talk loaded = run_talk(*loaded_coach().program, text, Between::nothing);
    if (!loaded.passed() || loaded.written_anew != text) {
      const Talk here = run_talk(*compiled_coach().program, text, Between::nothing);
      CHECK(loaded.written_anew == here.written_anew);
    }
    ++played;
  }
  CHECK(played > 100);
}

TEST_CASE("a small document with every kind of step is loaded, and comes back the same") {
  const Result<Loaded> loaded = program_from_json(small());
  INFO((loaded ? "" : loaded.error().message));
  REQUIRE(loaded);
  const std::string written = program_to_json(*loaded->program, *loaded->content, loaded->seed);
  const Result<Loaded> again = program_from_json(written, Loading::quickly);
  INFO((again ? "" : again.error().message));
  REQUIRE(again);
  CHECK(program_to_json(*again->program, *again->content, again->seed) == written);
  // Labels are ours after that; everything else is as it was.
  const Json before = Json::parse(small());
  const Json after = Json::parse(written);
  for (const char* key : {"person", "starts", "help_lines", "twins", "reader", "files"}) {
    CHECK(before[key] == after[key]);
  }
  CHECK(after["flows"]["pause"]["code"][3]["to"] == "start/join-1");
  CHECK(after["flows"]["pause"]["code"][1]["otherwise"] == "start/if-1:else");
}

TEST_CASE("what a document gets wrong is told by its place") {
  const Json changes =
      Json::parse(test::contents_of(fs::path(KEEL_TESTS) / "programs" / "changes.json"));
  for (const Json& change : changes) {
    CAPTURE(change.dump());
    const std::string answer = refusal(changed(change));
    const std::string expected = change["answer"];
    CHECK(answer.substr(0, expected.size()) == expected);
  }
}

TEST_CASE("what is no document at all is refused before it costs much") {
  CHECK(refusal("") == "the document: line 1, column 1 is not JSON in UTF-8");
  CHECK(refusal("[]") == "the document: must be an object");
  CHECK(refusal("{\"keel\": 1,\n \"pack\" 2}") == "/pack: line 2, column 9 is not JSON in UTF-8");
  CHECK(refusal(small() + "x").find("is not JSON in UTF-8") != std::string::npos);
  CHECK(refusal(small().substr(0, 3000)).find("is not JSON in UTF-8") != std::string::npos);
  CHECK(refusal(nested(5'000)).find("lies deeper than 48 levels") != std::string::npos);
  CHECK(refusal(std::string(5'000, '[')).find("lies deeper than 48") != std::string::npos);
  CHECK(refusal(std::string("{\"keel\": 1}") + '\0') ==
        "the document: line 1, column 12 is a zero byte");
  CHECK(refusal(with_title("A \\u0000 pause")) == "/flows/pause/title: has a zero byte in it");
  CHECK(refusal(with_title("A \xFF pause")).find("is not JSON in UTF-8") != std::string::npos);
  CHECK(refusal(with_title("A \xED\xA0\x80 pause")).find("is not JSON") != std::string::npos);
  CHECK(refusal(with_title(std::string(70'000, 'a'))) ==
        "/flows/pause/title: is longer than 65536 bytes");
  CHECK(refusal(with_title(std::string(50U << 20U, 'a'))) == "the document: is longer than 32 MiB");
  CHECK(refusal("{\"keel\": 1, \"keel\": 1}") == "the document: has the key \"keel\" twice");
}

TEST_CASE("a document whose conditions nest too deep is refused by its place") {
  Json json = Json::parse(small());
  Json condition = {{"all", Json::array()}};
  for (int i = 0; i < 60; ++i) condition = {{"all", {condition}}};
  json["flows"]["pause"]["code"][1]["condition"] = condition;
  CHECK(refusal(json.dump()).find("lies deeper than 48 levels") != std::string::npos);
}

TEST_CASE("a coach is loaded from a folder or from a document, and keeps its safety layer") {
  const fs::path folder = fs::temp_directory_path() / "keel-canonical-test";
  fs::create_directories(folder);
  const fs::path path = folder / "small.json";
  std::ofstream(path) << small();
  const Result<Compiled> loaded = load_program(path);
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().message.find("is missing, which every coach has") != std::string::npos);
  CHECK_FALSE(load_program(folder / "nowhere.json"));
  std::ofstream(path) << written_coach();
  const Result<Compiled> coach = load_program(path);
  REQUIRE(coach);
  CHECK(coach->program->flows.size() == compiled_coach().program->flows.size());
  fs::remove_all(folder);
}
