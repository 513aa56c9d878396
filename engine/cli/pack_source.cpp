#include "cli/pack_source.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>

#include "canonical/program_json.h"
#include "embed/coach.h"

extern char** environ;

namespace keel::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view git_prefix = "git:";

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// A folder that is gone when this is.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    // Six of these letters are what mkdtemp fills in.
    std::string name = (fs::temp_directory_path() / ("keel-diff-" + std::string(6, 'X'))).string();
    if (mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

bool runs(std::vector<std::string> words) {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t child = 0;
  if (posix_spawnp(&child, arguments[0], nullptr, nullptr, arguments.data(), environ) != 0) {
    return false;
  }
  int status = 0;
  return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::optional<PackSource> open_folder(const fs::path& folder) {
  const Result<Compiled> compiled = load_coach(folder);
  if (!compiled) {
    std::cerr << "keel: " << compiled.error().message << "\n";
    return std::nullopt;
  }
  if (!compiled->program) {
    std::cerr << "keel: the pack in " << folder.string() << " has mistakes\n"
              << render_all(*compiled);
    return std::nullopt;
  }
  PackSource pack{compiled->program, {}};
  std::error_code failed;
  fs::recursive_directory_iterator entry(folder / "tests" / "transcripts", failed);
  for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
    if (entry->path().extension() != ".talk") continue;
    pack.talks.push_back({entry->path().lexically_relative(folder).string(), read(entry->path())});
  }
  std::sort(pack.talks.begin(), pack.talks.end(),
            [](const NamedTalk& a, const NamedTalk& b) { return a.name < b.name; });
  return pack;
}

std::optional<PackSource> open_json(const fs::path& path) {
  Result<Loaded> loaded = program_from_json(read(path));
  if (loaded) return PackSource{loaded->program, {}};
  std::cerr << "keel: " << path.string() << ": " << loaded.error().message << "\n";
  return std::nullopt;
}

std::optional<PackSource> open_revision(const std::string& revision, const fs::path& folder) {
  const TemporaryFolder temporary;
  const std::string archive = (temporary.path() / "pack.tar").string();
  const fs::path pack = temporary.path() / "pack";
  std::error_code failed;
  if (temporary.path().empty() || !fs::create_directory(pack, failed)) {
    std::cerr << "keel: no temporary folder can be made\n";
    return std::nullopt;
  }
  // A revision that begins with "-" would be read as an option.
  const bool sound = !revision.empty() && revision[0] != '-';
  if (!sound || !runs({"git", "-C", folder.string(), "archive", "--output", archive, revision}) ||
      !runs({"tar", "-xf", archive, "-C", pack.string()})) {
    std::cerr << "keel: no revision \"" << revision << "\" of " << folder.string() << "\n";
    return std::nullopt;
  }
  return open_folder(pack);
}

}  // namespace

std::optional<PackSource> open_pack(const std::string& name, const fs::path& beside) {
  if (name.starts_with(git_prefix)) return open_revision(name.substr(git_prefix.size()), beside);
  if (fs::path(name).extension() == ".json") return open_json(name);
  return open_folder(name);
}

}  // namespace keel::cli
