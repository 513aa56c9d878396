#pragma once
// side_files: the two files that keel keeps beside a pack's scripts, on disk: `approvals.json` and
// `line-ids.json`. Neither has to be there.
//
//   Result<SideFiles> side = read_side_files(pack);
//   if (!side) return fail(side.error());
//   write_text_file(pack / approvals_file, print_approvals(side->approvals));
//
// Threads: one owner. Failure: an error that names the file.
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

}  // namespace keel
