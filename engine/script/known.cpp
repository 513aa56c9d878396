// What is known at each instruction, on every way to it.
#include "script/known.h"

#include <algorithm>

#include "script/graph.h"

namespace keel {
namespace {

Facts joined(Facts a, const Facts& b) {
  a.insert(b.begin(), b.end());
  return a;
}

Facts common(const Facts& a, const Facts& b) {
  Facts both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::inserter(both, both.end()));
  return both;
}

// What a condition tells about what is known, when it holds and when it fails.
class Narrowing {
 public:
  explicit Narrowing(const Flow& flow) : flow_(flow) {}

  Facts when(const Condition& condition, bool holds) const {
    if (condition.op == ConditionOp::compare) return compared(condition, holds);
    // All of them hold, or each of them fails: everything that they tell. Otherwise what all of
    // them tell.
    const bool each = (condition.op == ConditionOp::all_of) == holds;
    return over(condition.parts, holds, each);
  }

 private:
  Facts over(const std::vector<Condition>& parts, bool hold, bool each) const {
    if (parts.empty()) return {};
    Facts facts = when(parts.front(), hold);
    for (size_t i = 1; i < parts.size(); ++i) {
      const Facts more = when(parts[i], hold);
      facts = each ? joined(std::move(facts), more) : common(facts, more);
    }
    return facts;
  }

  Facts compared(const Condition& condition, bool holds) const {
    if (condition.subject == SubjectKind::counted) return counted(condition, holds);
    std::string kind;
    if (condition.subject == SubjectKind::slot) kind = "slot:";
    if (condition.subject == SubjectKind::last) kind = "last:";
    if (condition.subject == SubjectKind::heard) kind = "heard:";
    if (kind.empty()) return {};
    if (condition.compare == Compare::unknown)
      return holds ? Facts{} : Facts{kind + condition.name};
    if (!holds) return {};
    Facts facts{kind + condition.name};
    if (!condition.other_slot.empty()) facts.insert("slot:" + condition.other_slot);
    return facts;
  }

  // None of them is true: each of them fails.
  Facts counted(const Condition& condition, bool holds) const {
    const bool none =
        holds && condition.number == 0 &&
        (condition.compare == Compare::equal || condition.compare == Compare::at_most);
    const auto definition = flow_.definitions.find(condition.name);
    if (!none || definition == flow_.definitions.end()) return {};
    return over(definition->second.condition.parts, false, true);
  }

  const Flow& flow_;
};

void set_known(Facts& facts, const std::string& slot, bool known) {
  if (known) {
    facts.insert("slot:" + slot);
  } else {
    facts.erase("slot:" + slot);
  }
}

class Spread {
 public:
  Spread(const Flow& flow, const GivenSlots& given) : flow_(flow), given_(given), narrowing_(flow) {
    for (const Keep& keep : flow.keep) {
      if (keep.retention == Retention::this_talk)
        of_this_talk_.insert(keep.slots.begin(), keep.slots.end());
    }
  }

  std::vector<std::optional<Facts>> run() {
    before_.resize(flow_.code.size());
    if (before_.empty()) return {};
    before_[0] = known_from_the_start();
    std::vector<Address> open{0};
    while (!open.empty()) {
      const Address at = open.back();
      open.pop_back();
      for (const Edge& edge : edges_of(flow_, at)) {
        std::optional<Facts> facts = after(at, *before_[at], edge.way);
        if (facts && merge(edge.to, std::move(*facts))) open.push_back(edge.to);
      }
    }
    return std::move(before_);
  }

 private:
  Facts known_from_the_start() const {
    Facts facts;
    for (const auto& [slot, type] : engine_slots()) {
      if (!engine_slot_may_be_unknown(slot)) facts.insert("slot:" + slot);
    }
    for (const std::string& slot : flow_.needs) facts.insert("slot:" + slot);
    return facts;
  }

  bool merge(Address to, Facts facts) {
    std::optional<Facts>& before = before_[to];
    Facts merged = before ? common(*before, facts) : std::move(facts);
    if (before && merged == *before) return false;
    before = std::move(merged);
    return true;
  }

