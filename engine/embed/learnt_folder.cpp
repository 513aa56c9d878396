#include "embed/learnt_folder.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "files/text_file.h"

namespace keel {
namespace {

namespace fs = std::filesystem;

constexpr size_t kept_max = 8;
constexpr const char* ending = ".learnt";

fs::path file_of(const fs::path& folder, uint64_t key) {
  char name[17];
  std::snprintf(name, sizeof name, "%016llx", static_cast<unsigned long long>(key));
  return folder / (std::string(name) + ending);
}

void drop_old(const fs::path& folder) {
  struct Kept {
    fs::file_time_type at;
    fs::path path;
  };
  std::vector<Kept> kept;
  std::error_code failed;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed)) {
    if (entry->path().extension() != ending) continue;
    std::error_code gone;
    kept.push_back({entry->last_write_time(gone), entry->path()});
  }
  std::sort(kept.begin(), kept.end(), [](const Kept& a, const Kept& b) { return a.at > b.at; });
  for (size_t i = kept_max; i < kept.size(); ++i) fs::remove(kept[i].path, failed);
}

void keep(const fs::path& folder, const fs::path& file, const TrainedIntents& trained) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed || !write_text_file(file, to_bytes(trained))) return;
  drop_old(folder);
}

const char* set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value == '/' ? value : nullptr;
}

}  // namespace

Learn learn_once(const fs::path& folder) {
  if (folder.empty()) return learn_intents;
  return [folder](std::span<const IntentContent> intents, uint64_t seed, const Both& both) {
    const fs::path file = file_of(folder, learning_key(intents, seed));
    if (const Result<std::string> bytes = read_text_file(file)) {
      if (std::optional<TrainedIntents> kept = trained_from_bytes(*bytes)) return std::move(*kept);
    }
    TrainedIntents trained = learn_intents(intents, seed, both);
    keep(folder, file, trained);
    return trained;
  };
}

fs::path cache_folder() {
  if (const char* cache = set("XDG_CACHE_HOME")) return fs::path(cache) / "keel";
  if (const char* home = set("HOME")) return fs::path(home) / ".cache" / "keel";
  return {};
}

}  // namespace keel
