// keel fmt: scripts mended in everything but their words.
#include <algorithm>
#include <iostream>

#include "cli/commands.h"
#include "cli/pack_option.h"
#include "files/text_file.h"
#include "format/format.h"

namespace keel::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string pack;
  std::vector<std::string> files;
  bool check = false;
};

std::vector<fs::path> scripts_in(const fs::path& pack) {
  std::vector<fs::path> paths;
  for (const char* part : {"dialogs", "intents"}) {
    std::error_code failed;
    fs::recursive_directory_iterator entry(pack / part, failed);
    if (failed) continue;
    for (; entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
      if (failed) break;
      if (entry->is_regular_file(failed) && entry->path().extension() == ".keel")
        paths.push_back(entry->path());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

enum class Outcome : uint8_t { right, mended, failed };

Outcome mend(const fs::path& path, bool only_check) {
  const Result<std::string> text = read_text_file(path);
  if (!text) {
    std::cerr << "keel: " << text.error().message << "\n";
    return Outcome::failed;
  }
  const std::optional<std::string> after = formatted(Source(path.string(), *text));
  if (!after) {
    std::cerr << "keel: left as it is: " << path.string()
              << ": what belongs to what is unclear; `keel check` tells where\n";
    return Outcome::failed;
  }
  if (*after == *text) return Outcome::right;
  std::cout << path.string() << "\n";
  if (only_check) return Outcome::mended;
  const Status written = write_text_file(path, *after);
  if (written) return Outcome::mended;
  std::cerr << "keel: " << written.error().message << "\n";
  return Outcome::failed;
}

int fmt(const Options& options) {
  std::vector<fs::path> paths(options.files.begin(), options.files.end());
  if (paths.empty()) paths = scripts_in(pack_folder(options.pack));
  if (paths.empty()) {
    std::cerr << "keel: no scripts in " << pack_folder(options.pack).string() << "\n";
    return 1;
  }
  bool mended = false, failed = false;
  for (const fs::path& path : paths) {
    const Outcome outcome = mend(path, options.check);
    mended = mended || outcome == Outcome::mended;
    failed = failed || outcome == Outcome::failed;
  }
  return failed || (options.check && mended) ? 1 : 0;
}

}  // namespace

void add_fmt(CLI::App& app, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "fmt", "Mend indentation, tabs, blanks and quotation marks; no spoken letter is changed");
  add_pack_option(*command, options->pack);
  command->add_option("FILES", options->files, "scripts to mend (default: those of the pack)");
  command->add_flag("--check", options->check,
                    "change nothing; name what would be mended, and exit with 1");
  command->callback([options, &run] { run = [options] { return fmt(*options); }; });
}

}  // namespace keel::cli
