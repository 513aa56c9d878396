#include "script/assemble.h"

#include "base/hash.h"

namespace keel {

uint64_t hash_of_files(const std::vector<PackFile>& files) {
  uint64_t hash = hash_seed;
  for (const PackFile& file : files) {
    hash = mix(hash_of(file.path, hash));
    hash = mix(hash_of(file.text, hash));
  }
  return hash;
}

Program assemble(Front front, std::shared_ptr<const Reader> reader, const CompileOptions& options,
                 uint64_t content_hash) {
  Program program;
  for (Lowered& lowered : front.flows) {
    std::string id = lowered.flow.id;
    program.flows.emplace(std::move(id), std::move(lowered.flow));
  }
  program.twins = std::move(front.twins);
  program.person = std::move(front.person);
  program.starts = std::move(front.starts);
  program.help_lines = std::move(front.help_lines);
  program.files = std::move(front.flow_files);
  program.reader = std::move(reader);
  program.pack = options.pack;
  program.language = options.language;
  program.content_hash = content_hash;
  return program;
}

}  // namespace keel
