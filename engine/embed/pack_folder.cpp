#include "embed/pack_folder.h"

#include <algorithm>

#include "files/text_file.h"

namespace keel {
namespace {

namespace fs = std::filesystem;

constexpr uintmax_t file_bytes_max = 4U << 20U;

bool is_content(const fs::path& path) {
  return path.extension() == ".keel" || path.filename() == "help-lines.json" ||
         path.filename() == "style.txt";
}

Status read_file(const fs::path& root, const fs::path& path, std::vector<PackFile>& out) {
  std::error_code failed;
  if (fs::file_size(path, failed) > file_bytes_max && !failed) {
    return Error{ErrorCode::limit, path.string() + " is over 4 MiB"};
  }
  Result<std::string> text = read_text_file(path);
  if (!text) return text.error();
  out.push_back({path.lexically_relative(root).generic_string(), std::move(*text)});
  return Done{};
}

}  // namespace

Result<std::vector<PackFile>> read_pack(const fs::path& folder) {
  std::error_code failed;
  if (!fs::is_directory(folder / "dialogs", failed)) {
    return Error{ErrorCode::not_found,
                 "no pack in " + folder.string() +
                     ": a pack is a folder with `dialogs` and `intents` in it"};
  }
  std::vector<PackFile> files;
  for (const char* part : {"dialogs", "intents"}) {
    fs::recursive_directory_iterator entry(folder / part, failed);
    if (failed) continue;
    for (; entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
      if (failed) return Error{ErrorCode::denied, "cannot list " + (folder / part).string()};
      if (entry->path().string().ends_with(".keel.txt")) {
        return Error{ErrorCode::invalid_argument,
                     entry->path().string() + " would not be read: its name must end in .keel"};
      }
      if (!is_content(entry->path())) continue;
      if (!entry->is_regular_file(failed))
        return Error{ErrorCode::invalid_argument, entry->path().string() + " is not a file"};
      const Status read = read_file(folder, entry->path(), files);
      if (!read) return read.error();
    }
  }
  std::sort(files.begin(), files.end(),
            [](const PackFile& a, const PackFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace keel
