// keel ability NAME: a named function that scripts use, over JSON lines.
#include <iostream>

#include "abilities/facts.h"
#include "cli/commands.h"
#include "cli/json_lines.h"

namespace keel::cli {
namespace {

void print_facts(const nlohmann::json& line) {
  const Text text = Text::read(line["text"].get_ref<const std::string&>());
  nlohmann::ordered_json spans = nlohmann::ordered_json::array();
  for (const FactMark& mark : read_facts(text)) {
    spans.push_back({{"start", text.code_point_offset(mark.span.begin)},
                     {"end", text.code_point_offset(mark.span.end)},
                     {"kind", mark.kind},
                     {"why", mark.why}});
  }
  std::cout << printed({{"spans", spans}}) << "\n";
}

}  // namespace

void add_ability(CLI::App& app, Run& run) {
  CLI::App* command =
      app.add_subcommand("ability", "Run one of the coach's abilities over JSON lines");
  command->require_subcommand(1);
  CLI::App* facts = command->add_subcommand(
      "facts", "Mark what in a text is fact, interpretation, prediction, feeling or should");
  facts->callback([&run] { run = [] { return for_each_line(std::cin, print_facts); }; });
}

}  // namespace keel::cli
