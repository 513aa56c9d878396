// Further cases of the compiler's codes in tests/diagnostics, beside those of the pages: a script,
// and beside it exactly what is printed for it. KEEL_UPDATE=1 writes the expected texts anew; the
// review is the difference.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "script_cases.h"
#include "script_front.h"

namespace keel {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> cases() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(std::string(KEEL_TESTS) + "/diagnostics")) {
    if (entry.path().extension() == ".keel") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

TEST_CASE("each case of tests/diagnostics prints exactly its expected text") {
  const char* update = std::getenv("KEEL_UPDATE");
  for (const fs::path& path : cases()) {
    const test::Checked checked =
        test::check_files(test::files_in(test::contents_of(path)), Depth::full);
    const std::string printed = checked.rendered();
    fs::path expected = path;
    expected.replace_extension(".txt");
    if (update != nullptr && std::string(update) == "1") {
      std::ofstream(expected, std::ios::binary) << printed;
    }
    INFO(path.filename());
    CHECK(printed == test::contents_of(expected));
  }
}

TEST_CASE("each case shows the code that it is named after") {
  for (const fs::path& path : cases()) {
    const test::Checked checked =
        test::check_files(test::files_in(test::contents_of(path)), Depth::full);
    const std::vector<std::string> codes = checked.codes();
    const std::string wanted = path.filename().string().substr(0, 4);
    INFO(path.filename());
    CHECK(std::find(codes.begin(), codes.end(), wanted) != codes.end());
  }
}

}  // namespace
}  // namespace keel
