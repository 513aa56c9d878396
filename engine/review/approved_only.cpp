#include "review/approved_only.h"

#include "review/book.h"
#include "review/side_files.h"

namespace keel {
namespace {

constexpr size_t named_max = 5;
constexpr size_t quoted_bytes_max = 72;

std::string shortened(const std::string& text) {
  if (text.size() <= quoted_bytes_max) return text;
  size_t end = text.rfind(' ', quoted_bytes_max);
  if (end == std::string::npos) end = 0;
  return text.substr(0, end) + " …";
}

}  // namespace

Result<std::string> unapproved(const std::filesystem::path& pack,
                               const std::vector<PackFile>& files) {
  const Result<SideFiles> side = read_side_files(pack);
  if (!side) return side.error();
  Report report;
  const Front front = read_front(files, report);
  Book book = make_book(front, side->ids, side->approvals);
  const size_t all = book.shown.size();
  choose(book, {}, true);
  if (book.shown.empty()) return std::string();
  std::string words = std::to_string(book.shown.size()) + " of " + std::to_string(all) +
                      " lines are not signed off:\n";
  for (size_t i = 0; i < book.shown.size() && i < named_max; ++i) {
    const ReviewLine& line = book.inventory.lines[book.shown[i]];
    words += "  " + line.id + "  " + shortened(line.text) + "\n";
  }
  if (book.shown.size() > named_max)
    words += "  and " + std::to_string(book.shown.size() - named_max) + " more\n";
  return words + "`keel review --changed --out DIR` shows them all; `keel approve` signs them off";
}

std::vector<Diagnostic> refuse_unapproved(const std::filesystem::path& pack, const Front& front) {
  Report report;
  const Result<SideFiles> side = read_side_files(pack);
  Book book = make_book(front, side ? side->ids : LineIds{}, side ? side->approvals : Approvals{});
  const size_t all = book.shown.size();
  choose(book, {}, true);
  const std::string count =
      std::to_string(book.shown.size()) + " of " + std::to_string(all) + " lines";
  for (const size_t index : book.shown) {
    const ReviewLine& line = book.inventory.lines[index];
    for (const Source& source : front.sources) {
      if (source.path() != line.path || line.span.empty()) continue;
      report.add("K322", source, line.span, count + " are not signed off; this is the first",
                 side ? "keel review --changed --out DIR shows them all" : side.error().message);
      return report.take();
    }
  }
  // Only the engine's own words are open: they stand in no file, so the first one has to do.
  if (!book.shown.empty() && !front.sources.empty())
    report.add("K322", front.sources.front(), {0, 1}, count + " are not signed off, of keel itself",
               "keel review --changed --out DIR shows them all");
  return report.take();
}

}  // namespace keel
