#include "review/side_files.h"

#include "files/text_file.h"

namespace keel {
namespace {

namespace fs = std::filesystem;

// Neither of the two has to be there.
Result<std::string> text_or_nothing(const fs::path& path) {
  Result<std::string> text = read_text_file(path);
  if (!text && text.error().code == ErrorCode::not_found) return std::string();
  return text;
}

}  // namespace

Result<SideFiles> read_side_files(const fs::path& pack) {
  SideFiles side;
  const Result<std::string> approvals = text_or_nothing(pack / approvals_file);
  if (!approvals) return approvals.error();
  Result<Approvals> signed_off = parse_approvals(*approvals);
  if (!signed_off) return signed_off.error();
  const Result<std::string> ids = text_or_nothing(pack / line_ids_file);
  if (!ids) return ids.error();
  Result<LineIds> known = parse_line_ids(*ids);
  if (!known) return known.error();
  return SideFiles{std::move(*signed_off), std::move(*known)};
}

}  // namespace keel
