// keel check: every mistake in a pack, in one run.
#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>

#include "base/time.h"
#include "cli/commands.h"
#include "cli/pack_option.h"
#include "embed/coach.h"
#include "verify/check_pack.h"

namespace keel::cli {
namespace {

struct Options {
  std::string pack;
  bool fast = false;
  bool json = false;
};

void print_json(const Checked& checked) {
  for (const Diagnostic& diagnostic : checked.diagnostics) {
    nlohmann::ordered_json line = {
        {"code", diagnostic.code},
        {"severity", diagnostic.severity == Severity::error ? "error" : "warning"},
        {"path", diagnostic.path},
        {"message", diagnostic.message},
        {"hint", diagnostic.hint}};
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
    std::cout << line.dump() << "\n";
  }
}

std::string today() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return iso_date(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
}

int check(const Options& options) {
  const Result<std::vector<PackFile>> files = coach_files(pack_folder(options.pack));
  if (!files) {
    std::cerr << "keel: " << files.error().message << "\n";
    return 1;
  }
  const Checked checked = check_pack(*files, options.fast ? Depth::fast : Depth::full, today());
  const bool wrong = has_errors(checked.diagnostics);
  if (options.json) {
    print_json(checked);
    return wrong ? 1 : 0;
  }
  std::cout << render_all(checked.diagnostics, checked.front->sources);
  if (!wrong) {
    std::cout << checked.front->flows.size() << " flows: "
              << (options.fast ? "they compile" : "they compile, and what they promise holds")
              << "\n";
  }
  return wrong ? 1 : 0;
}

}  // namespace

void add_check(CLI::App& app, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("check", "Find every mistake in a pack");
  add_pack_option(*command, options->pack);
  command->add_flag("--fast", options->fast, "leave the proofs out");
  command->add_flag("--json", options->json, "one JSON object a line");
  command->callback([options, &run] { run = [options] { return check(*options); }; });
}

}  // namespace keel::cli
