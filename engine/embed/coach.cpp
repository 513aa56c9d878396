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

template <class Sources>
std::string rendered(const std::vector<Diagnostic>& diagnostics, const Sources& sources) {
  std::string out;
  size_t errors = 0;
  for (const Diagnostic& diagnostic : diagnostics) {
    errors += diagnostic.severity == Severity::error ? 1 : 0;
    const auto source = std::find_if(sources.begin(), sources.end(),
                                     [&](const Source& s) { return s.path() == diagnostic.path; });
    if (source != sources.end()) out += render(diagnostic, *source);
  }
  if (diagnostics.empty()) return out;
  return out + counted(errors, "error") + ", " + counted(diagnostics.size() - errors, "warning") +
         "\n";
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

Result<std::vector<PackFile>> coach_files(const std::filesystem::path& folder) {
  Result<std::vector<PackFile>> pack = read_pack(folder);
  if (!pack) return pack.error();
  return with_base_pack(std::move(*pack));
}

Result<Compiled> load_coach(const std::filesystem::path& folder, const CompileOptions& options) {
  Result<std::vector<PackFile>> files = coach_files(folder);
  if (!files) return files.error();
  return compile(std::move(*files), options);
}

std::string render_all(const Compiled& compiled) {
  return rendered(compiled.diagnostics, compiled.sources);
}

std::string render_all(const std::vector<Diagnostic>& diagnostics,
                       const std::deque<Source>& sources) {
  return rendered(diagnostics, sources);
}

}  // namespace keel
