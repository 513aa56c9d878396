// keel check: every mistake in a pack, in one run.
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "base/time.h"
#include "cli/clock.h"
#include "cli/commands.h"
#include "cli/fail.h"
#include "cli/json_lines.h"
#include "cli/pack_option.h"
#include "embed/coach.h"
#include "review/style.h"
#include "review/unclear_intents.h"
#include "verify/check_pack.h"

namespace keel::cli {
namespace {

struct Options {
  std::string pack;
  bool fast = false;
  bool style = false;
  std::string format = "long";
};

void print_json(const Checked& checked) {
  for (const Diagnostic& diagnostic : checked.diagnostics) {
    nlohmann::ordered_json line = {
        {"code", diagnostic.code},
        {"severity", diagnostic.severity == Severity::error ? "error" : "warning"},
        {"path", diagnostic.path},
        {"message", diagnostic.message},
        {"hint", diagnostic.hint},
        {"help", "keel explain " + diagnostic.code}};
    if (!diagnostic.conversation.empty()) line["conversation"] = diagnostic.conversation;
    for (const Source& source : checked.front->sources) {
      if (source.path() != diagnostic.path) continue;
      const Position begin = source.position(diagnostic.span.begin);
      const Position end = source.position(diagnostic.span.end);
      line["range"] = {{"line", begin.line},
                       {"column", begin.column},
                       {"end_line", end.line},
                       {"end_column", end.column}};
    }
    std::cout << printed(line) << "\n";
  }
}

// One line each, for editors: dialogs/pause.keel:31:9: error: no part named "clsoe" [K012]
void print_short(const Checked& checked) {
  for (const Diagnostic& diagnostic : checked.diagnostics) {
    Position at;
    for (const Source& source : checked.front->sources) {
      if (source.path() == diagnostic.path) at = source.position(diagnostic.span.begin);
    }
    const bool is_error = diagnostic.severity == Severity::error;
    std::cout << diagnostic.path << ":" << at.line << ":" << at.column << ": "
              << (is_error ? "error: " : "warning: ") << diagnostic.message;
    if (!diagnostic.hint.empty()) std::cout << "; " << diagnostic.hint;
    std::cout << " [" << diagnostic.code << "]\n";
  }
}

// "92 flows", or "2 flows of yours, 59 of keel's" where the base pack adds some.
std::string flows_in_words(const Front& front) {
  const auto base =
      static_cast<size_t>(std::count_if(front.pack.flows.begin(), front.pack.flows.end(),
                                        [](const FlowNode& node) { return node.base; }));
  const size_t own = front.flows.size() - base;
  if (base == 0) return std::to_string(own) + " flows";
  return std::to_string(own) + (own == 1 ? " flow" : " flows") + " of yours, " +
         std::to_string(base) + " of keel's";
}

int check(const Options& options) {
  const Result<std::vector<PackFile>> files = coach_files(pack_folder(options.pack));
  if (!files) return fail(files.error().message);
  Checked checked = check_pack(*files, options.fast ? Depth::fast : Depth::full, today());
  if (options.style) {
    Report style;
    warn_of_style(*checked.front, style);
    for (Diagnostic& found : style.take()) checked.diagnostics.push_back(std::move(found));
  }
  if (!options.fast && !has_errors(checked.diagnostics)) {
    const CompileOptions loading = load_options();
    Report unclear;
    warn_of_unclear_intents(
        *checked.front, loading.learn(checked.front->content.intents, loading.seed, loading.both),
        unclear);
    for (Diagnostic& found : of_own_files(unclear.take(), *files))
      checked.diagnostics.push_back(std::move(found));
  }
  const bool wrong = has_errors(checked.diagnostics);
  if (options.format == "json") print_json(checked);
  if (options.format == "short") print_short(checked);
  if (options.format != "long") return wrong ? 1 : 0;
  std::cout << render_all(checked.diagnostics, checked.front->sources);
  if (!wrong) {
    std::cout << flows_in_words(*checked.front) << ": "
              << (options.fast ? "they compile" : "they compile, and what they promise holds")
              << "\n";
  }
  return wrong ? 1 : 0;
}

}  // namespace

void add_check(CLI::App& app, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "check", "Find every mistake in a pack; exit 0: none, 1: mistakes, 2: called wrongly");
  add_pack_option(*command, options->pack);
  command->add_flag("--fast", options->fast, "leave the proofs out");
  command->add_flag("--style", options->style, "the house style too (dialogs/style.txt)");
  command
      ->add_option("--format", options->format,
                   "long: with the line and a caret; short: one line each, for editors; json: one "
                   "object a line")
      ->check(CLI::IsMember({"long", "short", "json"}));
  command->add_flag_callback(
      "--json", [options] { options->format = "json"; }, "--format json");
  command->footer("`keel explain K012` says what a code means and how to mend it.");
  command->callback([options, &run] { run = [options] { return check(*options); }; });
}

}  // namespace keel::cli
