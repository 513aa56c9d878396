// What is known at each instruction, on every way to it, and whether a line can be said there.
// Sound: a slot counts as known only when it is so on all ways. Source: the usual forward data-flow
// analysis with intersection (Kildall 1973).
#include <algorithm>

#include "script/check.h"
#include "script/graph.h"

namespace keel {
namespace {

using Facts = std::set<std::string>;  // "slot:x", "last:x", "heard:x"

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

std::string fact_of(const Piece& piece) {
  switch (piece.kind) {
    case Piece::Kind::slot:
    case Piece::Kind::day_of:
      return "slot:" + piece.text;
    case Piece::Kind::last_slot:
      return "last:" + piece.text;
    case Piece::Kind::heard:
      return "heard:" + piece.text;
    default:
      return {};  // has words for somebody who is not known
  }
}

std::string said_as(const Piece& piece) {
  switch (piece.kind) {
    case Piece::Kind::day_of:
      return "{day of " + piece.text + "}";
    case Piece::Kind::last_slot:
      return "{last " + piece.text + "}";
    case Piece::Kind::heard:
      return "{heard " + piece.text + "}";
    default:
      return "{" + piece.text + "}";
  }
}

// The first slot of the line that may be unknown; null: the line can be said.
const Piece* unknown_in(const Line& line, const Facts& facts) {
  for (const Piece& piece : line.pieces) {
    const std::string fact = fact_of(piece);
    if (!fact.empty() && !facts.contains(fact)) return &piece;
  }
  return nullptr;
}

class KnownCheck {
 public:
  KnownCheck(const Lowered& lowered, const FlowNode& node, Report& report)
      : lowered_(lowered),
        flow_(lowered.flow),
        node_(node),
        report_(report),
        narrowing_(lowered.flow) {}

  void check() {
    spread();
    for (Address at = 0; at < before_.size(); ++at) {
      if (before_[at]) complain_at(at, *before_[at]);
    }
  }

 private:
  static Facts known_from_the_start() {
    Facts facts;
    for (const auto& [slot, type] : engine_slots()) {
      if (!engine_slot_may_be_unknown(slot)) facts.insert("slot:" + slot);
    }
    return facts;
  }

  void spread() {
    before_.resize(flow_.code.size());
    if (before_.empty()) return;
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
    } else if (std::holds_alternative<Wait>(step) || std::holds_alternative<Visit>(step)) {
      forget_heard(facts);
    }
    if (way == Way::later) forget_heard(facts);
    return facts;
  }

  static std::optional<Facts> after_ask(const Ask& ask, Facts facts, Way way) {
    const bool known_before = facts.contains("slot:" + ask.slot);
    if (way == Way::not_asked) {
      facts.insert("slot:" + ask.slot);
      return facts;
    }
    // It is surely known, so that it is surely not asked.
    if (ask.unless_known && known_before) return std::nullopt;
    forget_heard(facts);
    if (way == Way::answered) set_known(facts, ask.slot, true);
    if (way == Way::unanswered) set_known(facts, ask.slot, false);
    return facts;
  }

  static void set_known(Facts& facts, const std::string& slot, bool known) {
    if (known) {
      facts.insert("slot:" + slot);
    } else {
      facts.erase("slot:" + slot);
    }
  }

  // What was heard is of one message, and another one may have come.
  static void forget_heard(Facts& facts) {
    std::erase_if(facts, [](const std::string& fact) { return fact.starts_with("heard:"); });
  }

  void complain_at(Address at, const Facts& facts) {
    const Step& step = flow_.code[at].step;
    if (const auto* say = std::get_if<Say>(&step)) return complain_speech(at, say->speech, facts);
    if (const auto* ask = std::get_if<Ask>(&step)) {
      Facts when_asked = facts;
      if (ask->unless_known && facts.contains("slot:" + ask->slot)) return;
      return complain_speech(at, ask->speech, when_asked);
    }
    if (const auto* wait = std::get_if<Wait>(&step))
      return complain_time(at, wait->slot, "wait", facts);
    if (const auto* follow = std::get_if<FollowUp>(&step))
      return complain_time(at, follow->slot, "follow up", facts);
  }

  void complain_time(Address at, const std::string& slot, std::string_view what,
                     const Facts& facts) {
    if (slot.empty() || facts.contains("slot:" + slot)) return;
    report_.add("K074", *node_.source, lowered_.spans[at],
                quoted(slot) + " may be unknown when this is reached",
                "`" + std::string(what) + "` needs it: set it under `if skipped`");
  }

  void complain_speech(Address at, const Speech& speech, const Facts& facts) {
    const Piece* unknown = nullptr;
    for (const Line& line : speech.plain) {
      unknown = unknown_in(line, facts);
      if (unknown == nullptr) return;
    }
    if (unknown == nullptr) return;
    report_.add(
        "K073", *node_.source, lowered_.spans[at],
        quoted(said_as(*unknown)) + " may be unknown here, and then nothing can be said",
        "add a line without it, or put it under `if " + condition_of(*unknown) + " is known`");
  }

  static std::string condition_of(const Piece& piece) {
    if (piece.kind == Piece::Kind::heard) return "heard " + piece.text;
    if (piece.kind == Piece::Kind::last_slot) return "last " + piece.text;
    return piece.text;
  }

  const Lowered& lowered_;
  const Flow& flow_;
  const FlowNode& node_;
  Report& report_;
  Narrowing narrowing_;
  std::vector<std::optional<Facts>> before_;
};

}  // namespace

void check_known(const Lowered& lowered, const FlowNode& node, Report& report) {
  KnownCheck(lowered, node, report).check();
}

}  // namespace keel
