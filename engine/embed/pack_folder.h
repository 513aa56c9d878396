#pragma once
// pack_folder: a pack's files from disk. The one place where content is read.
// Failure: not_found (no such folder, or no `dialogs` in it), denied, limit (a file over 4 MiB).
#include <filesystem>
#include <vector>

#include "base/result.h"
#include "script/compile.h"

namespace keel {

// `dialogs/**` and `intents/**`, sorted by path.
Result<std::vector<PackFile>> read_pack(const std::filesystem::path& folder);

}  // namespace keel
