// Prints every mistake in a pack's folder; exit 1 when there is an error.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "script/front.h"

namespace {

std::vector<keel::PackFile> files_of(const std::filesystem::path& root) {
  std::vector<keel::PackFile> files;
  for (const char* folder : {"dialogs", "intents"}) {
    if (!std::filesystem::is_directory(root / folder)) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      std::ostringstream text;
      text << in.rdbuf();
      files.push_back({std::filesystem::relative(entry.path(), root).generic_string(), text.str()});
    }
  }
  std::sort(files.begin(), files.end(),
            [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

}  // namespace

int main(int argc, char** argv) {
  const std::filesystem::path root = argc > 1 ? argv[1] : ".";
  keel::Report report;
  const keel::Front front = keel::read_front(files_of(root), report);
  const std::vector<keel::Diagnostic> found = report.take();
  for (const keel::Diagnostic& diagnostic : found) {
    for (const keel::Source& source : front.sources) {
      if (source.path() == diagnostic.path) std::cout << keel::render(diagnostic, source);
    }
  }
  std::cerr << front.flows.size() << " flows, " << found.size() << " mistakes\n";
  return keel::has_errors(found) ? 1 : 0;
}
