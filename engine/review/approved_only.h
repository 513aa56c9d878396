#pragma once
// approved_only: may this pack be served where every line must be signed? Asked when a server
// starts with --approved-only, and again before a reload takes the place of what runs.
//
//   Result<std::string> complaint = unapproved(pack, files);
//   if (!complaint) return fail(complaint.error().message);  // a side file cannot be read
//   if (!complaint->empty()) return fail(*complaint);
//   Reloader reloader(..., [pack](const Front& front) { return refuse_unapproved(pack, front); });
//
// The base pack's lines, the engine's own words and the help lines count too. Threads: any.
// Failure: an error when a side file cannot be read. `files` with mistakes are not judged: whoever
// loads them refuses them anyway.
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "script/front.h"

namespace keel {

// What is not signed, in words, with the first few lines; empty: everything is.
Result<std::string> unapproved(const std::filesystem::path& pack,
                               const std::vector<PackFile>& files);

// One error, K322, at the first such line of the pack's files, or none.
std::vector<Diagnostic> refuse_unapproved(const std::filesystem::path& pack, const Front& front);

}  // namespace keel
