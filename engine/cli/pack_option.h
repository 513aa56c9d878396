#pragma once
// The `--pack DIR|FILE.json` that every subcommand has, and the loading that follows from it.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "script/compile.h"

namespace keel::cli {

void add_pack_option(CLI::App& command, std::string& pack);

// The folder asked for, else the current one if it is a pack, else the installed coach.
std::filesystem::path pack_folder(const std::string& asked);

// The folder this program stands in.
std::filesystem::path program_folder();

// How the commands load a pack: with a second thread, and with what was learnt from the same
// examples before.
CompileOptions load_options();

// The talks of a pack: its tests/transcripts/**.talk, sorted.
std::vector<std::filesystem::path> talk_files(const std::filesystem::path& pack);

// The pack, compiled or loaded, with what its reader was built from; nothing after its mistakes
// were printed on stderr.
std::optional<Compiled> load_all_or_complain(const std::string& pack);

// The compiled pack, or null after its mistakes were printed on stderr.
std::shared_ptr<const Program> load_or_complain(const std::string& pack);

}  // namespace keel::cli
