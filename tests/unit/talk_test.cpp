#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "embed/coach.h"
#include "talk/talk.h"

using namespace keel;

namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<fs::path> transcripts() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(KEEL_TESTS) / "transcripts")) {
    if (entry.path().extension() == ".talk") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::shared_ptr<const Program> bundled_coach() {
  static const std::shared_ptr<const Program> program = [] {
    const Result<Compiled> compiled = load_coach(KEEL_PACK);
    if (compiled && !compiled->program) std::cerr << render_all(*compiled);
    return compiled ? compiled->program : nullptr;
  }();
  return program;
}

bool updating() {
  return std::getenv("KEEL_UPDATE") != nullptr;
}

}  // namespace

TEST_CASE("every transcript comes out as it is written, also with save and load between turns") {
  const auto program = bundled_coach();
  REQUIRE(program != nullptr);
  for (const fs::path& path : transcripts()) {
    CAPTURE(path.filename().string());
    const std::string written = read_file(path);
    const Result<std::string> straight = play(*program, written, Between::nothing);
    if (!straight) {
      FAIL_CHECK(straight.error().message);
      continue;
    }
    const Result<std::string> saved = play(*program, written, Between::save_and_load);
    CHECK((saved && *saved == *straight));
    if (updating()) {
      std::ofstream(path) << *straight;
    } else {
      CHECK(*straight == written);
    }
  }
}

TEST_CASE("the transcript runner tells when the coach says something else") {
  const auto program = bundled_coach();
  REQUIRE(program != nullptr);
  const std::string wrong = "Coach: nobody wrote this\nYou: hello\n";
  const Result<std::string> played = play(*program, wrong, Between::nothing);
  REQUIRE(played);
  CHECK(*played != wrong);
  CHECK_FALSE(play(*program, "Tap: no such reply\n", Between::nothing));
}
