#pragma once
// compile: a pack's files to a Program, or to all the mistakes in them. Pure: files come in as
// values.
//
//   Compiled compiled = compile(files, options);
//   if (!compiled.program) for (const Diagnostic& d : compiled.diagnostics) print(render(d, source
//   of d.path));
//
// Threads: pure. Failure: diagnostics, all of one run, root causes first, sorted by file and line.
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "dialog/program.h"
#include "understand/trained_intents.h"

namespace keel {

struct PackFile {
  std::string path;  // relative, with forward slashes: "dialogs/reach-out/pause.keel"
  std::string text;
  // Compiled in beside every pack: what it names and this pack has not (flows offered, intents,
  // slots of the person) is left out, and is no mistake.
  bool base = false;
};

struct CompileOptions {
  std::string pack = "coach";
  std::string language = "en";
  uint64_t seed = 1;
  Both both = in_turn;  // for the training of the reader
  Learn learn = learn_intents;
};

struct Compiled {
  std::shared_ptr<const Program> program;  // null when there is an error
  std::vector<Diagnostic> diagnostics;     // errors and warnings
  std::vector<Source> sources;             // of the files, to render diagnostics with
  // What the program's reader was built from; null where `program` is.
  std::shared_ptr<const ReaderContent> content;
  uint64_t seed = 1;  // of the reader
};

// Takes `dialogs/**.keel`, `intents/**.keel`, `dialogs/help-lines.json`; other files are left
// alone.
Compiled compile(std::vector<PackFile> files, const CompileOptions& options);

}  // namespace keel
