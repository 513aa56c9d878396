// `never: go to FLOW while COND`: on every way to a line that leads to FLOW, COND is surely false.
// Sound, and simple: it counts what the branches above have settled, and forgets what a person may
// change in between. What it cannot prove is a mistake, since a promise that nobody checks is worse
// than none.
#include <algorithm>

#include "script/check.h"
#include "script/graph.h"

namespace keel {
namespace {

// A comparison and whether it is so. The comparison's text is its identity.
using Settled = std::map<std::string, bool>;

// What it is compared with.
std::string tail_of(const Condition& c) {
  return c.value + " " + c.other_slot + " " + std::to_string(c.number) + (c.negated ? " no" : "");
}

std::string key_of(const Condition& c) {
  return std::to_string(static_cast<int>(c.subject)) + " " + c.name + " " +
         std::to_string(static_cast<int>(c.compare)) + " " + tail_of(c);
}

Condition slot_is(const std::string& slot, Compare compare, const std::string& word = {}) {
  Condition condition;
  condition.op = ConditionOp::compare;
  condition.name = slot;
  condition.compare = compare;
  condition.value = word;
  return condition;
}

void settle(const Condition& condition, bool holds, Settled& settled) {
  if (condition.op == ConditionOp::compare) {
    settled[key_of(condition)] = holds;
    return;
  }
  // Only when all parts hold, or none does, is each of them settled.
  if ((condition.op == ConditionOp::all_of) != holds) return;
  for (const Condition& part : condition.parts) settle(part, holds, settled);
}

bool is_settled(const Settled& settled, const Condition& condition, bool as) {
  const auto at = settled.find(key_of(condition));
  return at != settled.end() && at->second == as;
}

// "told_no_contact is no" settles that it is not yes.
bool has_another_word(const Settled& settled, const Condition& condition) {
  const std::string own = key_of(condition);
  const std::string begin = own.substr(0, own.size() - tail_of(condition).size());
  return std::any_of(settled.begin(), settled.end(), [&](const auto& entry) {
    return entry.second && entry.first.starts_with(begin) && entry.first != own;
  });
}

bool surely_false(const Condition& condition, const Settled& settled) {
  const auto part_false = [&](const Condition& part) { return surely_false(part, settled); };
  if (condition.op == ConditionOp::all_of) {
    return std::any_of(condition.parts.begin(), condition.parts.end(), part_false);
  }
  if (condition.op == ConditionOp::any_of) {
    return std::all_of(condition.parts.begin(), condition.parts.end(), part_false);
  }
  if (is_settled(settled, condition, false)) return true;
  if (condition.subject != SubjectKind::slot || condition.compare == Compare::unknown) return false;
  if (is_settled(settled, slot_is(condition.name, Compare::unknown), true)) return true;
  if (is_settled(settled, slot_is(condition.name, Compare::known), false)) return true;
  if (condition.compare != Compare::is) return false;
  return is_settled(settled, slot_is(condition.name, Compare::is_not, condition.value), true) ||
         has_another_word(settled, condition);
}

class PromiseCheck {
 public:
  PromiseCheck(const Lowered& lowered, const FlowNode& node, const Slots& own, Report& report)
      : flow_(lowered.flow), lowered_(lowered), node_(node), own_(own), report_(report) {}

  void check() {
    if (lowered_.promises.empty()) return;
    spread();
    for (Address at = 0; at < before_.size(); ++at) {
      if (before_[at]) check_step(at, *before_[at]);
    }
  }

 private:
  void spread() {
    before_.resize(flow_.code.size());
    before_[0].emplace();
    std::vector<Address> open{0};
    while (!open.empty()) {
      const Address at = open.back();
      open.pop_back();
      const std::vector<Edge> edges = edges_of(flow_, at);
      for (const Edge& edge : edges) {
        if (merge(edge.to, after(at, *before_[at], edge))) open.push_back(edge.to);
      }
    }
  }

