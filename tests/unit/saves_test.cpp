// Conversations that were saved, by every version of the engine, still load and go on.
//
// tests/saves/ holds one file for each shape of a conversation and each version of the format that
// wrote it: SHAPE-VERSION.json. A file is written once and never again, since what it proves is
// that saves of its time are understood. When the format changes: raise the version in
// session_json.cpp and in `version` here, run this test once with KEEL_UPDATE=1 (it writes the
// files that are not there and touches no other), and commit the new files beside the old.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>

#include "contents.h"
#include "small_pack.h"
#include "store/session_json.h"

using namespace keel;
using keel::test::said;
using keel::test::small_pack;
using keel::test::Talk;

namespace {

namespace fs = std::filesystem;

constexpr int version = 1;

const std::vector<PackFile> picnics = {{"dialogs/picnic.keel", R"(flow picnic
title: A picnic
sources: own

Coach: A picnic.
visit basket
Coach: Off we go.
)"},
                                       {"dialogs/basket.keel", R"(flow basket
title: A basket
sources: own

Coach: A basket.
visit cake
Coach: In it goes.
)"}};

std::shared_ptr<const Program> coach() {
  static const std::shared_ptr<const Program> program = small_pack(picnics);
  return program;
}

// How such a conversation comes about, where it stands, and how it goes on.
struct Shape {
  std::string name;
  std::function<void(Talk&)> make;
  std::string flow, point;
  std::function<std::string(Talk&)> go_on;
  std::string goes_on;
};

std::string tapped(Talk& talk, const std::string& label) {
  return said(talk.tap(label));
}

void to_the_wait(Talk& talk) {
  talk.start("tea");
  for (const char* words : {"9", "no ice", "yes", "blue"}) talk.say(words);
}

const std::vector<Shape> shapes = {
    {"session", [](Talk&) {}, "cake", "kind", [](Talk& t) { return tapped(t, "Plum"); },
     "Plum it is.\nWe were making tea.\nMilk?\n"},
    {"question",
     [](Talk& talk) {
       talk.start("tea");
       talk.say("3");
     },
     "tea", "milk", [](Talk& t) { return said(t.say("no")); }, "What do you call this mug?\n"},
    {"wait", to_the_wait, "tea", "start/wait-1", [](Talk& t) { return said(t.elapse_first()); },
     "It is ready.\nWhat now?\n"},
    {"visit-two-deep", [](Talk& talk) { talk.start("picnic"); }, "cake", "kind",
     [](Talk& t) { return tapped(t, "Lemon"); }, "Lemon it is.\nIn it goes.\nOff we go.\n"},
    {"safety",
     [](Talk& talk) {
       talk.start("tea");
       talk.say("i just don't want to be here any more");
     },
     "safety-suicide-ask", "thinking", [](Talk& t) { return said(t.say("no")); },
     "Shall we go on?\n"},
    {"undo",
     [](Talk& talk) {
       talk.start("tea");
       for (const char* words : {"3", "yes"}) talk.say(words);
     },
     "tea", "mug", [](Talk& t) { return said(t.say("back")); }, "One step back.\nMilk?\n"},
    {"follow-up",
     [](Talk& talk) {
       to_the_wait(talk);
       talk.tap("It is ready");
       talk.tap("Leave it here");
     },
     "", "", [](Talk& t) { return said(t.elapse_first()); }, "Yesterday you had tea. Again?\n"},
};

void save_once(const fs::path& folder, const Shape& shape) {
  const fs::path path = folder / (shape.name + "-" + std::to_string(version) + ".json");
  if (std::getenv("KEEL_UPDATE") == nullptr || fs::exists(path)) return;
  Talk talk(coach());
  shape.make(talk);
  std::ofstream(path) << session_to_json(talk.session());
}

const Shape* shape_of(const fs::path& path) {
  const std::string stem = path.stem().string();
  for (const Shape& shape : shapes) {
    if (stem.substr(0, stem.rfind('-')) == shape.name) return &shape;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("every saved conversation of every version can still be loaded and goes on") {
  const fs::path folder = fs::path(KEEL_TESTS) / "saves";
  for (const Shape& shape : shapes) save_once(folder, shape);
  size_t files = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    CAPTURE(entry.path().filename().string());
    const Shape* shape = shape_of(entry.path());
    REQUIRE(shape != nullptr);
    ++files;
    Result<Session> loaded = session_from_json(test::contents_of(entry.path()));
    REQUIRE(loaded);
    Talk talk(coach());
    talk.session() = std::move(*loaded);
    CHECK(talk.open_flow() == shape->flow);
    if (!shape->point.empty()) CHECK(talk.session().now.stack.back().point == shape->point);
    CHECK(shape->go_on(talk) == shape->goes_on);
  }
  CHECK(files >= shapes.size());
}

TEST_CASE("the oldest save keeps what it held") {
  const Result<Session> loaded =
      session_from_json(test::contents_of(fs::path(KEEL_TESTS) / "saves" / "session-1.json"));
  REQUIRE(loaded);
  CHECK(loaded->turns == 3);
  CHECK(loaded->now.stack.at(0).flow == "tea");
  CHECK(loaded->now.stack.at(0).slots.at("thirst").value == Value::of_number(3));
}
