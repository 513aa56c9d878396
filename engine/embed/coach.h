#pragma once
// coach: a pack from disk, together with the base pack, compiled. What every program around the
// engine starts with.
//
//   Result<Compiled> coach = load_coach("/srv/my-pack");
//   if (!coach) return fail(coach.error());                  // the folder cannot be read
//   if (!coach->program) return print(coach->diagnostics);   // the content has mistakes
//   Response response = respond(*coach->program, session, journal, event);
//
// A pack may reword the base pack's flows (a file of the same name) and add to its rules; what it
// leaves out is there all the same, so nobody can lose the safety layer by forgetting a file.
// Threads: load anywhere; the Program is immutable.
#include <deque>
#include <filesystem>

#include "base/result.h"
#include "embed/side_by_side.h"
#include "script/compile.h"

namespace keel {

std::vector<PackFile> with_base_pack(std::vector<PackFile> pack);

// The folder's files with the base pack, as `compile` and `check_pack` take them.
Result<std::vector<PackFile>> coach_files(const std::filesystem::path& folder);

Result<Compiled> load_coach(const std::filesystem::path& folder,
                            const CompileOptions& options = {.both = side_by_side()});

// Every diagnostic of a load, rendered, with a closing count.
std::string render_all(const Compiled& compiled);
std::string render_all(const std::vector<Diagnostic>& diagnostics,
                       const std::deque<Source>& sources);

}  // namespace keel
