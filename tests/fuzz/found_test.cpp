// Everything that a fuzzer once found, played again: tests/fuzz/found/TARGET-NAME.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "../unit/contents.h"
#include "targets.h"

namespace fs = std::filesystem;

TEST_CASE("what was found once is answered now") {
  size_t played = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(KEEL_TESTS) / "fuzz" / "found")) {
    const std::string name = entry.path().filename().string();
    CAPTURE(name);
    const std::string bytes = keel::test::contents_of(entry.path());
    const std::string target = name.substr(0, name.find('-'));
    if (target == "script") {
      keel::fuzz::script(bytes);
    } else if (target == "program") {
      keel::fuzz::program(bytes);
    } else {
      REQUIRE(target == "session");
      keel::fuzz::session(bytes);
    }
    ++played;
  }
  CHECK(played > 0);
}

TEST_CASE("what is far too long or too deep is answered in time") {
  keel::fuzz::script("@@ dialogs/deep.keel\nflow deep\ntitle: Deep\n\n" + [] {
    std::string text;
    for (size_t i = 0; i < 5'000; ++i) text += std::string(i * 2 % 2'000, ' ') + "if a is known\n";
    return text;
  }());
  keel::fuzz::script("@@ dialogs/nul.keel\nflow nul\ntitle: A" + std::string(1, '\0') + "\nend\n");
  keel::fuzz::script("@@ dialogs/bad.keel\nflow bad\ntitle: \xC3\x28\nend\n");
  keel::fuzz::session(std::string(5'000, '[') + std::string(5'000, ']'));
  keel::fuzz::program(std::string(5'000, '{'));
}
