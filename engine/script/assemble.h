#pragma once
// assemble: checked flows and a reader to a Program. `compile` trains a reader for it; who loads
// the same intents again gives the reader that is there.
//
//   const Front front = read_front(files, report);
//   if (!has_errors(report.diagnostics()))
//     program = assemble(front, reader, options, hash_of_files(files));
//
// Threads: pure. Failure: none; the front must be without errors.
#include <memory>

#include "script/front.h"

namespace keel {

uint64_t hash_of_files(const std::vector<PackFile>& files);

Program assemble(Front front, std::shared_ptr<const Reader> reader, const CompileOptions& options,
                 uint64_t content_hash);

}  // namespace keel
