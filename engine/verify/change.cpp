// What an instruction and the person's answer to it change in what is known.
#include <algorithm>
#include <string_view>

#include "verify/knowledge.h"

namespace keel {
namespace {

bool follows(const FlowView& view, const std::string& variable) {
  return view.followed == nullptr || view.followed->contains(variable);
}

// "kind marks guess" and "than a 4 b" speak of their slots too.
bool speaks_of(const std::string& variable, const std::string& slot) {
  const size_t kind = variable.find(' ');
  const std::string_view rest = std::string_view(variable).substr(kind + 1);
  return rest == slot || rest.starts_with(slot + " ") || rest.ends_with(" " + slot);
}

void store(const FlowView& view, Knowledge& knowledge, const std::string& slot, Possible possible) {
  if (slot.empty()) return;
  std::erase_if(knowledge, [&](const auto& entry) {
    const bool history = entry.first.starts_with("last ") || entry.first.starts_with("heard ") ||
                         entry.first.starts_with("visited ");
    return !history && speaks_of(entry.first, slot);
  });
  const std::string variable = "slot " + slot;
  if (follows(view, variable)) knowledge[variable] = std::move(possible);
}

Possible value_known(const Value& value) {
  switch (value.kind) {
    case ValueKind::unknown:
      return Possible::any_value();  // a reply that is read when it is said
    case ValueKind::number:
    case ValueKind::duration:
      return Possible::number(value.number, value.number);
    case ValueKind::word:
    case ValueKind::text:
      return Possible::word(value.text);
    default:
      return Possible::any_value();
  }
}

Possible answer_to(const Ask& ask, const Move& move) {
  if (!move.word.empty()) return Possible::word(move.word);
  switch (ask.type.type) {
    case AnswerType::scale:
      return Possible::number(ask.type.min, ask.type.max);
    case AnswerType::own_words:
      return Possible::word("other");
    default:
      return Possible::any_value();
  }
}

// While the person speaks, other flows may run in between, and the message says other things.
void let_time_pass(const FlowView& view, Knowledge& knowledge) {
  std::erase_if(knowledge, [&](const auto& entry) {
    const std::string& variable = entry.first;
    if (variable.starts_with("heard ") || variable.starts_with("over ") ||
        variable.starts_with("visited ") || variable.starts_with("days ")) {
      return true;
    }
    if (!variable.starts_with("slot ")) return false;
    const std::string slot = variable.substr(5);
    return view.model.is_person(slot) || engine_slots().contains(slot);
  });
}

struct Change {
  const FlowView& view;
  const Move& move;
  std::vector<Knowledge> ways;

  void operator()(const Ask& ask) {
    if (move.input == Input::not_asked) {
      Condition known;
      known.op = ConditionOp::compare;
      known.name = ask.slot;
      known.compare = Compare::known;
      ways = when(view, ways.front(), known, true);
      // A scale may also be answered by the number that the flow was opened with.
      if (ways.empty() && ask.type.type == AnswerType::scale) return;
      return;
    }
    Knowledge& now = ways.front();
    let_time_pass(view, now);
    if (ask.slot.empty() || ask.type.type == AnswerType::marks) return marks(ask, now);
    if (move.input == Input::reply) {
      store(view, now, ask.slot, value_known(ask.replies[move.choice].value));
    } else if (move.input == Input::answer) {
      store(view, now, ask.slot, answer_to(ask, move));
    } else if (!view.model.is_person(ask.slot)) {
      store(view, now, ask.slot, Possible::no_value());
    }
  }

  void marks(const Ask& ask, Knowledge& now) {
    std::erase_if(now, [&](const auto& entry) {
      return entry.first == "moved " + ask.slot ||
             entry.first.starts_with("kind " + ask.slot + " ");
    });
  }

  void operator()(const Wait&) { let_time_pass(view, ways.front()); }

  void operator()(const Branch& branch) {
    ways = when(view, ways.front(), branch.condition, move.input == Input::holds);
  }

  void operator()(const SetSlot& set) {
    Knowledge& now = ways.front();
    if (set.from_slot.empty()) return store(view, now, set.slot, value_known(set.value));
    const auto from = now.find("slot " + set.from_slot);
    store(view, now, set.slot, from == now.end() ? Possible{} : Possible(from->second));
  }

