// The shape of the house, checked by a program: who may include whom, libraries only at home,
// sizes, no clock and no randomness in the core, no left-over marks.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

const fs::path root = KEEL_PACK;

// A folder may include itself and these.
const std::map<std::string, std::set<std::string>> may_include = {
    {"base", {}},
    {"text", {"base"}},
    {"files", {"base"}},
    {"understand", {"text", "base"}},
    {"abilities", {"understand", "text", "base"}},
    {"dialog", {"abilities", "understand", "text", "base"}},
    {"script", {"dialog", "abilities", "understand", "text", "base"}},
    {"verify", {"script", "dialog", "abilities", "understand", "text", "base"}},
    {"format", {"script", "base"}},
    {"store", {"dialog", "understand", "base"}},
    {"embed",
     {"files", "canonical", "script", "store", "dialog", "abilities", "understand", "text",
      "base"}},
    // What writers and reviewers work with; none of it is needed to talk.
    {"canonical", {"dialog", "understand", "text", "base"}},
    {"talk", {"store", "dialog", "understand", "text", "base"}},
    {"change", {"talk", "script", "dialog", "base"}},
    {"review", {"files", "script", "dialog", "understand", "text", "base"}},
    {"draw", {"script", "dialog", "text", "base"}},
    {"measure", {"understand", "text", "base"}},
    {"cli",
     {"measure", "files", "embed", "format", "canonical", "talk", "change", "review", "draw",
      "verify", "script", "store", "dialog", "abilities", "understand", "text", "base"}},
    {"server",
     {"embed", "review", "verify", "script", "store", "dialog", "text", "understand", "base"}},
};

struct Home {
  std::string header;
  std::set<std::string> folders;
};

const std::vector<Home> homes = {
    {"<unicode/", {"text"}},
    {"<nlohmann/", {"script", "measure", "store", "server", "embed", "cli", "canonical", "review"}},
    {"<boost/", {"server"}},
    {"<sqlite3.h>", {"store"}},
    {"<sodium", {"store", "review"}},
    {"<spdlog/", {"server"}},
    {"<CLI/", {"cli", "server"}},
};

Lines lines_of(const fs::path& path) {
  std::ifstream in(path);
  Lines lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool is_code(const fs::path& path) {
  return path.extension() == ".cpp" || path.extension() == ".h";
}

std::vector<fs::path> files_under(const std::vector<fs::path>& folders,
                                  bool (*wanted)(const fs::path&)) {
  std::vector<fs::path> files;
  for (const fs::path& folder : folders) {
    if (!fs::exists(root / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string name = entry.path().string();
      const bool built = name.find("node_modules") != std::string::npos ||
                         name.find("/dist/") != std::string::npos;
      if (entry.is_regular_file() && !built && wanted(entry.path())) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<fs::path> product_code() {
  return files_under({"engine", "web/server"}, is_code);
}

std::string folder_of(const fs::path& file) {
  return file.parent_path().filename().string();
}

// Columns, not bytes.
size_t width(const std::string& line) {
  return static_cast<size_t>(std::count_if(line.begin(), line.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

// The longest stretch from a line that ends in "{" in column 1 scope to its closing "}" in
// column 1.
size_t longest_function(const Lines& lines) {
  size_t longest = 0, begun = 0;
  bool inside = false;
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::string& line = lines[i];
    const bool opens = !line.empty() && line[0] != ' ' && line[0] != '}' && line.back() == '{' &&
                       line.find('(') != std::string::npos && line.rfind("namespace", 0) != 0;
    if (!inside && opens) {
      inside = true;
      begun = i;
    }
    if (inside && line == "}") {
      longest = std::max(longest, i - begun + 1);
      inside = false;
    }
  }
  return longest;
}

}  // namespace

TEST_CASE("folders include only what lies below them") {
  for (const fs::path& file : product_code()) {
    const auto rule = may_include.find(folder_of(file));
    if (rule == may_include.end()) continue;
    for (const std::string& line : lines_of(file)) {
      if (line.rfind("#include \"", 0) != 0) continue;
      const std::string included = line.substr(10, line.find('/', 10) - 10);
      CAPTURE(fs::relative(file, root).string(), line);
      const bool known = may_include.count(included) != 0;
      CHECK((!known || included == rule->first || rule->second.count(included) != 0));
    }
  }
}

TEST_CASE("a library is used only at its home") {
  for (const fs::path& file : product_code()) {
    for (const std::string& line : lines_of(file)) {
      for (const Home& home : homes) {
        if (line.rfind("#include " + home.header, 0) != 0) continue;
        CAPTURE(fs::relative(file, root).string(), line);
        CHECK(home.folders.count(folder_of(file)) == 1);
      }
    }
  }
}

TEST_CASE("ICU stands in one file, Beast in at most three") {
  size_t icu = 0, beast = 0;
  for (const fs::path& file : product_code()) {
    const Lines lines = lines_of(file);
    const auto has = [&](const char* start) {
      return std::any_of(lines.begin(), lines.end(),
                         [&](const std::string& l) { return l.rfind(start, 0) == 0; });
    };
    icu += has("#include <unicode/") ? 1 : 0;
    beast += has("#include <boost/beast") ? 1 : 0;
  }
  CHECK(icu == 1);
  CHECK(beast >= 1);
  CHECK(beast <= 3);
}

TEST_CASE("files, functions and lines keep to their sizes") {
  for (const fs::path& file : files_under({"engine", "web/server", "tests"}, is_code)) {
    const Lines lines = lines_of(file);
    CAPTURE(fs::relative(file, root).string());
    CHECK(lines.size() <= (file.extension() == ".h" ? 200 : 500));
    CHECK(longest_function(lines) <= 70);
    for (size_t i = 0; i < lines.size(); ++i) {
      CAPTURE(i + 1);
      if (width(lines[i]) > 100) CHECK(width(lines[i]) <= 100);
    }
  }
}

TEST_CASE("the core reads no clock, throws no dice and prints nothing") {
  const char* banned[] = {"std::chrono", "time(nullptr)", "std::rand",   "random_device",
                          "std::cout",   "std::cerr",     "getenv",      "std::regex",
                          "std::locale", "std::thread",   "std::mt19937"};
  for (const fs::path& file : files_under(
           {"engine/base", "engine/text", "engine/understand", "engine/abilities", "engine/dialog"},
           is_code)) {
    for (const std::string& line : lines_of(file)) {
      for (const char* word : banned) {
        CAPTURE(fs::relative(file, root).string(), line);
        CHECK(line.find(word) == std::string::npos);
      }
    }
  }
}

TEST_CASE("nothing is left for later in a comment, and headers open with what they offer") {
  for (const fs::path& file : product_code()) {
    const Lines lines = lines_of(file);
    CAPTURE(fs::relative(file, root).string());
    for (const std::string& line : lines) {
      for (const char* mark : {"TO"
                               "DO",
                               "FIX"
                               "ME",
                               "XX"
                               "X",
                               "not implemented"}) {
        CAPTURE(line);
        CHECK(line.find(mark) == std::string::npos);
      }
    }
    if (file.extension() != ".h") continue;
    REQUIRE(lines.size() > 2);
    CHECK(lines[0] == "#pragma once");
    CHECK(lines[1].rfind("// ", 0) == 0);
  }
}
