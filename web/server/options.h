#pragma once
// Options: what stands on the command line of keel-server, with where things are when it is not
// said.
//
//   ParsedOptions parsed = parse_options(argc, argv);
//   if (parsed.exit_code) return *parsed.exit_code;  // --help was printed, or the usage is wrong
//
// Threads: one, at start. Failure: an exit code; what is wrong is on stderr.
#include <optional>
#include <string>

#include "server/server.h"

namespace keel {

struct Options {
  ServerSettings settings;
  std::string pack;
  std::string database = "data/keel.db";
  std::string page;  // folder of the built page
  std::string key_file;
  std::string log_level = "info";
  bool approved_only = false;  // every line must be signed off
  bool watch = false;          // reload the pack when a file of it changes
};

struct ParsedOptions {
  Options options;
  std::optional<int> exit_code;
};

ParsedOptions parse_options(int argc, const char* const* argv);

}  // namespace keel
