#pragma once
// load_program: a coach from wherever it stands: the folder of a pack, which is compiled, or a
// document that `keel build` wrote, which is loaded without the compiler.
//
//   Result<Compiled> coach = load_program("/srv/coach.json");
//   if (!coach) return fail(coach.error());                 // "coach.json: /flows/...: ..."
//   if (!coach->program) return print(coach->diagnostics);  // of a folder
//
// A document must hold the flows that the base pack has, and safety rules: nobody loses the safety
// layer by writing documents with a program of their own.
// Threads: load anywhere. Failure: as load_coach; and for a document whatever program_from_json
// refuses.
#include <filesystem>

#include "base/result.h"
#include "embed/side_by_side.h"
#include "script/compile.h"

namespace keel {

// A file whose name ends in .json.
bool is_document(const std::filesystem::path& path);

Result<Compiled> load_program(const std::filesystem::path& path,
                              const CompileOptions& options = {.both = side_by_side()});

}  // namespace keel
