// keel graph: a flow, or where all flows lead, as a picture (SVG) or in words.
#include <iostream>

#include "cli/commands.h"
#include "cli/fail.h"
#include "cli/pack_option.h"
#include "draw/chart_layout.h"
#include "draw/outline.h"
#include "draw/pack_map_layout.h"
#include "draw/svg.h"
#include "embed/coach.h"
#include "files/text_file.h"
#include "script/did_you_mean.h"
#include "script/front.h"

namespace keel::cli {
namespace {

struct Options {
  std::string pack;
  std::string flow;
  std::string output;
  bool outline = false;
  bool all = false;
};

const FlowNode* find_flow(const PackNodes& pack, const std::string& id) {
  for (const FlowNode& flow : pack.flows) {
    if (flow.id.text == id) return &flow;
  }
  return nullptr;
}

int complain_no_flow(const Front& front, const std::string& id) {
  std::cerr << "keel: no flow named \"" << id << "\"";
  const std::string near = did_you_mean(id, front.names.flow_ids());
  std::cerr << (near.empty() ? "" : ", " + near) << "\n";
  return 1;
}

std::string picture(const Front& front, const FlowNode* flow, const Options& options) {
  if (flow == nullptr) {
    const PackMap map = pack_map_of(front.pack, options.all);
    return options.outline ? outline_of(map) : svg_of(drawing_of(map));
  }
  const Chart chart = chart_of(*flow);
  return options.outline ? outline_of(chart) : svg_of(drawing_of(chart));
}

int graph(const Options& options) {
  const Result<std::vector<PackFile>> files = coach_files(pack_folder(options.pack));
  if (!files) return fail(files.error().message);
  Report report;
  const Front front = read_front(*files, report);
  const FlowNode* flow = nullptr;
  if (!options.flow.empty()) {
    flow = find_flow(front.pack, options.flow);
    if (flow == nullptr) return complain_no_flow(front, options.flow);
    if (flow->has_mistakes || flow->indentation_wrong)
      std::cerr << "keel: this flow has mistakes (keel check); what could be read is shown\n";
  }
  const std::string made = picture(front, flow, options);
  if (options.output.empty()) {
    std::cout << made;
    return 0;
  }
  const Status written = write_text_file(options.output, made);
  if (written) return 0;
  std::cerr << "keel: " << written.error().message << "\n";
  return 1;
}

}  // namespace

void add_graph(CLI::App& app, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("graph", "Draw a flow, or where all flows lead, as SVG or in words");
  add_pack_option(*command, options->pack);
  command->add_option("flow", options->flow, "flow to draw (default: the map of all)");
  command->add_option("-o,--output", options->output, "file to write (default: standard output)");
  command->add_flag("--outline", options->outline,
                    "numbered words, for a terminal or a screen reader");
  command->add_flag("--all", options->all,
                    "in the map: house and safety flows with all their links");
  command->callback([options, &run] { run = [options] { return graph(*options); }; });
}

}  // namespace keel::cli
