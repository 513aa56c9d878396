#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "small_pack.h"
#include "store/session_json.h"

using namespace keel;

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

using keel::testing::said;
using keel::testing::small_pack;
using keel::testing::Talk;

// Writes the file of the version at hand, once: KEEL_UPDATE=1 after the version was raised.
void save_once(const std::filesystem::path& path) {
  if (std::getenv("KEEL_UPDATE") == nullptr || std::filesystem::exists(path)) return;
  Talk talk(small_pack());
  talk.start("tea");
  talk.say("3");
  talk.say("i want cake");
  std::ofstream(path) << session_to_json(talk.session());
}

}  // namespace

TEST_CASE("every saved conversation of every version can still be loaded and goes on") {
  const std::filesystem::path folder = std::filesystem::path(KEEL_TESTS) / "saves";
  save_once(folder / "session-1.json");
  size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    CAPTURE(entry.path().filename().string());
    ++files;
    Result<Session> loaded = session_from_json(read_file(entry.path()));
    REQUIRE(loaded);
    CHECK(loaded->turns == 3);
    CHECK(loaded->now.stack.at(0).flow == "tea");
    CHECK(loaded->now.stack.at(0).slots.at("thirst").value == Value::of_number(3));
    Talk talk(small_pack());
    talk.session() = std::move(*loaded);
    CHECK(keel::testing::said(talk.tap("Plum")) == "Plum it is.\nWe were making tea.\nMilk?\n");
  }
  CHECK(files >= 1);
}
