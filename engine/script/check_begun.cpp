// Whoever visits, goes to or offers a flow that needs slots has them there, on every way.
#include <algorithm>

#include "script/check.h"

namespace keel {
namespace {

const Flow* find(const std::vector<Lowered>& flows, const std::string& id) {
  const auto found = std::find_if(flows.begin(), flows.end(),
                                  [&](const Lowered& one) { return one.flow.id == id; });
  return found == flows.end() ? nullptr : &found->flow;
}

std::vector<std::string> begun_at(const Step& step) {
  if (const auto* visit = std::get_if<Visit>(&step)) return {visit->flow};
  if (const auto* go = std::get_if<GoFlow>(&step)) return {go->flow};
  if (const auto* ask = std::get_if<Ask>(&step)) return ask->offers;
  return {};
}

bool contains(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

struct Begin {
  const Lowered& from;
  const FlowNode& node;
  Address at;
  const Facts& known;
};

void check_one(const Begin& begin, const Flow& to, Report& report) {
  for (const std::string& slot : to.needs) {
    const bool secret = contains(begin.from.flow.forget, slot) && !contains(to.forget, slot);
    if (begin.known.contains("slot:" + slot) && !secret) continue;
    report.add("K080", *begin.node.source, begin.from.spans[begin.at],
               "flow " + quoted(to.id) + " needs " + quoted(slot) +
                   (secret ? ", which this flow forgets and that one does not"
                           : ", which may be unknown here"),
               secret ? "`forget: " + slot + "` in flow " + quoted(to.id)
                      : "put it under `if " + slot + " is known`");
  }
}

}  // namespace

void check_begun(const Lowered& lowered, const FlowNode& node, const std::vector<Lowered>& flows,
                 const GivenSlots& given, Report& report) {
  std::vector<std::optional<Facts>> known;
  for (Address at = 0; at < lowered.flow.code.size(); ++at) {
    for (const std::string& id : begun_at(lowered.flow.code[at].step)) {
      const Flow* to = find(flows, id);
      if (to == nullptr || to->needs.empty()) continue;
      if (known.empty()) known = known_before(lowered.flow, given);
      if (known[at]) check_one({lowered, node, at, *known[at]}, *to, report);
    }
  }
}

}  // namespace keel
