// What a flow needs and gives, and what it and its places were called in older scripts.
#include <algorithm>

#include "script/did_you_mean.h"
#include "script/lower.h"

namespace keel {
namespace {

constexpr std::string_view first_part = "start";
constexpr int moves_max = 16;

// A slot that one flow can hand to another: not one that everybody reads anyway, and that may be
// erased between two lines.
bool can_be_handed(FlowScope& scope, const Words& slot, std::string_view line) {
  const bool person = scope.names.person.contains(slot.text);
  if (!person && !engine_slots().contains(slot.text)) return scope.slot(slot).has_value();
  scope.error("K082", slot.span,
              quoted(slot.text) + (person ? " belongs to the person" : " is set by the engine") +
                  ", and every flow reads it",
              "leave it out of `" + std::string(line) + "`, and ask `if " + slot.text +
                  " is known` where it matters");
  return false;
}

bool is_forgotten(const FlowNode& node, const std::string& slot) {
  return std::any_of(node.forget.begin(), node.forget.end(),
                     [&](const Words& forgotten) { return forgotten.text == slot; });
}

void lower_needs(FlowScope& scope) {
  const FlowNode& node = scope.node;
  if (node.needs.empty()) return;
  const bool by_engine =
      node.id.text.starts_with("house-") || node.id.text == "welcome" || node.id.text == "check-in";
  if (!node.start_intents.empty() || !node.start_safety.empty() || by_engine) {
    scope.error("K081", node.needs.front().span,
                "a flow that starts by itself has nobody to get " +
                    quoted(node.needs.front().text) + " from",
                "ask for it in this flow, or take `start on:` out");
  }
  for (const Words& slot : node.needs) {
    if (can_be_handed(scope, slot, "needs:")) scope.out.flow.needs.push_back(slot.text);
  }
}

void lower_gives(FlowScope& scope) {
  for (const Words& slot : scope.node.gives) {
    if (!can_be_handed(scope, slot, "gives:")) continue;
    if (is_forgotten(scope.node, slot.text)) {
      scope.error("K083", slot.span, quoted(slot.text) + " is given and forgotten",
                  "what is wiped when the flow ends cannot be handed on");
    }
    scope.out.flow.gives.push_back(slot.text);
  }
  const auto given = scope.names.given.find(scope.node.id.text);
  if (given == scope.names.given.end()) return;
  for (const auto& [slot, from] : given->second) {
    for (const Words& forgotten : scope.node.forget) {
      if (forgotten.text != slot) continue;
      scope.error("K083", forgotten.span,
                  quoted(slot) + " is given by flow " + quoted(from) + ", which does not forget it",
                  "only a flow that asks for a secret can wipe its words");
    }
  }
}

void lower_was(FlowScope& scope) {
  for (const Words& old : scope.node.was) {
    const auto first = scope.names.was.find(old.text);
    if (scope.names.flows.contains(old.text)) {
      scope.error("K085", old.span, "there is a flow named " + quoted(old.text) + " today",
                  "`was:` names what this flow was called before");
    } else if (first != scope.names.was.end() && first->second != scope.node.id.text) {
      scope.error("K085", old.span,
                  quoted(old.text) + " is what flow " + quoted(first->second) + " was called",
                  "an old name leads to one flow");
    } else {
      scope.out.flow.was.push_back(old.text);
    }
  }
}

// A part, a question, or the slot that a question asks for.
bool is_place(const Flow& flow, const std::string& name) {
  if (name.empty()) return false;
  if (name == first_part || flow.parts.contains(name) || flow.points.contains(name)) return true;
  return std::any_of(flow.code.begin(), flow.code.end(), [&](const Instruction& instruction) {
    const auto* ask = std::get_if<Ask>(&instruction.step);
    return ask != nullptr && ask->slot == name;
  });
}

std::vector<std::string> places_of(const Flow& flow) {
  std::vector<std::string> names;
  for (const auto& [part, at] : flow.parts) {
    if (!part.empty()) names.push_back(part);
  }
  for (const auto& [point, at] : flow.points) names.push_back(point);
  return names;
}

bool leads_to_place(const Flow& flow, std::string name) {
  for (int i = 0; i < moves_max; ++i) {
    if (is_place(flow, name)) return true;
    const auto next = flow.moved.find(name);
    if (next == flow.moved.end()) return false;
    name = next->second;
  }
  return false;
}

}  // namespace

void lower_handed(FlowScope& scope) {
  lower_needs(scope);
  lower_gives(scope);
  lower_was(scope);
}

void lower_moved(FlowScope& scope) {
  Flow& flow = scope.out.flow;
  for (const MovedNode& node : scope.node.moved) {
    if (is_place(flow, node.from.text)) {
      scope.error("K086", node.from.span, quoted(node.from.text) + " is still in this flow",
                  "the old name comes first: moved: OLD to NEW");
    } else if (!flow.moved.emplace(node.from.text, node.to.text).second) {
      scope.error("K086", node.from.span, quoted(node.from.text) + " moves to two places",
                  "keep one of the two lines");
    }
  }
  for (const MovedNode& node : scope.node.moved) {
    if (leads_to_place(flow, node.to.text)) continue;
    scope.error("K086", node.to.span,
                "no part or question named " + quoted(node.to.text) + " in this flow",
                did_you_mean(node.to.text, places_of(flow)));
  }
}

}  // namespace keel
