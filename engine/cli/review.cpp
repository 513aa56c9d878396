// keel review: everything that the coach can say, to read, print and sign.
#include <algorithm>
#include <iostream>

#include "base/time.h"
#include "cli/clock.h"
#include "cli/commands.h"
#include "cli/fail.h"
#include "cli/pack_option.h"
#include "cli/review_pack.h"
#include "files/text_file.h"
#include "review/side_files.h"

namespace keel::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string pack;
  std::string out;
  std::string format;
  std::vector<std::string> flows;
  bool changed = false;
  bool keep_ids = false;
};

std::string printed(const Book& book, const std::string& format) {
  if (format == "csv") return print_csv(book);
  if (format == "json") return print_json(book);
  return print_html(book, today());
}

int write_to(const Options& options, const Book& book) {
  std::error_code failed;
  fs::create_directories(options.out, failed);
  for (const std::string format : {"html", "csv", "json"}) {
    if (!options.format.empty() && options.format != format) continue;
    const fs::path path = fs::path(options.out) / ("review." + format);
    const Status written = write_text_file(path, printed(book, format));
    if (!written) return fail(written.error().message);
    std::cout << path.string() << "\n";
  }
  return 0;
}

void print_summary(const Book& book) {
  const Totals totals = totals_of(book, book.shown);
  std::cout << totals.lines << " lines, " << totals.words << " words. " << sign_off_words(totals)
            << "\n";
  const size_t found = book.style.findings.size();
  std::cout << "House style: " << found << (found == 1 ? " warning" : " warnings")
            << (found == 0 ? "" : " (keel check --style)") << ", " << book.style.off.size()
            << " switched off with a reason.\n"
            << "keel review --out DIR writes them as a page, as CSV and as JSON.\n";
}

int review(const Options& options) {
  std::optional<ReviewPack> pack = read_review_pack(pack_folder(options.pack));
  if (!pack) return 1;
  Book book = make_book(pack->front, pack->side.ids, pack->side.approvals);
  const std::vector<std::string> unknown = choose(book, options.flows, options.changed);
  for (const std::string& flow : unknown) std::cerr << "keel: no flow named \"" << flow << "\"\n";
  if (!unknown.empty()) return 1;
  if (options.keep_ids) {
    const Status kept =
        write_text_file(pack->folder / line_ids_file, print_line_ids(book.inventory));
    if (!kept) return fail(kept.error().message);
  }
  if (!options.out.empty()) return write_to(options, book);
  if (options.format.empty()) {
    print_summary(book);
  } else {
    std::cout << printed(book, options.format);
  }
  return 0;
}

}  // namespace

std::optional<ReviewPack> read_review_pack(const fs::path& folder) {
  const Result<std::vector<PackFile>> files = coach_files(folder);
  if (!files) {
    std::cerr << "keel: " << files.error().message << "\n";
    return std::nullopt;
  }
  ReviewPack pack;
  pack.folder = folder;
  Report report;
  pack.front = read_front(*files, report);
  if (has_errors(report.diagnostics())) {
    std::cerr << render_all(report.take(), pack.front.sources);
    std::cerr << "keel: mend these first; what can be said is not certain until then\n";
    return std::nullopt;
  }
  Result<SideFiles> side = read_side_files(folder);
  if (!side) {
    std::cerr << "keel: " << side.error().message << "\n";
    return std::nullopt;
  }
  pack.side = std::move(*side);
  return pack;
}

void add_review(CLI::App& app, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("review", "Write out everything that the coach can say");
  add_pack_option(*command, options->pack);
  command->add_option("--out", options->out, "folder for review.html, review.csv, review.json");
  command->add_option("--format", options->format, "only this one; without --out, on stdout")
      ->check(CLI::IsMember({"html", "csv", "json"}));
  command->add_option("--flow", options->flows, "only this flow; may be given again")
      ->allow_extra_args(false);
  command->add_flag("--changed", options->changed, "only lines that are not signed as they stand");
  command->add_flag("--keep-ids", options->keep_ids,
                    "write line-ids.json, so that a reworded line keeps its id");
  command->callback([options, &run] { run = [options] { return review(*options); }; });
}

}  // namespace keel::cli
