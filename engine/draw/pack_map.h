#pragma once
// PackMap: which flow leads to which, by folder: where each can lead and what leads to it.
//
//   PackMap map = pack_map_of(front.pack, false);
//   std::cout << outline_of(map);           // in words
//   std::cout << svg_of(drawing_of(map));   // pack_map_layout.h
//
// House and safety flows can start anywhere, so they are told by name alone unless `all` is asked
// for. Threads: pure.
#include <string>
#include <vector>

#include "script/names.h"

namespace keel {

enum class LinkKind : uint8_t { goes_to, visits, offers };

struct MapLink {
  std::string flow;
  LinkKind kind = LinkKind::goes_to;
  bool operator==(const MapLink&) const = default;
};

struct MapFlow {
  std::string id;
  std::string title;
  std::vector<std::string> starts;  // intents
  std::vector<MapLink> links;       // in the order of the script, each once
  std::vector<std::string> from;
};

struct MapGroup {
  std::string folder;
  std::vector<MapFlow> flows;
  bool summarised = false;
};

struct PackMap {
  std::vector<MapGroup> groups;  // in the order in which people come to them
};

PackMap pack_map_of(const PackNodes& pack, bool all);

std::string outline_of(const PackMap& map);

// "comes from a, b and 3 house flows": those of a summarised group are counted.
std::string sources_in_words(const PackMap& map, const MapFlow& flow);

// "goes to a, b": the flows that are linked in this way; empty when there is none.
std::string links_in_words(const MapFlow& flow, LinkKind kind);

}  // namespace keel
