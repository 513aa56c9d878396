#include "review/inventory.h"

#include <algorithm>

#include "review/built_in.h"
#include "review/line_hash.h"
#include "review/twin_lines.h"
#include "review/walk_flow.h"

namespace keel {
namespace {

// Safety first, then what stands beside it; the rest by folder and name.
void sort_flows(std::vector<FlowReview>& flows) {
  std::stable_sort(flows.begin(), flows.end(), [](const FlowReview& a, const FlowReview& b) {
    if (a.group != b.group) return a.group < b.group;
    if (a.path != b.path) return a.path < b.path;
    return a.id < b.id;
  });
}

}  // namespace

std::string_view name_of(LineKind kind) {
  switch (kind) {
    case LineKind::title:
      return "title";
    case LineKind::offer:
      return "offer";
    case LineKind::why:
      return "why";
    case LineKind::returning:
      return "returning";
    case LineKind::coach:
      return "coach";
    case LineKind::variant:
      return "or";
    case LineKind::instead:
      return "or-if";
    case LineKind::addition:
      return "and-if";
    case LineKind::again:
      return "again";
    case LineKind::why_asked:
      return "why-asked";
    case LineKind::reply:
      return "reply";
    case LineKind::help_line:
      return "help-line";
    case LineKind::built_in:
      return "built-in";
  }
  return {};
}

bool is_persons_voice(LineKind kind) {
  return kind == LineKind::offer || kind == LineKind::reply;
}

Inventory inventory_of(const Front& front, const std::string& language) {
  Inventory inventory;
  for (const FlowNode& node : front.pack.flows) walk_flow(node, language, inventory);
  add_twin_lines(front.pack, inventory);
  add_built_in(inventory, language);
  add_help_lines(front.help_lines, "dialogs/help-lines.json", language, inventory);
  sort_flows(inventory.flows);
  for (ReviewLine& line : inventory.lines) line.hash = hash_of_line(line);
  return inventory;
}

}  // namespace keel
