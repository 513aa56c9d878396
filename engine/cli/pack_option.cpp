#include "cli/pack_option.h"

#include <algorithm>
#include <iostream>

#include "embed/coach.h"
#include "embed/learnt_folder.h"
#include "embed/load_program.h"

namespace keel::cli {
namespace {

namespace fs = std::filesystem;

bool is_pack(const fs::path& folder) {
  std::error_code failed;
  return fs::is_directory(folder / "dialogs", failed) &&
         fs::is_directory(folder / "intents", failed);
}

}  // namespace

void add_pack_option(CLI::App& command, std::string& pack) {
  command.add_option("--pack", pack,
                     "folder with intents/ and dialogs/, or a document of `keel build` (default: "
                     "this folder, else "
                     "the installed coach)");
}

fs::path program_folder() {
  std::error_code failed;
  const fs::path self = fs::read_symlink("/proc/self/exe", failed);
  return failed ? fs::current_path() : self.parent_path();
}

fs::path pack_folder(const std::string& asked) {
  if (!asked.empty()) return asked;
  if (is_pack(fs::current_path())) return fs::current_path();
  const fs::path program = program_folder();
  // Installed: PREFIX/bin/keel and PREFIX/share/keel; built: TREE/build/PRESET/keel.
  for (const fs::path& place : {program / "../share/keel", program / "../.."}) {
    if (is_pack(place)) return fs::weakly_canonical(place);
  }
  return fs::current_path();
}

CompileOptions load_options() {
  CompileOptions options;
  options.both = side_by_side();
  options.learn = learn_once(cache_folder());
  return options;
}

std::vector<fs::path> talk_files(const fs::path& pack) {
  std::vector<fs::path> paths;
  std::error_code failed;
  fs::recursive_directory_iterator entry(pack / "tests" / "transcripts", failed);
  for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
    if (entry->path().extension() == ".talk") paths.push_back(entry->path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::optional<Compiled> load_all_or_complain(const std::string& pack) {
  Result<Compiled> compiled = load_program(pack_folder(pack), load_options());
  if (!compiled) {
    std::cerr << "keel: " << compiled.error().message << "\n";
    return std::nullopt;
  }
  if (compiled->program) return std::move(*compiled);
  std::cerr << render_all(*compiled);
  return std::nullopt;
}

std::shared_ptr<const Program> load_or_complain(const std::string& pack) {
  const std::optional<Compiled> compiled = load_all_or_complain(pack);
  return compiled ? compiled->program : nullptr;
}

}  // namespace keel::cli
