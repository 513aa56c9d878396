// keel check: every mistake in a pack, in one run.
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/pack_option.h"
#include "embed/coach.h"

namespace keel::cli {
namespace {

struct Options {
  std::string pack;
  bool json = false;
};

void print_json(const Compiled& compiled) {
  for (const Diagnostic& diagnostic : compiled.diagnostics) {
    nlohmann::ordered_json line = {
        {"code", diagnostic.code},
        {"severity", diagnostic.severity == Severity::error ? "error" : "warning"},
        {"path", diagnostic.path},
        {"message", diagnostic.message},
        {"hint", diagnostic.hint}};
    for (const Source& source : compiled.sources) {
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

int check(const Options& options) {
  const Result<Compiled> compiled = load_coach(pack_folder(options.pack));
  if (!compiled) {
    std::cerr << "keel: " << compiled.error().message << "\n";
    return 1;
  }
  if (options.json) {
    print_json(*compiled);
  } else {
    std::cout << render_all(*compiled);
    if (compiled->program) {
      std::cout << compiled->program->flows.size() << " flows, " << compiled->program->files.size()
                << " files: they compile\n";
    }
  }
  return compiled->program ? 0 : 1;
}

}  // namespace

void add_check(CLI::App& app, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("check", "Find every mistake in a pack");
  add_pack_option(*command, options->pack);
  command->add_flag("--json", options->json, "one JSON object a line");
  command->callback([options, &run] { run = [options] { return check(*options); }; });
}

}  // namespace keel::cli
