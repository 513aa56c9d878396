// keel safety report: how well the safety rules find danger, on labelled messages.
#include <iostream>

#include "cli/commands.h"
#include "cli/fail.h"
#include "cli/json_lines.h"
#include "cli/pack_option.h"
#include "files/text_file.h"
#include "measure/safety_table.h"

namespace keel::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr SafetyLevel levels[] = {SafetyLevel::emergency, SafetyLevel::high, SafetyLevel::ask};

struct Options {
  std::string pack;
  std::string file;
  bool errors = false;
  bool json = false;
};

Json json_of(const SafetyCell& cell) {
  return {{"messages", cell.messages},
          {"found", cell.found},
          {"category_right", cell.category_right},
          {"level_right", cell.level_right}};
}

Json json_of(const SafetyTable& table) {
  Json json;
  json["cells"] = Json::array();
  for (const auto& [key, cell] : table.cells()) {
    Json one = {{"category", key.first}, {"level", name_of(key.second)}};
    one.update(json_of(cell));
    json["cells"].push_back(std::move(one));
  }
  for (const SafetyLevel level : levels) {
    json["danger"][std::string(name_of(level))] = json_of(table.all(level));
    json["alarms"][std::string(name_of(level))] = table.alarms(level);
  }
  json["danger"]["all"] = json_of(table.all());
  json["ordinary"] = table.ordinary();
  return json;
}

void print_row(const std::string& name, const SafetyCell& cell) {
  const auto share = [](uint32_t part, uint32_t whole) {
    return std::to_string(part) + " of " + std::to_string(whole);
  };
  const auto padded = [](std::string text, size_t width) {
    text.resize(std::max(text.size(), width), ' ');
    return text;
  };
  std::cout << padded(name, 28) << padded(share(cell.found, cell.messages), 14)
            << padded(share(cell.category_right, cell.found), 14)
            << share(cell.level_right, cell.found) << "\n";
}

void print_in_words(const SafetyTable& table) {
  std::cout << "danger                      found         category      level (or one higher)\n";
  for (const auto& [key, cell] : table.cells()) {
    print_row(key.first + " " + std::string(name_of(key.second)), cell);
  }
  std::cout << "\n";
  for (const SafetyLevel level : levels) {
    if (const SafetyCell cell = table.all(level); cell.messages > 0)
      print_row("all " + std::string(name_of(level)), cell);
  }
  print_row("all", table.all());
  std::cout << "\nOf " << table.ordinary() << " ordinary messages taken for a danger:";
  for (const SafetyLevel level : levels) {
    std::cout << " " << name_of(level) << " " << table.alarms(level)
              << (level == SafetyLevel::ask ? "\n" : ",");
  }
}

void print_error(const SafetyLabelled& line, SafetyVerdict verdict,
                 const std::vector<SafetyFinding>& found) {
  std::cout << name_of(verdict) << ": " << line.category << " " << name_of(line.level);
  if (!found.empty()) {
    std::cout << ", heard " << found.front().category << " " << name_of(found.front().level)
              << " by " << found.front().rule;
  }
  std::cout << ": " << line.text << "\n";
}

int report(const Options& options) {
  const Result<std::string> text = read_text_file(options.file);
  if (!text) return fail(text.error().message);
  const Result<std::vector<SafetyLabelled>> lines = read_safety_labelled(*text);
  if (!lines) return fail(options.file + ": " + lines.error().message);
  const std::shared_ptr<const Program> program = load_or_complain(options.pack);
  if (!program) return 1;
  SafetyTable table;
  for (const SafetyLabelled& line : *lines) {
    ReadContext context;
    context.coach_said = line.coach_said;
    const auto found = program->reader->read_safety(Text::read(line.text), context);
    const SafetyVerdict verdict = table.add(line, found);
    if (options.errors && verdict != SafetyVerdict::right) print_error(line, verdict, found);
  }
  if (options.json) {
    std::cout << printed(json_of(table)) << "\n";
  } else {
    print_in_words(table);
  }
  return 0;
}

}  // namespace

void add_safety(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("safety", "Measure the safety rules");
  command->require_subcommand(1);
  auto options = std::make_shared<Options>();
  CLI::App* table = command->add_subcommand(
      "report", "Count by category and level, on JSON lines with text, category and level");
  table->add_option("FILE", options->file, "labelled messages, JSON lines")->required();
  add_pack_option(*table, options->pack);
  table->add_flag("--errors", options->errors, "each message that was not judged right, first");
  table->add_flag("--json", options->json, "as JSON")->excludes("--errors");
  table->callback([options, &run] { run = [options] { return report(*options); }; });
}

}  // namespace keel::cli
