// One mistake in a flow that is right otherwise: tests/seeded holds some forty, of the kind that
// writers make. Each yields one diagnostic and no other, of the code and at the place that its
// first lines name: "# K012 17:9". KEEL_UPDATE=1 changes nothing here: the places are the point.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "script_cases.h"
#include "script_front.h"

namespace keel {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> seeded() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(KEEL_TESTS) / "seeded"))
    paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

// "K012 17:9" of the line "# K012 17:9"; empty: the case is right as it is.
std::string expected_in(const std::string& text) {
  const size_t mark = text.find("# K");
  return mark == std::string::npos ? "" : text.substr(mark + 2, text.find('\n', mark) - mark - 2);
}

std::vector<PackFile> files_of(const std::string& text) {
  std::vector<PackFile> files = test::files_in(text);
  const size_t flow = text.find("\nflow ");
  if (files.size() == 1 && flow != std::string::npos) {
    const size_t id = flow + 6;
    files[0].path = "dialogs/" + text.substr(id, text.find('\n', id) - id) + ".keel";
  }
  return files;
}

std::string found_in(const test::Checked& checked) {
  std::string found;
  for (const Diagnostic& diagnostic : checked.diagnostics) {
    for (const Source& source : checked.front->sources) {
      if (source.path() != diagnostic.path) continue;
      const Position at = source.position(diagnostic.span.begin);
      found += (found.empty() ? "" : ", ") + diagnostic.code + " " + std::to_string(at.line) + ":" +
               std::to_string(at.column);
    }
  }
  return found;
}

TEST_CASE("one mistake gives one diagnostic, at its place", "[seeded]") {
  size_t mistakes = 0;
  for (const fs::path& path : seeded()) {
    const std::string text = test::contents_of(path);
    const test::Checked checked = test::check_files(files_of(text), Depth::full);
    INFO(path.filename().string() << "\n" << checked.rendered());
    CHECK(found_in(checked) == expected_in(text));
    mistakes += expected_in(text).empty() ? 0 : 1;
  }
  CHECK(mistakes >= 30);
}

}  // namespace
}  // namespace keel
