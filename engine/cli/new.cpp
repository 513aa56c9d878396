// keel new: a small coach to begin with.
#include <iostream>

#include "cli/commands.h"
#include "cli/fail.h"
#include "cli/pack_option.h"
#include "cli/starter.h"
#include "files/text_file.h"

namespace keel::cli {
namespace {

namespace fs = std::filesystem;

int begin_pack(const std::string& asked) {
  const fs::path folder = asked;
  std::error_code failed;
  if (fs::exists(folder, failed) && !fs::is_directory(folder, failed))
    return fail(asked + " is there already, and is not a folder");
  if (fs::exists(folder, failed) && !fs::is_empty(folder, failed))
    return fail("the folder " + asked + " is not empty; nothing was written");
  for (const PackFile& file : starter_pack()) {
    const fs::path path = folder / file.path;
    fs::create_directories(path.parent_path(), failed);
    const Status written = write_text_file(path, file.text);
    if (!written) return fail(written.error().message);
    std::cout << path.string() << "\n";
  }
  std::cerr << "A small coach stands in the folder " << folder.string()
            << "\nTalk with it: keel chat --pack " << asked << "\n";
  return 0;
}

}  // namespace

void add_new(CLI::App& app, Run& run) {
  auto folder = std::make_shared<std::string>();
  CLI::App* command =
      app.add_subcommand("new", "Write a small coach into a new folder, to begin with");
  command->add_option("PACK", *folder, "the folder; it is made, and must be empty if it is there")
      ->required();
  command->callback([folder, &run] { run = [folder] { return begin_pack(*folder); }; });
}

}  // namespace keel::cli
