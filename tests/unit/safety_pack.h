#pragma once
// The bundled safety rules, read once for the tests of them.
#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "contents.h"
#include "script/safety_rules.h"
#include "understand/safety_reader.h"

namespace keel {

struct SafetyPack {
  SafetyContent content;
  SafetyReader reader;
  std::vector<Diagnostic> mistakes;

  SafetyPack() {
    std::vector<std::filesystem::path> paths;
    const std::filesystem::path folder = std::filesystem::path(KEEL_PACK) / "intents/safety";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (entry.path().extension() == ".keel") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<Source> sources;
    for (const auto& path : paths)
      sources.emplace_back(path.filename().string(), test::contents_of(path));
    std::vector<const Source*> places;
    for (const Source& source : sources) places.push_back(&source);
    content = read_safety_rules(places, mistakes);
    reader = SafetyReader::build(content, mistakes);
  }

  // "suicide high" for the worst finding, "none" for none.
  std::string worst(std::string_view message, const SafetyContext& context = {}) const {
    const std::vector<SafetyFinding> found = reader.read(Text::read(message), context);
    if (found.empty()) return "none";
    return found.front().category + " " + std::string(name_of(found.front().level));
  }
};

inline const SafetyPack& safety_pack() {
  static const SafetyPack pack;
  return pack;
}

}  // namespace keel
