#include <algorithm>
#include <string>

#include "targets.h"
#include "verify/check_pack.h"

namespace keel::fuzz {
namespace {

constexpr size_t files_max = 12;

std::vector<PackFile> files_in(std::string_view bytes) {
  std::vector<PackFile> files;
  while (!bytes.empty() && files.size() < files_max) {
    const size_t end = bytes.find("\n@@ ");
    std::string_view one = bytes.substr(0, end);
    bytes = end == std::string_view::npos ? std::string_view() : bytes.substr(end + 1);
    if (one.starts_with("@@ ")) one.remove_prefix(3);
    const size_t line = one.find('\n');
    const std::string path(one.substr(0, line));
    const auto same = [&](const PackFile& file) { return file.path == path; };
    if (std::any_of(files.begin(), files.end(), same)) continue;
    files.push_back(
        {path, line == std::string_view::npos ? "" : std::string(one.substr(line + 1))});
  }
  return files;
}

void check(const std::vector<PackFile>& files, Depth depth) {
  const Checked checked = check_pack(files, depth, "2026-11-21");
  for (const Diagnostic& one : checked.diagnostics) {
    for (const Source& source : checked.front->sources) {
      if (source.path() == one.path) must(!render(one, source).empty());
    }
  }
}

}  // namespace

void script(std::string_view bytes) {
  const std::vector<PackFile> files = files_in(bytes);
  check(files, Depth::fast);
  check(files, Depth::full);
}

}  // namespace keel::fuzz