  void operator()(const AddTo& add) {
    Knowledge& now = ways.front();
    const auto from = now.find("slot " + add.slot);
    Possible sum = Possible::any_value();
    constexpr int64_t far = int64_t{1} << 40;
    if (from != now.end() && from->second.least > -far && from->second.most < far) {
      const Possible& p = from->second;
      const int64_t least = p.unknown ? std::min<int64_t>(p.known ? p.least : 0, 0) : p.least;
      const int64_t most = p.unknown ? std::max<int64_t>(p.known ? p.most : 0, 0) : p.most;
      sum = Possible::number(least + add.number, most + add.number);
    }
    store(view, now, add.slot, std::move(sum));
  }

  void operator()(const Note& note) {
    Knowledge& now = ways.front();
    const auto from = now.find("count " + note.list);
    Possible count = Possible::number(0, std::numeric_limits<int64_t>::max());
    // What is unknown is not noted.
    if (from != now.end() && from->second.most < std::numeric_limits<int64_t>::max()) {
      count = Possible::number(from->second.least, from->second.most + 1);
    }
    store(view, now, note.list, Possible{});
    if (follows(view, "count " + note.list)) now["count " + note.list] = std::move(count);
  }

  void operator()(const ClearList& clear) {
    Knowledge& now = ways.front();
    store(view, now, clear.list, Possible::no_value());
    if (follows(view, "count " + clear.list)) now["count " + clear.list] = Possible::number(0, 0);
  }

  void operator()(const Use& use) { store(view, ways.front(), use.into, Possible::any_value()); }

  // What runs meanwhile may change what is shared and what it gives back.
  void operator()(const Visit&) {
    Knowledge& now = ways.front();
    let_time_pass(view, now);
    for (const std::string& slot : view.model.flow(move.flow).gives)
      store(view, now, slot, Possible{});
  }

  void operator()(const FollowUp&) {
    if (move.input != Input::later) return;
    let_time_pass(view, ways.front());
    std::erase_if(ways.front(), [](const auto& entry) { return entry.first.starts_with("last "); });
  }

  template <class Other>
  void operator()(const Other&) {}
};

}  // namespace

Knowledge at_start(const FlowView& view) {
  Knowledge knowledge;
  const Flow& flow = view.model.flow(view.flow);
  for (const auto& [slot, type] : flow.slots) {
    if (view.model.is_person(slot) || view.model.may_inherit(view.flow, slot)) continue;
    if (follows(view, "slot " + slot)) knowledge["slot " + slot] = Possible::no_value();
    if (follows(view, "count " + slot)) knowledge["count " + slot] = Possible::number(0, 0);
  }
  return knowledge;
}

std::vector<Knowledge> after(const FlowView& view, const Knowledge& before, Address at,
                             const Move& move) {
  Change change{view, move, {before}};
  std::visit(change, view.model.step({view.flow, at}));
  // What may be anything is left out, so that equal knowledge is equal.
  for (Knowledge& way : change.ways) {
    std::erase_if(way, [](const auto& entry) {
      return entry.second == Possible{} && entry.first.starts_with("slot ");
    });
  }
  return std::move(change.ways);
}

Knowledge inherited(const FlowView& view, const Knowledge& before, uint32_t to) {
  const Flow& flow = view.model.flow(to);
  const Flow& from = view.model.flow(view.flow);
  Knowledge knowledge;
  for (const auto& [variable, possible] : before) {
    const bool slot = variable.starts_with("slot ") || variable.starts_with("count ");
    const std::string name = variable.substr(variable.find(' ') + 1);
    const bool of_run = slot && !view.model.is_person(name) && !engine_slots().contains(name);
    if (!of_run || flow.slots.contains(name)) knowledge[variable] = possible;
  }
  // A slot that the flow led to does not have is gone.
  if (view.followed == nullptr) return knowledge;
  for (const std::string& variable : *view.followed) {
    if (!variable.starts_with("slot ")) continue;
    const std::string name = variable.substr(5);
    const bool shared = view.model.is_person(name) || engine_slots().contains(name);
    if (shared || (flow.slots.contains(name) && from.slots.contains(name))) continue;
    knowledge[variable] = Possible::no_value();
  }
  return knowledge;
}

}  // namespace keel
