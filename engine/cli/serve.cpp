// keel serve: starts keel-server, which stands beside this program, with the same arguments.
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <iostream>
#include <vector>

#include "cli/commands.h"
#include "cli/pack_option.h"

namespace keel::cli {
namespace {

struct Options {
  std::string host, port, db, pack, widget, key_file;
};

int serve(const Options& options) {
  const std::string server = (program_folder() / "keel-server").string();
  std::vector<std::string> arguments = {server, "--pack", pack_folder(options.pack).string()};
  const auto pass = [&](const char* name, const std::string& value) {
    if (!value.empty()) arguments.insert(arguments.end(), {name, value});
  };
  pass("--host", options.host);
  pass("--port", options.port);
  pass("--db", options.db);
  pass("--static", options.widget);
  pass("--key-file", options.key_file);
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  execv(server.c_str(), argv.data());
  std::cerr << "keel: cannot start " << server << ": " << std::strerror(errno) << "\n";
  return 1;
}

}  // namespace

void add_serve(CLI::App& app, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("serve", "Start the coach and the page to talk to it");
  add_pack_option(*command, options->pack);
  command->add_option("--host", options->host, "address to listen on (default 127.0.0.1)");
  command->add_option("--port", options->port, "port; 0 picks a free one (default 8080)")
      ->check(CLI::Range(0, 65535));
  command->add_option("--db", options->db,
                      "database file (default data/keel.db in the current folder)");
  command->add_option("--static", options->widget, "folder with the built page");
  command->add_option("--key-file", options->key_file, "master key, kept outside the data folder");
  command->callback([options, &run] { run = [options] { return serve(*options); }; });
}

}  // namespace keel::cli
