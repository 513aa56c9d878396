#pragma once
// assemble: checked flows and a reader to a Program. `compile` trains a reader for it; who loads
// the same intents again gives the reader that is there.
//
//   Checked checked = check_pack(files, Depth::fast, today);
//   if (!has_errors(checked.diagnostics)) program = assemble(*checked.front, reader, options,
//   hash);
//
// Threads: pure. Failure: none; the front must be without errors.
#include <memory>

#include "script/front.h"

namespace keel {

uint64_t hash_of_files(const std::vector<PackFile>& files);

Program assemble(Front front, std::shared_ptr<const Reader> reader, const CompileOptions& options,
                 uint64_t content_hash);

}  // namespace keel
