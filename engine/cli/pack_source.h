#pragma once
// pack_source: a pack to compare with, wherever it is: a folder, a canonical .json file, or
// `git:REV`, the pack as it stands in that revision of its repository.
//
//   std::optional<PackSource> old_pack = open_pack("git:HEAD~1", "dialogs-folder");
//   if (!old_pack) return 1;   // what is wrong was told on stderr
//
// Threads: one at a time. Failure: nothing, after it was told on stderr.
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "change/diff.h"

namespace keel::cli {

struct PackSource {
  std::shared_ptr<const Program> program;
  std::vector<NamedTalk> talks;
};

// `beside`: the folder that a `git:` revision is of.
std::optional<PackSource> open_pack(const std::string& name, const std::filesystem::path& beside);

}  // namespace keel::cli
