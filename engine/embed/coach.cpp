#include "embed/coach.h"

#include <algorithm>

#include "embed/base_pack.h"
#include "embed/pack_folder.h"

namespace keel {
namespace {

std::string_view file_name(const std::string& path) {
  const size_t slash = path.rfind('/');
  return std::string_view(path).substr(slash == std::string::npos ? 0 : slash + 1);
}

// A flow may stand in any folder of a pack; rules and lists are replaced path by path.
bool replaces(const PackFile& own, const PackFile& base) {
  if (own.path == base.path) return true;
  const bool flows = own.path.starts_with("dialogs/") && base.path.starts_with("dialogs/");
  return flows && file_name(own.path) == file_name(base.path);
}

std::string counted(size_t count, const char* what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

}  // namespace

std::vector<PackFile> with_base_pack(std::vector<PackFile> pack) {
  std::vector<PackFile> missing;
  for (const PackFile& base : base_pack()) {
    const bool replaced = std::any_of(pack.begin(), pack.end(),
                                      [&](const PackFile& own) { return replaces(own, base); });
    if (replaced) continue;
    missing.push_back(base);
    missing.back().base = true;
  }
  pack.insert(pack.end(), missing.begin(), missing.end());
  return pack;
}

Result<Compiled> load_coach(const std::filesystem::path& folder, const CompileOptions& options) {
  Result<std::vector<PackFile>> pack = read_pack(folder);
  if (!pack) return pack.error();
  return compile(with_base_pack(std::move(*pack)), options);
}

std::string render_all(const Compiled& compiled) {
  std::string out;
  size_t errors = 0;
  for (const Diagnostic& diagnostic : compiled.diagnostics) {
    errors += diagnostic.severity == Severity::error ? 1 : 0;
    const auto source = std::find_if(compiled.sources.begin(), compiled.sources.end(),
                                     [&](const Source& s) { return s.path() == diagnostic.path; });
    if (source != compiled.sources.end()) out += render(diagnostic, *source);
  }
  if (compiled.diagnostics.empty()) return out;
  return out + counted(errors, "error") + ", " +
         counted(compiled.diagnostics.size() - errors, "warning") + "\n";
}

}  // namespace keel
