#include "script/compile.h"

#include <algorithm>

#include "base/hash.h"
#include "script/front.h"

namespace keel {
namespace {

uint64_t hash_of_files(const std::vector<PackFile>& files) {
  uint64_t hash = hash_seed;
  for (const PackFile& file : files) {
    hash = mix(hash_of(file.path, hash));
    hash = mix(hash_of(file.text, hash));
  }
  return hash;
}

Program program_of(Front& front, Reader reader, const CompileOptions& options) {
  Program program;
  for (Lowered& lowered : front.flows) {
    std::string id = lowered.flow.id;
    program.flows.emplace(std::move(id), std::move(lowered.flow));
  }
  program.person = std::move(front.person);
  program.starts = std::move(front.starts);
  program.help_lines = std::move(front.help_lines);
  program.files = std::move(front.flow_files);
  program.reader = std::make_shared<const Reader>(std::move(reader));
  program.pack = options.pack;
  program.language = options.language;
  return program;
}

}  // namespace

Compiled compile(std::vector<PackFile> files, const CompileOptions& options) {
  std::sort(files.begin(), files.end(),
            [](const PackFile& a, const PackFile& b) { return a.path < b.path; });
  Report report;
  Front front = read_front(files, report);
  // The reader also judges patterns and lists, so that it is built even when a flow has mistakes.
  std::vector<Diagnostic> found;
  Reader reader = Reader::build(front.content, options.seed, found);
  report.add_all(found);
  Compiled compiled;
  compiled.diagnostics = report.take();
  compiled.sources.assign(front.sources.begin(), front.sources.end());
  if (has_errors(compiled.diagnostics)) return compiled;
  Program program = program_of(front, std::move(reader), options);
  program.content_hash = hash_of_files(files);
  compiled.program = std::make_shared<const Program>(std::move(program));
  compiled.content = std::make_shared<const ReaderContent>(std::move(front.content));
  compiled.seed = options.seed;
  return compiled;
}

}  // namespace keel
