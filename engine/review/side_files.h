#pragma once
// side_files: the two files that keel keeps beside a pack's scripts, on disk: `approvals.json` and
// `line-ids.json`. Neither has to be there.
//
//   Result<SideFiles> side = read_side_files(pack);
//   if (!side) return fail(side.error());
//   write_file(pack / approvals_file, print_approvals(side->approvals));
//
// Threads: one owner. Failure: an error that names the file; a write is whole or not at all.
#include <filesystem>
#include <string>

#include "review/approvals.h"
#include "review/line_ids.h"

namespace keel {

inline constexpr const char* approvals_file = "approvals.json";
inline constexpr const char* line_ids_file = "line-ids.json";

struct SideFiles {
  Approvals approvals;
  LineIds ids;
};

Result<SideFiles> read_side_files(const std::filesystem::path& pack);

Result<std::string> read_whole(const std::filesystem::path& path);  // "": there is none

// Written beside it, synced, and put in its place.
Status write_file(const std::filesystem::path& path, const std::string& text);

}  // namespace keel
