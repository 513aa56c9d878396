#pragma once
// Reads the plain intents files of a folder for the benches, without the script compiler: `intent`,
// examples, `pattern:` and `list` lines. Mistakes in them are the compiler's business.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "understand/reader.h"

namespace keel {

inline ContentLine bench_line(std::string text) {
  const auto size = static_cast<uint32_t>(text.size());
  return {std::move(text), "intents", {0, size}};
}

inline void add_list(const std::string& line, ReaderContent& content) {
  const size_t colon = line.find(':');
  if (colon == std::string::npos) return;
  WordListContent list{line.substr(5, colon - 5), {}};
  std::string entry;
  int depth = 0;
  for (const char c : line.substr(colon + 1) + ",") {
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
    if (c == ',' && depth == 0) {
      const size_t begin = entry.find_first_not_of(' ');
      if (begin != std::string::npos) list.entries.push_back(bench_line(entry.substr(begin)));
      entry.clear();
    } else {
      entry.push_back(c);
    }
  }
  content.lists.push_back(std::move(list));
}

inline ReaderContent intents_of_folder(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string path = file.path().string();
    const bool safety = path.find("/safety/") != std::string::npos;
    if (file.path().extension() == ".keel" && !safety) paths.push_back(path);
  }
  std::sort(paths.begin(), paths.end());
  ReaderContent content;
  for (const std::string& path : paths) {
    std::ifstream file(path);
    std::string line;
    while (std::getline(file, line)) {
      const bool head = line.starts_with("means:") || line.starts_with("not:");
      if (line.empty() || line[0] == '#' || head) continue;
      if (line.starts_with("list ")) {
        add_list(line, content);
      } else if (line.starts_with("intent ")) {
        content.intents.push_back({line.substr(7), {}, {}});
      } else if (!content.intents.empty()) {
        IntentContent& intent = content.intents.back();
        if (line.starts_with("pattern: ")) {
          intent.patterns.push_back(bench_line(line.substr(9)));
        } else {
          intent.examples.push_back(bench_line(line));
        }
      }
    }
  }
  return content;
}

}  // namespace keel
