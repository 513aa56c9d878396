// keel diff: what a change of scripts does to what is said, and to those in the middle of it.
#include "change/diff.h"

#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/json_lines.h"
#include "cli/pack_option.h"
#include "cli/pack_source.h"

namespace keel::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
  std::string before;
  std::string now;
  bool json = false;
};

Json json_of(const SpokenLine& line) {
  return {{"role", line.role}, {"text", line.text}, {"path", line.path}, {"line", line.line}};
}

Json json_of(const LineChange& change) {
  constexpr const char* kinds[] = {"added", "changed", "gone"};
  Json json = {{"line", kinds[static_cast<size_t>(change.kind)]}, {"flow", change.flow}};
  if (change.kind != LineChange::Kind::added) json["before"] = json_of(change.before);
  if (change.kind != LineChange::Kind::gone) json["after"] = json_of(change.after);
  return json;
}

Json json_of(const PlaceChange& place) {
  constexpr const char* hows[] = {"same", "renamed", "moved", "part", "nowhere"};
  Json json = {{"place", place.point}, {"flow", place.flow},
               {"kind", place.kind},   {"path", place.path},
               {"line", place.line},   {"landing", hows[static_cast<size_t>(place.landing.how)]}};
  if (!place.landing.flow.empty()) json["now_flow"] = place.landing.flow;
  if (!place.landing.point.empty()) json["now_place"] = place.landing.point;
  if (place.landing.how != Landing::How::nowhere && place.landing.point.empty()) {
    json["now_part"] = place.landing.part;
  }
  if (place.asks_something_else) json["asks_something_else"] = true;
  if (!place.hint.empty()) json["hint"] = place.hint;
  return json;
}

void print_json(const Diff& diff) {
  for (const LineChange& change : diff.lines) std::cout << printed(json_of(change)) << "\n";
  for (const PlaceChange& place : diff.places) std::cout << printed(json_of(place)) << "\n";
  for (const TalkChange& talk : diff.talks) {
    std::cout << printed({{"talk", talk.talk},
                          {"after", talk.after},
                          {"before", talk.before},
                          {"now", talk.now}})
              << "\n";
  }
  std::cout << printed({{"lines", diff.lines.size()},
                        {"places", diff.places.size()},
                        {"lost", diff.lost()},
                        {"talks", diff.talks.size()},
                        {"talks_played", diff.talks_played}})
            << "\n";
}

// A revision is one of the other pack's folder, or of this one.
std::filesystem::path folder_beside(const std::string& other) {
  const bool folder = std::filesystem::is_directory(other);
  return folder ? std::filesystem::path(other) : pack_folder("");
}

int diff(const Options& options) {
  const auto before = open_pack(options.before, folder_beside(options.now));
  if (!before) return 1;
  const auto now = open_pack(options.now, folder_beside(options.before));
  if (!now) return 1;
  const Diff diff =
      diff_packs(*before->program, *now->program, now->talks.empty() ? before->talks : now->talks);
  if (options.json) {
    print_json(diff);
  } else {
    std::cout << in_words(diff);
  }
  return diff.lost() == 0 ? 0 : 1;
}

}  // namespace

void add_diff(CLI::App& app, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("diff", "What a change does, and where people land");
  command->add_option("OLD", options->before, "pack folder, canonical .json, or git:REV")
      ->required();
  command->add_option("NEW", options->now, "the same, of the newer scripts")->required();
  command->add_flag("--json", options->json, "one JSON object a line");
  command->callback([options, &run] { run = [options] { return diff(*options); }; });
}

}  // namespace keel::cli
