// keel serve: starts keel-server, which stands beside this program, with the same arguments.
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <iostream>
#include <vector>

#include "cli/commands.h"
#include "cli/pack_option.h"

namespace keel::cli {
namespace {

bool names_pack(const std::string& argument) {
  return argument == "--pack" || argument.starts_with("--pack=");
}

int serve(std::vector<std::string> arguments) {
  const std::string server = (program_folder() / "keel-server").string();
  arguments.insert(arguments.begin(), server);
  if (std::none_of(arguments.begin(), arguments.end(), names_pack)) {
    arguments.insert(arguments.end(), {"--pack", pack_folder("").string()});
  }
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  execv(server.c_str(), argv.data());
  std::cerr << "keel: cannot start " << server << ": " << std::strerror(errno) << "\n";
  return 1;
}

}  // namespace

void add_serve(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("serve", "Start the coach and the page to talk to it");
  // The server reads its own arguments, `--help` too.
  command->set_help_flag();
  command->prefix_command();
  command->callback(
      [command, &run] { run = [arguments = command->remaining()] { return serve(arguments); }; });
}

}  // namespace keel::cli
