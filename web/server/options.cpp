#include "server/options.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <set>

namespace keel {
namespace {

namespace fs = std::filesystem;

constexpr int usage_error = 2;

bool is_pack(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "dialogs", ignored) &&
         fs::is_directory(folder / "intents", ignored);
}

// The project's folder, when this program stands in its build folder (build/release/keel-server).
fs::path installed_root() {
  std::error_code failed;
  const fs::path self = fs::read_symlink("/proc/self/exe", failed);
  if (failed) return {};
  for (fs::path folder = self.parent_path(); folder.has_relative_path();
       folder = folder.parent_path()) {
    if (is_pack(folder)) return folder;
  }
  return {};
}

std::string default_pack() {
  if (is_pack(".")) return ".";
  const fs::path root = installed_root();
  return root.empty() ? "." : root.string();
}

std::string default_page() {
  const fs::path root = installed_root();
  return ((root.empty() ? fs::path(".") : root) / "web" / "widget" / "dist").string();
}

// Outside the data folder, so that a copy of the data alone can be read by nobody.
std::string default_key_file() {
  if (const char* config = std::getenv("XDG_CONFIG_HOME"); config != nullptr && *config != '\0') {
    return std::string(config) + "/keel/master.key";
  }
  const char* home = std::getenv("HOME");
  return std::string(home != nullptr && *home != '\0' ? home : ".") + "/.config/keel/master.key";
}

}  // namespace

ParsedOptions parse_options(int argc, const char* const* argv) {
  ParsedOptions parsed;
  Options& options = parsed.options;
  options.pack = default_pack();
  options.page = default_page();
  options.key_file = default_key_file();
  CLI::App app("Serves the coach: the page, its WebSocket, and what is kept.", "keel-server");
  app.set_version_flag("--version", std::string("keel ") + KEEL_VERSION);
  app.add_option("--host", options.settings.host, "Address to listen on")->capture_default_str();
  app.add_option("--port", options.settings.port, "Port; 0 picks one")->capture_default_str();
  app.add_option("--db", options.database, "SQLite file; made when it is missing")
      ->capture_default_str();
  app.add_option("--key-file", options.key_file,
                 "Master key, outside the data folder; made with a new database. "
                 "KEEL_MASTER_KEY in the environment goes before it")
      ->capture_default_str();
  app.add_option("--pack", options.pack,
                 "Folder with dialogs/ and intents/, or a document of `keel build`")
      ->capture_default_str();
  app.add_flag("--approved-only", options.approved_only,
               "Serve only a pack whose every line somebody has signed (keel approve)");
  app.add_flag("--watch", options.watch,
               "Take up a changed pack at once; its mistakes show here and in the page's console");
  app.add_option("--static", options.page, "Folder of the built page")->capture_default_str();
  app.add_option("--allow-origin", options.settings.allowed_origins,
                 "Page that may connect, such as https://example.org (repeats)");
  app.add_option("--messages-per-second", options.settings.limits.messages_per_second,
                 "From one socket; 0: no limit")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  app.add_option("--connections", options.settings.limits.connections_max, "Open at once, at most")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  app.add_option("--log-level", options.log_level, "Of the log on stderr")
      ->check(CLI::IsMember(std::set<std::string>{"debug", "info", "warn", "error", "off"}))
      ->capture_default_str();
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& wrong) {
    parsed.exit_code = app.exit(wrong, std::cout, std::cerr) == 0 ? 0 : usage_error;
  }
  return parsed;
}

}  // namespace keel
