// The slots of one flow: what it asks, sets, notes and computes, with the type that follows from
// how it does so.
#include "script/names.h"
#include "script/walk.h"

namespace keel {
namespace {

bool is_choice(AnswerType type) {
  return type == AnswerType::one_of || type == AnswerType::own_words;
}
bool is_text(AnswerType type) {
  return type == AnswerType::text || type == AnswerType::long_text;
}

// Two types of one slot that mean the same: the wider one; nothing when they differ.
std::optional<SlotDeclaration> common(const SlotDeclaration& a, const SlotDeclaration& b) {
  if (a.type == AnswerType::none) return b;
  if (b.type == AnswerType::none) return a;
  if (a.type == b.type && a.min == b.min && a.max == b.max) return a;
  if (is_choice(a.type) && is_choice(b.type)) return SlotDeclaration{AnswerType::own_words, 0, 0};
  if (is_text(a.type) && is_text(b.type)) return SlotDeclaration{AnswerType::long_text, 0, 0};
  return std::nullopt;
}

std::string described(const SlotDeclaration& slot) {
  if (slot.type != AnswerType::scale) return std::string(name_of(slot.type));
  return "scale " + std::to_string(slot.min) + " to " + std::to_string(slot.max);
}

SlotDeclaration type_of_literal(const ValueNode& value) {
  switch (value.kind) {
    case ValueNode::Kind::number:
      return {AnswerType::number, 0, 0};
    case ValueNode::Kind::duration:
      return {AnswerType::duration, 0, 0};
    case ValueNode::Kind::text:
      return {AnswerType::text, 0, 0};
    case ValueNode::Kind::word: {
      const std::string& word = value.words.text;
      const bool yes_no = word == "yes" || word == "no" || word == "unsure";
      return {yes_no ? AnswerType::yes_no : AnswerType::one_of, 0, 0};
    }
    case ValueNode::Kind::none:
      break;
  }
  return {};
}

class Declaration {
 public:
  Declaration(const FlowNode& flow, const Slots& person, Report& report)
      : flow_(flow), person_(person), report_(report) {}

  Slots declare() {
    for_each_statement(flow_.body, [&](const Statement& statement) { asked(statement); });
    for_each_statement(flow_.body, [&](const Statement& statement) { made(statement); });
    for (const Words& slot : flow_.lost_asks) add_if_new(slot, {});
    return std::move(slots_);
  }

 private:
  void asked(const Statement& statement) {
    const auto* coach = std::get_if<CoachNode>(&statement.step);
    if (coach == nullptr || !coach->ask || coach->ask->slot.empty()) return;
    const AskNode& ask = *coach->ask;
    agree(ask.slot, {ask.type.type, ask.type.min, ask.type.max}, "asked as ");
  }

  void made(const Statement& statement) {
    if (const auto* note = std::get_if<NoteNode>(&statement.step)) {
      agree(note->list, {AnswerType::list, 0, 0}, "used as ");
    } else if (const auto* clear = std::get_if<ClearNode>(&statement.step)) {
      agree(clear->list, {AnswerType::list, 0, 0}, "used as ");
    } else if (const auto* use = std::get_if<UseNode>(&statement.step)) {
      agree(use->into, {AnswerType::marks, 0, 0}, "used as ");
    } else if (const auto* add = std::get_if<AddNode>(&statement.step)) {
      add_if_new(add->slot, {AnswerType::number, 0, 0});
    } else if (const auto* set = std::get_if<SetNode>(&statement.step)) {
      add_if_new(set->slot, type_set(*set));
    }
  }

  SlotDeclaration type_set(const SetNode& set) const {
    if (set.value.kind == ValueNode::Kind::word) {
      const std::string& from = set.value.words.text;
      if (const auto own = slots_.find(from); own != slots_.end()) return own->second;
      if (const auto person = person_.find(from); person != person_.end()) return person->second;
      if (const auto known = engine_slots().find(from); known != engine_slots().end())
        return known->second;
    }
    return type_of_literal(set.value);
  }

  void add_if_new(const Words& slot, SlotDeclaration type) {
    if (slot.empty() || person_.contains(slot.text)) return;
    const auto [at, is_new] = slots_.emplace(slot.text, type);
    if (is_new) return;
    // Set to different words here and there: a choice of words, whatever the first one looked like.
    if (is_choice(type.type) && at->second.type == AnswerType::yes_no &&
        !asked_.contains(slot.text)) {
      at->second = type;
    }
  }

  void agree(const Words& slot, SlotDeclaration type, std::string_view how) {
    if (slot.empty()) return;
    asked_.insert(slot.text);
    const auto person = person_.find(slot.text);
    if (person != person_.end()) {
      if (!common(person->second, type)) {
        report_.add("K060", *flow_.source, slot.span,
                    quoted(slot.text) + " is " + std::string(how) + described(type) +
                        " here and is " + described(person->second) + " in person.keel",
                    "one type for one slot");
      }
      return;
    }
    const auto [at, is_new] = slots_.emplace(slot.text, type);
    if (is_new) return;
    if (const std::optional<SlotDeclaration> both = common(at->second, type)) {
      at->second = *both;
    } else {
      report_.add("K060", *flow_.source, slot.span,
                  quoted(slot.text) + " is " + std::string(how) + described(type) +
                      " here and is " + described(at->second) + " elsewhere in this flow",
                  "one type for one slot");
    }
  }

  const FlowNode& flow_;
  const Slots& person_;
  Report& report_;
  Slots slots_;
  std::set<std::string> asked_;
};

}  // namespace

Slots declare_slots(const FlowNode& flow, const Slots& person, Report& report) {
  return Declaration(flow, person, report).declare();
}

}  // namespace keel