  bool merge(Address to, Settled settled) {
    std::optional<Settled>& before = before_[to];
    if (!before) {
      before = std::move(settled);
      return true;
    }
    return std::erase_if(*before, [&](const auto& entry) {
             const auto at = settled.find(entry.first);
             return at == settled.end() || at->second != entry.second;
           }) > 0;
  }

  Settled after(Address at, Settled settled, const Edge& edge) const {
    const Step& step = flow_.code[at].step;
    if (const auto* branch = std::get_if<Branch>(&step)) {
      settle(branch->condition, edge.way == Way::holds, settled);
    } else if (const auto* set = std::get_if<SetSlot>(&step)) {
      forget(settled, set->slot);
      if (set->value.kind == ValueKind::word)
        settled[key_of(slot_is(set->slot, Compare::is, set->value.text))] = true;
    } else if (const auto* add = std::get_if<AddTo>(&step)) {
      forget(settled, add->slot);
    } else if (const auto* ask = std::get_if<Ask>(&step)) {
      after_ask(*ask, edge, settled);
    } else if (std::holds_alternative<Wait>(step) || std::holds_alternative<Visit>(step) ||
               edge.way == Way::later) {
      forget_shared(settled);
    } else if (std::holds_alternative<Use>(step) || std::holds_alternative<Note>(step) ||
               std::holds_alternative<ClearList>(step)) {
      settled.clear();
    }
    return settled;
  }

  void after_ask(const Ask& ask, const Edge& edge, Settled& settled) const {
    if (edge.way == Way::not_asked) return;
    forget_shared(settled);
    forget(settled, ask.slot);
    for (const Reply& reply : ask.replies) {
      const bool only_this = reply.body == edge.to && edge.to != ask.next;
      if (only_this && reply.value.kind == ValueKind::word) {
        settled[key_of(slot_is(ask.slot, Compare::is, reply.value.text))] = true;
      }
    }
  }

  static void forget(Settled& settled, const std::string& slot) {
    if (slot.empty()) return;
    std::erase_if(settled, [&](const auto& entry) {
      return entry.first.find(" " + slot + " ") != std::string::npos;
    });
  }

  // While the person speaks, only this flow's own slots stay as they are: a correction of one goes
  // back to its question.
  void forget_shared(Settled& settled) const {
    std::erase_if(settled, [&](const auto& entry) {
      if (!entry.first.starts_with("0 ")) return true;
      const std::string name = entry.first.substr(2, entry.first.find(' ', 2) - 2);
      return !own_.contains(name);
    });
  }

  void check_step(Address at, const Settled& settled) {
    const Step& step = flow_.code[at].step;
    if (const auto* go = std::get_if<GoFlow>(&step)) check_target(at, go->flow, settled);
    if (const auto* visit = std::get_if<Visit>(&step)) check_target(at, visit->flow, settled);
    if (const auto* ask = std::get_if<Ask>(&step)) {
      for (const std::string& flow : ask->offers) check_target(at, flow, settled);
    }
  }

  void check_target(Address at, const std::string& flow, const Settled& settled) {
    for (const Promise& promise : lowered_.promises) {
      if (promise.kind != PromiseKind::go || promise.target != flow) continue;
      if (surely_false(*promise.condition, settled)) continue;
      report_.add(
          "K028", *node_.source, lowered_.spans[at],
          "this may lead to " + quoted(flow) + " while the head promises that it never does",
          "above it: `if " + promise.condition_written + "`, and a way elsewhere");
    }
  }

  const Flow& flow_;
  const Lowered& lowered_;
  const FlowNode& node_;
  const Slots& own_;
  Report& report_;
  std::vector<std::optional<Settled>> before_;
};

}  // namespace

void check_promises(const Lowered& lowered, const FlowNode& node, const Names& names,
                    Report& report) {
  const auto own = names.flows.find(node.id.text);
  if (own == names.flows.end() || lowered.flow.code.empty()) return;
  PromiseCheck(lowered, node, own->second, report).check();
}

}  // namespace keel
