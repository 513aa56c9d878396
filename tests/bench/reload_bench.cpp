// From a saved file to content that runs: what `keel-server --watch` does after the quiet moment.
//
//   reload_bench PACK
//
// Works on a copy of the pack. Prints the median of several loads, for a changed sentence and for a
// changed example of an intent (which trains the model anew).
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <vector>

#include "embed/coach.h"
#include "server/reload.h"

namespace {

namespace fs = std::filesystem;

void add_line(const fs::path& file, const std::string& line) {
  std::ofstream(file, std::ios::app | std::ios::binary) << line << "\n";
}

// The median in milliseconds; -1 when a load was refused.
int64_t median_of(keel::Reloader& reloader, const fs::path& file, const std::string& line) {
  std::vector<int64_t> took;
  for (int i = 0; i < 9; ++i) {
    add_line(file, line + " " + std::to_string(i));
    const std::optional<keel::Reload> reload = reloader.look();
    if (!reload || !reload->program) return -1;
    took.push_back(reload->took.count());
  }
  std::nth_element(took.begin(), took.begin() + 4, took.end());
  return took[4];
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: reload_bench PACK\n");
    return 2;
  }
  const fs::path copy = fs::temp_directory_path() / ("keel-reload-" + std::to_string(::getpid()));
  fs::create_directories(copy);
  for (const char* part : {"dialogs", "intents"})
    fs::copy(fs::path(argv[1]) / part, copy / part, fs::copy_options::recursive);
  keel::Result<std::vector<keel::PackFile>> files = keel::coach_files(copy);
  if (!files) return 1;
  const keel::Compiled compiled = keel::compile(*files, {});
  if (!compiled.program) return 1;
  keel::Reloader reloader(copy, std::move(*files), compiled);
  const int64_t dialogs =
      median_of(reloader, copy / "dialogs" / "arriving" / "menu.keel", "# a remark");
  const fs::path taught = copy / "intents" / "reload-bench.keel";
  add_line(taught, "intent reload-bench\n");
  const int64_t intents = median_of(reloader, taught, "sing me the song of the lighthouse");
  std::printf("dialogs %lld ms  intents %lld ms\n", static_cast<long long>(dialogs),
              static_cast<long long>(intents));
  std::error_code ignored;
  fs::remove_all(copy, ignored);
  return dialogs < 0 || intents < 0 ? 1 : 0;
}
