// The head of a flow, and the looking up of names for all of it.
#include <algorithm>

#include "script/did_you_mean.h"
#include "script/lower.h"

namespace keel {
namespace {

std::vector<std::string> names_of(const FlowScope& scope) {
  std::vector<std::string> all;
  for (const Slots* slots : {&scope.slots, &scope.names.person, &engine_slots()}) {
    for (const auto& [name, type] : *slots) all.push_back(name);
  }
  return all;
}

void lower_starts(FlowScope& scope) {
  const std::vector<std::string> intents(scope.names.intents.begin(), scope.names.intents.end());
  for (const Words& intent : scope.node.start_intents) {
    if (!scope.names.intents.contains(intent.text)) {
      scope.error("K022", intent.span, "no intent named " + quoted(intent.text),
                  did_you_mean(intent.text, intents));
    }
    scope.out.flow.start_intents.push_back(intent.text);
  }
  const std::set<std::string>& categories = scope.names.categories;
  for (const SafetyStartNode& start : scope.node.start_safety) {
    if (!categories.empty() && !categories.contains(start.category.text)) {
      const std::vector<std::string> all(categories.begin(), categories.end());
      scope.error("K023", start.category.span,
                  "no safety category named " + quoted(start.category.text),
                  did_you_mean(start.category.text, all));
    }
    scope.out.flow.start_safety.push_back(
        {start.category.text, safety_level_of(start.level.text).value_or(SafetyLevel::none)});
  }
}

void lower_memory(FlowScope& scope) {
  for (const KeepNode& node : scope.node.keep) {
    Keep keep;
    keep.retention = node.retention;
    keep.days = node.days;
    for (const Words& slot : node.slots) {
      if (scope.slot(slot)) keep.slots.push_back(slot.text);
    }
    scope.out.flow.keep.push_back(std::move(keep));
  }
  for (const Words& slot : scope.node.forget) {
    const auto kept = [&](const Keep& keep) {
      return keep.retention != Retention::this_talk &&
             std::find(keep.slots.begin(), keep.slots.end(), slot.text) != keep.slots.end();
    };
    const std::vector<Keep>& keep = scope.out.flow.keep;
    if (std::any_of(keep.begin(), keep.end(), kept)) {
      scope.error("K029", slot.span, quoted(slot.text) + " is kept and forgotten",
                  "it stands under `keep:` and under `forget:`");
    }
    if (scope.names.person.contains(slot.text)) {
      scope.error("K084", slot.span, quoted(slot.text) + " belongs to the person, and is not wiped",
                  "a slot of person.keel stays; ask for it under another name here");
    }
    if (scope.slot(slot)) scope.out.flow.forget.push_back(slot.text);
  }
}

}  // namespace

void FlowScope::error(std::string_view code, Span span, std::string message,
                      std::string hint) const {
  // A flow that is compiled in names things of the coach it came with; another pack need not have
  // them.
  const bool missing_name = code == "K012" || code == "K021" || code == "K022" || code == "K043" ||
                            code == "K044" || code == "K046";
  if (node.base && missing_name) return;
  // What it names stands in a line that has a mistake of its own.
  if (code == "K043" && node.lost_slots) return;
  if (missing_name && names.lost.contains(std::string(node.source->slice(span)))) return;
  report.add(code, *node.source, span, std::move(message), std::move(hint));
}

std::optional<SlotDeclaration> FlowScope::slot(const Words& name) {
  if (name.empty()) return std::nullopt;
  for (const Slots* known : {&slots, &names.person, &engine_slots()}) {
    if (const auto at = known->find(name.text); at != known->end()) return at->second;
  }
  // A visited flow begins with its visitor's values.
  if (const auto visitors = names.visitors.find(node.id.text); visitors != names.visitors.end()) {
    for (const std::string& visitor : visitors->second) {
      const auto flow = names.flows.find(visitor);
      if (flow == names.flows.end()) continue;
      if (const auto at = flow->second.find(name.text); at != flow->second.end()) {
        out.flow.slots.emplace(name.text, at->second);
        return at->second;
      }
    }
  }
  if (reported.insert(name.text).second) {
    std::string hint = did_you_mean(name.text, names_of(*this));
    if (hint.empty()) hint = "this flow neither asks nor sets it";
    error("K043", name.span, "no slot named " + quoted(name.text), std::move(hint));
  }
  return std::nullopt;
}

bool FlowScope::has_flow(const Words& flow) {
  if (names.flows.contains(flow.text)) return true;
  error("K021", flow.span, "no flow named " + quoted(flow.text),
        did_you_mean(flow.text, names.flow_ids()));
  return false;
}

const DefineNode* FlowScope::definition(std::string_view name) const {
  for (const DefineNode& define : node.definitions) {
    if (define.name.text == name) return &define;
  }
  return nullptr;
}

void lower_head(FlowScope& scope) {
  Flow& flow = scope.out.flow;
  const FlowNode& node = scope.node;
  flow.title = node.title.text;
  flow.offer = node.offer.empty() ? node.title.text : node.offer.text;
  flow.why = node.why.text;
  if (!node.returning.empty())
    flow.returning = lower_line(scope, node.returning, std::nullopt, flow.id + "/returning");
  for (const Words& source : node.sources) flow.sources.push_back(source.text);
  lower_starts(scope);
  lower_memory(scope);
  lower_handed(scope);
  lower_promises(scope);
  if (node.title.empty() && !flow.is_house()) {
    scope.error("K076", node.id.span, "flow " + quoted(node.id.text) + " has no title",
                "title: what it is called when it is named");
  }
}

}  // namespace keel
