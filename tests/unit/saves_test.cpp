#include <catch2/catch.hpp>
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

}  // namespace

TEST_CASE("every saved conversation of every version can still be loaded and goes on") {
  size_t files = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(KEEL_TESTS) / "saves")) {
    CAPTURE(entry.path().filename().string());
    ++files;
    Result<Session> loaded = session_from_json(read_file(entry.path()));
    REQUIRE(loaded);
    CHECK(loaded->turns == 4);
    CHECK(loaded->now.stack.at(0).flow == "tea");
    CHECK(loaded->now.stack.at(0).slots.at("thirst").value == Value::of_number(3));
    keel::testing::Talk talk(keel::testing::small_pack());
    talk.session() = std::move(*loaded);
    CHECK(keel::testing::said(talk.tap("Plum")) == "Plum it is.\nWe were making tea.\nMilk?\n");
  }
  CHECK(files >= 1);
}
