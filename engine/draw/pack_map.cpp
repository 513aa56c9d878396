#include "draw/pack_map.h"

#include <algorithm>
#include <map>

#include "script/walk.h"

namespace keel {
namespace {

// As people come to them; other folders follow by name, and what can start anywhere comes last.
constexpr std::string_view journey[] = {"arriving", "reach-out", "clarity",
                                        "body",     "letting",   "growing"};

std::string folder_of(const FlowNode& flow) {
  const std::string& path = flow.source->path();
  const size_t end = path.rfind('/');
  const size_t begin = end == std::string::npos ? end : path.rfind('/', end - 1);
  return begin == std::string::npos ? "dialogs" : path.substr(begin + 1, end - begin - 1);
}

size_t rank_of(const std::string& folder) {
  const auto at = std::find(std::begin(journey), std::end(journey), folder);
  if (at != std::end(journey)) return static_cast<size_t>(at - std::begin(journey));
  if (folder == "house") return 101;
  return folder == "safety" ? 102 : 100;
}

void add_link(std::vector<MapLink>& links, MapLink link) {
  if (std::find(links.begin(), links.end(), link) == links.end()) links.push_back(std::move(link));
}

MapFlow flow_of(const FlowNode& node, const std::map<std::string, Slots>& known) {
  MapFlow flow;
  flow.id = node.id.text;
  flow.title = node.title.empty() ? node.id.text : node.title.text;
  for (const Words& intent : node.start_intents) flow.starts.push_back(intent.text);
  const auto link = [&](const std::string& target, LinkKind kind) {
    if (known.contains(target)) add_link(flow.links, {target, kind});
  };
  for_each_statement(node.body, [&](const Statement& statement) {
    if (const auto* go = std::get_if<GoNode>(&statement.step))
      link(go->target.text, LinkKind::goes_to);
    if (const auto* visit = std::get_if<VisitNode>(&statement.step))
      link(visit->flow.text, LinkKind::visits);
    if (const auto* coach = std::get_if<CoachNode>(&statement.step)) {
      for (const Words& offer : coach->offers) link(offer.text, LinkKind::offers);
    }
  });
  return flow;
}

std::string joined(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& one : all) out += (out.empty() ? "" : ", ") + one;
  return out;
}

}  // namespace

std::string links_in_words(const MapFlow& flow, LinkKind kind) {
  std::vector<std::string> names;
  for (const MapLink& link : flow.links) {
    if (link.kind == kind) names.push_back(link.flow);
  }
  if (names.empty()) return {};
  const char* verb = kind == LinkKind::goes_to  ? "goes to "
                     : kind == LinkKind::visits ? "visits "
                                                : "offers ";
  return verb + joined(names);
}

std::string sources_in_words(const PackMap& map, const MapFlow& flow) {
  std::vector<std::string> told;
  for (const std::string& from : flow.from) {
    const auto holds = [&from](const MapGroup& group) {
      return group.summarised &&
             std::any_of(group.flows.begin(), group.flows.end(),
                         [&from](const MapFlow& other) { return other.id == from; });
    };
    if (std::none_of(map.groups.begin(), map.groups.end(), holds)) told.push_back(from);
  }
  for (const MapGroup& group : map.groups) {
    if (!group.summarised) continue;
    const auto count =
        std::count_if(flow.from.begin(), flow.from.end(), [&group](const std::string& from) {
          return std::any_of(group.flows.begin(), group.flows.end(),
                             [&from](const MapFlow& other) { return other.id == from; });
        });
    if (count > 0)
      told.push_back(std::to_string(count) + " " + group.folder +
                     (count == 1 ? " flow" : " flows"));
  }
  return told.empty() ? "" : "comes from " + joined(told);
}

PackMap pack_map_of(const PackNodes& pack, bool all) {
  std::map<std::string, Slots> known;
  for (const FlowNode& node : pack.flows) known[node.id.text];
  std::map<std::pair<size_t, std::string>, MapGroup> groups;
  std::map<std::string, std::vector<std::string>> from;
  for (const FlowNode& node : pack.flows) {
    if (node.id.empty()) continue;
    const std::string folder = folder_of(node);
    MapGroup& group = groups[{rank_of(folder), folder}];
    group.folder = folder;
    group.summarised = !all && (folder == "house" || folder == "safety");
    group.flows.push_back(flow_of(node, known));
    for (const MapLink& link : group.flows.back().links) {
      std::vector<std::string>& sources = from[link.flow];
      if (sources.empty() || sources.back() != node.id.text) sources.push_back(node.id.text);
    }
  }
  PackMap map;
  for (auto& [rank, group] : groups) {
    std::sort(group.flows.begin(), group.flows.end(),
              [](const MapFlow& a, const MapFlow& b) { return a.id < b.id; });
    for (MapFlow& flow : group.flows) {
      flow.from = from[flow.id];
      std::sort(flow.from.begin(), flow.from.end());
    }
    map.groups.push_back(std::move(group));
  }
  return map;
}

std::string outline_of(const PackMap& map) {
  std::string out;
  for (const MapGroup& group : map.groups) {
    out += (out.empty() ? "" : "\n") + group.folder + ", " + std::to_string(group.flows.size()) +
           (group.flows.size() == 1 ? " flow\n" : " flows\n");
    for (const MapFlow& flow : group.flows) {
      out += "  " + flow.id + ": " + flow.title + "\n";
      if (group.summarised) continue;
      if (!flow.starts.empty()) out += "    starts on " + joined(flow.starts) + "\n";
      for (const LinkKind kind : {LinkKind::goes_to, LinkKind::visits, LinkKind::offers}) {
        const std::string words = links_in_words(flow, kind);
        if (!words.empty()) out += "    " + words + "\n";
      }
      if (const std::string from = sources_in_words(map, flow); !from.empty())
        out += "    " + from + "\n";
    }
  }
  return out;
}

}  // namespace keel