  // Nothing: this way is not gone from here.
  std::optional<Facts> after(Address at, Facts facts, Way way) const {
    const Step& step = flow_.code[at].step;
    if (const auto* branch = std::get_if<Branch>(&step)) {
      return joined(std::move(facts), narrowing_.when(branch->condition, way == Way::holds));
    }
    if (const auto* ask = std::get_if<Ask>(&step)) return after_ask(*ask, std::move(facts), way);
    if (const auto* set = std::get_if<SetSlot>(&step)) {
      const bool known =
          set->from_slot.empty() ? set->value.known() : facts.contains("slot:" + set->from_slot);
      set_known(facts, set->slot, known);
    } else if (const auto* use = std::get_if<Use>(&step)) {
      set_known(facts, use->into, true);
    } else if (const auto* clear = std::get_if<ClearList>(&step)) {
      set_known(facts, clear->list, false);
    } else if (std::holds_alternative<Wait>(step)) {
      forget_passing(facts);
    } else if (const auto* visit = std::get_if<Visit>(&step)) {
      forget_passing(facts);
      const auto given = given_.find(visit->flow);
      if (given != given_.end()) {
        for (const std::string& slot : given->second) facts.insert("slot:" + slot);
      }
    }
    if (way == Way::later) forget_until_later(facts);
    return facts;
  }

  std::optional<Facts> after_ask(const Ask& ask, Facts facts, Way way) const {
    const bool known_before = facts.contains("slot:" + ask.slot);
    if (way == Way::not_asked) {
      facts.insert("slot:" + ask.slot);
      return facts;
    }
    // It is surely known, so that it is surely not asked.
    if (ask.unless_known && known_before) return std::nullopt;
    forget_passing(facts);
    if (way == Way::answered) set_known(facts, ask.slot, true);
    if (way == Way::unanswered) set_known(facts, ask.slot, false);
    return facts;
  }

  // What was heard is of one message, and another one may have come; a talk may have ended.
  void forget_passing(Facts& facts) const {
    std::erase_if(facts, [](const std::string& fact) { return fact.starts_with("heard:"); });
    for (const std::string& slot : of_this_talk_) facts.erase("slot:" + slot);
  }

  // A follow-up starts with the slots of its run, but for those that were wiped when that ended.
  void forget_until_later(Facts& facts) const {
    forget_passing(facts);
    for (const std::string& slot : flow_.forget) facts.erase("slot:" + slot);
  }

  const Flow& flow_;
  const GivenSlots& given_;
  Narrowing narrowing_;
  std::set<std::string> of_this_talk_;
  std::vector<std::optional<Facts>> before_;
};

using SlotSet = std::set<std::string>;

// A question that the person may leave the flow at, with nothing handed back: an offer, or replies
// that mostly lead to other flows.
bool sends_on(const Flow& flow, const Ask& ask) {
  if (!ask.offers.empty() || ask.offers_guesses) return true;
  const auto out = std::count_if(ask.replies.begin(), ask.replies.end(), [&](const Reply& reply) {
    return std::holds_alternative<GoFlow>(flow.code[reply.body].step);
  });
  return ask.slot.empty() && 2 * static_cast<size_t>(out) > ask.replies.size();
}

// What all ends of the flow hand back; nothing: it has none. A flow that it goes to ends in its
// place.
std::optional<SlotSet> handed_back(const Flow& flow, const GivenSlots& given) {
  std::optional<SlotSet> all;
  const auto before = known_before(flow, given);
  for (Address at = 0; at < before.size(); ++at) {
    if (!before[at]) continue;
    SlotSet here;
    const Step& step = flow.code[at].step;
    if (const auto* go = std::get_if<GoFlow>(&step)) {
      if (const auto next = given.find(go->flow); next != given.end()) here = next->second;
    } else if (std::holds_alternative<End>(step)) {
      for (const std::string& slot : flow.gives) {
        if (before[at]->contains("slot:" + slot)) here.insert(slot);
      }
    } else if (const auto* ask = std::get_if<Ask>(&step); ask == nullptr || !sends_on(flow, *ask)) {
      continue;
    }
    all = all ? common(*all, here) : std::move(here);
  }
  return all;
}

}  // namespace

GivenSlots given_slots(const std::vector<Lowered>& flows) {
  SlotSet any;
  for (const Lowered& lowered : flows)
    any.insert(lowered.flow.gives.begin(), lowered.flow.gives.end());
  GivenSlots given;
  if (any.empty()) return given;
  // From everything down to what is sure: flows go to each other in circles.
  for (const Lowered& lowered : flows) given[lowered.flow.id] = any;
  for (bool changed = true; changed;) {
    changed = false;
    for (const Lowered& lowered : flows) {
      SlotSet sure = handed_back(lowered.flow, given).value_or(SlotSet{});
      SlotSet& now = given[lowered.flow.id];
      sure = common(sure, now);
      changed = changed || sure != now;
      now = std::move(sure);
    }
  }
  return given;
}

std::vector<std::optional<Facts>> known_before(const Flow& flow, const GivenSlots& given) {
  return Spread(flow, given).run();
}

}  // namespace keel
