#include "cli/pack_source.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <iostream>

#include "cli/pack_option.h"
#include "embed/load_program.h"
#include "files/text_file.h"

extern char** environ;

namespace keel::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view git_prefix = "git:";

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

// A folder or a document; only a folder has talks beside it.
std::optional<PackSource> open_path(const fs::path& path) {
  const std::optional<Compiled> compiled = load_all_or_complain(path.string());
  if (!compiled) {
    std::cerr << "keel: " << path.string() << " cannot be compared\n";
    return std::nullopt;
  }
  PackSource pack{compiled->program, {}};
  if (is_document(path)) return pack;
  for (const fs::path& file : talk_files(path)) {
    Result<std::string> text = read_text_file(file);
    if (!text) {
      std::cerr << "keel: " << text.error().message << "\n";
      return std::nullopt;
    }
    pack.talks.push_back({file.lexically_relative(path).string(), std::move(*text)});
  }
  return pack;
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
  return open_path(pack);
}

}  // namespace

std::optional<PackSource> open_pack(const std::string& name, const fs::path& beside) {
  if (name.starts_with(git_prefix)) return open_revision(name.substr(git_prefix.size()), beside);
  return open_path(name);
}

}  // namespace keel::cli
