#include "verify/check_pack.h"

#include <set>

#include "script/check.h"
#include "script/help_lines_json.h"
#include "understand/reader.h"
#include "verify/prove.h"

namespace keel {
namespace {

void warn_of_old_help_lines(const Front& front, const std::string& today, Report& report) {
  if (today.empty()) return;
  std::vector<Diagnostic> found;
  for (const Source& source : front.sources) {
    if (source.path() == "dialogs/help-lines.json")
      warn_of_old_checks(source, front.help_lines, today, found);
  }
  report.add_all(found);
}

}  // namespace

std::vector<Diagnostic> of_own_files(std::vector<Diagnostic> found,
                                     const std::vector<PackFile>& files) {
  std::set<std::string_view> base;
  for (const PackFile& file : files) {
    if (file.base) base.insert(file.path);
  }
  std::erase_if(found, [&](const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::warning && base.contains(diagnostic.path);
  });
  return found;
}

std::vector<Diagnostic> of_intents(const std::vector<Diagnostic>& found) {
  std::vector<Diagnostic> chosen;
  for (const Diagnostic& diagnostic : found) {
    if (diagnostic.path.starts_with("intents/")) chosen.push_back(diagnostic);
  }
  return chosen;
}

Checked check_pack(const std::vector<PackFile>& files, Depth depth, const std::string& today) {
  Report report;
  auto front = std::make_shared<const Front>(read_front(files, report));
  std::vector<Diagnostic> found = of_intents(report.diagnostics());
  const Reader reader = Reader::untrained(front->content, found);
  report.add_all(found);
  warn_of_old_help_lines(*front, today, report);
  // A proof about lines that are wrong would be about something nobody meant.
  if (depth == Depth::full && !has_errors(report.diagnostics())) {
    check_used(front->pack, front->names, report);
    prove(*front, reader, report);
  }
  return {std::move(front), of_own_files(report.take(), files)};
}

}  // namespace keel
