// keel approve: who signed which lines off. Nothing is ever signed in nobody's name.
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/clock.h"
#include "cli/commands.h"
#include "cli/fail.h"
#include "cli/pack_option.h"
#include "cli/review_pack.h"
#include "files/text_file.h"

namespace keel::cli {
namespace {

struct Options {
  std::string pack;
  std::string by;
  std::string note;
  std::string from;
  bool all = false;
  bool withdraw = false;
  std::vector<std::string> flows;
  std::vector<std::string> lines;
};

// What the reviewer read, by id: the hash that each line had then.
Result<std::map<std::string, std::string>> read_lines(const std::string& path) {
  const Result<std::string> text = read_text_file(path);
  if (!text) return text.error();
  const nlohmann::json json = nlohmann::json::parse(*text, nullptr, false);
  if (!json.is_object() || !json.contains("keel_review") || !json["flows"].is_array())
    return Error{ErrorCode::invalid_argument,
                 path + " is no review.json: `keel review --out DIR` writes one"};
  std::map<std::string, std::string> read;
  for (const auto& flow : json["flows"]) {
    for (const auto& line : flow.value("lines", nlohmann::json::array())) {
      const std::string id = line.value("id", "");
      const std::string hash = line.value("hash", "");
      if (!id.empty() && !hash.empty()) read[id] = hash;
    }
  }
  return read;
}

// The lines asked for; nothing, after a complaint, when one of them does not exist.
std::optional<std::vector<size_t>> chosen(const Options& options, Book& book) {
  if (options.all) return book.shown;
  const std::vector<std::string> unknown = choose(book, options.flows, false);
  for (const std::string& flow : unknown) fail("no flow named \"" + flow + "\"");
  std::vector<size_t> lines;
  if (!options.flows.empty()) lines = book.shown;
  std::set<std::string> wanted(options.lines.begin(), options.lines.end());
  for (size_t i = 0; i < book.inventory.lines.size(); ++i) {
    if (wanted.erase(book.inventory.lines[i].id) != 0) lines.push_back(i);
  }
  for (const std::string& id : wanted) fail("no line with the id \"" + id + "\"");
  if (!unknown.empty() || !wanted.empty()) return std::nullopt;
  return lines;
}

Status save(const ReviewPack& pack, const Book& book) {
  const Status ids = write_text_file(pack.folder / line_ids_file, print_line_ids(book.inventory));
  if (!ids) return ids;
  return write_text_file(pack.folder / approvals_file, print_approvals(pack.side.approvals));
}

int take_back(const Options& options, ReviewPack& pack, const Book& book,
              const std::vector<size_t>& lines) {
  size_t count = 0;
  for (const size_t index : lines)
    count += withdraw(book.inventory.lines[index], options.by, pack.side.approvals);
  if (count == 0) return fail("there is nothing to withdraw");
  const Status saved = save(pack, book);
  if (!saved) return fail(saved.error().message);
  std::cout << count << (count == 1 ? " approval" : " approvals") << " withdrawn\n";
  return 0;
}

int sign(const Options& options, ReviewPack& pack, const Book& book, std::vector<size_t> lines) {
  std::vector<std::string> differ;
  if (!options.from.empty()) {
    const Result<std::map<std::string, std::string>> read = read_lines(options.from);
    if (!read) return fail(read.error().message);
    std::erase_if(lines, [&](size_t index) {
      const ReviewLine& line = book.inventory.lines[index];
      const auto at = read->find(line.id);
      const bool same = at != read->end() && at->second == line.hash;
      if (!same) differ.push_back(line.id + "  " + line.text);
      return !same;
    });
  }
  for (const size_t index : lines)
    approve(book.inventory.lines[index], {options.by, today(), options.note}, pack.side.approvals);
  if (!lines.empty()) {
    const Status saved = save(pack, book);
    if (!saved) return fail(saved.error().message);
  }
  std::cout << lines.size() << (lines.size() == 1 ? " line" : " lines") << " signed off by "
            << options.by << "\n";
  if (differ.empty()) return 0;
  for (const std::string& line : differ) std::cerr << "  " << line << "\n";
  return fail(std::to_string(differ.size()) + (differ.size() == 1 ? " line is" : " lines are") +
              " not as " + options.from + " has it, and not signed: read it anew");
}

int run_approve(const Options& options) {
  if (!options.all && options.flows.empty() && options.lines.empty()) {
    fail("say what: --all, --flow ID or --line ID");
    return 2;
  }
  if (!options.withdraw && options.by.find_first_not_of(" \t") == std::string::npos) {
    fail("say who signs: --by NAME");
    return 2;
  }
  std::optional<ReviewPack> pack = read_review_pack(pack_folder(options.pack));
  if (!pack) return 1;
  Book book = make_book(pack->front, pack->side.ids, pack->side.approvals);
  std::optional<std::vector<size_t>> lines = chosen(options, book);
  if (!lines) return 1;
  return options.withdraw ? take_back(options, *pack, book, *lines)
                          : sign(options, *pack, book, std::move(*lines));
}

}  // namespace

void add_approve(CLI::App& app, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("approve", "Sign lines off, or take a signature back");
  add_pack_option(*command, options->pack);
  command->add_option("--by", options->by, "who signs");
  command->add_option("--note", options->note, "kept with the signature");
  command->add_flag("--all", options->all,
                    "every line of the pack, also those that keel came with");
  command->add_option("--flow", options->flows, "every line of this flow; may be given again")
      ->allow_extra_args(false);
  command->add_option("--line", options->lines, "these lines, by id");
  command->add_option("--from", options->from,
                      "a review.json: only lines that are still as they were read there");
  command->add_flag("--withdraw", options->withdraw,
                    "take back: of --by alone, or without it whoever signed");
  command->callback([options, &run] { run = [options] { return run_approve(*options); }; });
}

}  // namespace keel::cli
