#include "script/compile.h"

#include <algorithm>

#include "script/assemble.h"
#include "script/front.h"

namespace keel {
Compiled compile(std::vector<PackFile> files, const CompileOptions& options) {
  std::sort(files.begin(), files.end(),
            [](const PackFile& a, const PackFile& b) { return a.path < b.path; });
  Report report;
  Front front = read_front(files, report);
  // The reader also judges patterns and lists, so that it is built even when a flow has mistakes.
  std::vector<Diagnostic> found;
  Reader reader = Reader::build(front.content, options.seed, found, options.both, options.learn);
  report.add_all(found);
  Compiled compiled;
  compiled.diagnostics = report.take();
  compiled.sources.assign(front.sources.begin(), front.sources.end());
  if (has_errors(compiled.diagnostics)) return compiled;
  compiled.content = std::make_shared<const ReaderContent>(front.content);
  compiled.program = std::make_shared<const Program>(
      assemble(std::move(front), std::make_shared<const Reader>(std::move(reader)), options,
               hash_of_files(files)));
  compiled.seed = options.seed;
  return compiled;
}

}  // namespace keel
