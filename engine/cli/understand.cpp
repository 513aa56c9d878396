// keel understand: what the coach hears in each message.
#include <iostream>

#include "cli/clock.h"
#include "cli/commands.h"
#include "cli/json_lines.h"
#include "cli/pack_option.h"
#include "cli/why.h"
#include "dialog/flow_labels.h"

namespace keel::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string spaced(std::string id) {
  for (char& c : id) {
    if (c == '-') c = ' ';
  }
  return id;
}

Json plain_value(const std::optional<Particular>& particular) {
  if (!particular || particular->scope != Scope::plain) return nullptr;
  return particular->value;
}

Json particulars_json(const Particulars& heard) {
  Json json = Json::object();
  const auto put = [&](const char* name, Json value) {
    if (!value.is_null()) json[name] = std::move(value);
  };
  put("who", plain_value(heard.who));
  put("pronoun", plain_value(heard.pronoun));
  if (const Json event = plain_value(heard.event); !event.is_null()) {
    json["event"] = spaced(event.get<std::string>());
  }
  put("duration", plain_value(heard.duration));
  put("together_for", plain_value(heard.together_for));
  put("since", plain_value(heard.since));
  if (const Json channel = plain_value(heard.channel); !channel.is_null()) {
    json["channel"] = spaced(channel.get<std::string>());
  }
  put("count", plain_value(heard.count));
  Json feelings = Json::array();
  for (const Particular& feeling : heard.feelings) {
    if (feeling.scope == Scope::plain) feelings.push_back(feeling.value);
  }
  if (!feelings.empty()) json["feeling"] = feelings;
  if (const Json intensity = plain_value(heard.intensity); !intensity.is_null()) {
    json["intensity"] = std::stoi(intensity.get<std::string>());
  }
  return json;
}

Json safety_json(const Text& text, const std::vector<SafetyFinding>& findings) {
  Json json = Json::array();
  for (const SafetyFinding& finding : findings) {
    json.push_back({{"category", finding.category},
                    {"level", name_of(finding.level)},
                    {"start", text.code_point_offset(finding.span.begin)},
                    {"end", text.code_point_offset(finding.span.end)},
                    {"rule", finding.rule}});
  }
  return json;
}

Json evidence_json(const Text& text, const Understanding& understood) {
  Json json = Json::array();
  if (understood.intents.empty()) return json;
  for (const Evidence& evidence : understood.intents.front().evidence) {
    json.push_back({{"start", text.code_point_offset(evidence.span.begin)},
                    {"end", text.code_point_offset(evidence.span.end)},
                    {"rule", evidence.rule},
                    {"weight", evidence.weight}});
  }
  return json;
}

Json correction_json(const std::optional<Correction>& correction) {
  if (!correction) return nullptr;
  return {{"slot", correction->slot},
          {"value", correction->value ? Json(*correction->value) : Json(nullptr)}};
}

struct Options {
  std::string pack;
  bool why = false;
};

void print_understood(const Program& program, const nlohmann::json& line, bool why) {
  const Text text = Text::read(line["text"].get_ref<const std::string&>());
  std::string coach_said;
  if (line.contains("context") && line["context"].is_string()) coach_said = line["context"];
  ReadContext context;
  context.coach_said = coach_said;
  context.at = line.contains("at") && line["at"].is_number_integer() ? line["at"].get<Instant>()
                                                                     : clock_now();
  const Understanding understood = program.reader->read(text, context);
  if (why) {
    std::cout << why_in_words(program, text, understood) << "\n";
    return;
  }

  Json flows = Json::array();
  for (const FlowLabel& label : flow_labels(program, understood)) {
    flows.push_back({{"id", label.id}, {"confidence", label.confidence}});
  }
  Json intents = Json::array();
  for (const IntentGuess& guess : understood.intents) {
    intents.push_back({{"id", guess.id}, {"confidence", guess.confidence}});
  }
  std::cout << printed({{"text", text.source()},
                        {"safety", safety_json(text, understood.safety)},
                        {"flows", flows},
                        {"intents", intents},
                        {"particulars", particulars_json(understood.particulars)},
                        {"second", understood.second ? Json(understood.second->id) : Json(nullptr)},
                        {"correction", correction_json(understood.correction)},
                        {"evidence", evidence_json(text, understood)}})
            << "\n";
}

int understand(const Options& options) {
  const std::shared_ptr<const Program> program = load_or_complain(options.pack);
  if (!program) return 1;
  return for_each_line(
      std::cin, [&](const nlohmann::json& line) { print_understood(*program, line, options.why); });
}

}  // namespace

void add_understand(CLI::App& app, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "understand", "Read messages from stdin (JSON lines or plain) and print what is heard");
  add_pack_option(*command, options->pack);
  command->add_flag("--why", options->why, "in words: what moved the decision, and the runner-up");
  command->callback([options, &run] { run = [options] { return understand(*options); }; });
}

}  // namespace keel::cli
