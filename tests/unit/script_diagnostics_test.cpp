// Every code of the compiler has a case in tests/diagnostics: a script, and beside it exactly what
// is printed for it. KEEL_UPDATE=1 writes the expected texts anew; the review is the difference.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "script/codes.h"
#include "script_front.h"

namespace keel {
namespace {

namespace fs = std::filesystem;

std::string contents_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<fs::path> cases() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(std::string(KEEL_TESTS) + "/diagnostics")) {
    if (entry.path().extension() == ".keel") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// A case is one flow, or several files that each begin with "# file: PATH".
std::vector<PackFile> files_in(const std::string& text) {
  static const std::string mark = "# file: ";
  if (!text.starts_with(mark)) return {{"dialogs/example.keel", text}};
  std::vector<PackFile> files;
  size_t at = 0;
  while (at < text.size()) {
    const size_t next = std::min(text.find("\n" + mark, at), text.size() - 1) + 1;
    const size_t name = at + mark.size();
    const size_t name_end = text.find('\n', at);
    const std::string path = text.substr(name, name_end - name);
    // In a script the mark is a comment and keeps the lines' numbers; JSON has none.
    const size_t begin = path.ends_with(".keel") ? at : name_end + 1;
    files.push_back({path, text.substr(begin, next - begin)});
    at = next;
  }
  return files;
}

TEST_CASE("each case of tests/diagnostics prints exactly its expected text") {
  const char* update = std::getenv("KEEL_UPDATE");
  for (const fs::path& path : cases()) {
    const test::Checked checked = test::check_files(files_in(contents_of(path)), Depth::full);
    const std::string printed = checked.rendered();
    fs::path expected = path;
    expected.replace_extension(".txt");
    if (update != nullptr && std::string(update) == "1") {
      std::ofstream(expected, std::ios::binary) << printed;
    }
    INFO(path.filename());
    CHECK(printed == contents_of(expected));
  }
}

TEST_CASE("each case shows the code that it is named after") {
  for (const fs::path& path : cases()) {
    const test::Checked checked = test::check_files(files_in(contents_of(path)), Depth::full);
    const std::vector<std::string> codes = checked.codes();
    const std::string wanted = path.filename().string().substr(0, 4);
    INFO(path.filename());
    CHECK(std::find(codes.begin(), codes.end(), wanted) != codes.end());
  }
}

TEST_CASE("every code has a case") {
  std::vector<std::string> named;
  for (const fs::path& path : cases()) named.push_back(path.filename().string().substr(0, 4));
  REQUIRE_FALSE(named.empty());
  for (const Code& code : all_codes()) {
    INFO(code.id);
    CHECK(std::find(named.begin(), named.end(), code.id) != named.end());
  }
}

TEST_CASE("codes are given once, in order, and say what they mean") {
  const auto codes = all_codes();
  for (size_t i = 0; i < codes.size(); ++i) {
    INFO(codes[i].id);
    if (i > 0) CHECK(codes[i - 1].id < codes[i].id);
    CHECK_FALSE(codes[i].title.empty());
    CHECK(codes[i].explanation.ends_with("."));
    CHECK_FALSE(codes[i].example.empty());
  }
}

}  // namespace
}  // namespace keel
