#include "script_dump.h"

namespace keel::test {
namespace {

std::string of(Address address) {
  return std::to_string(address);
}

std::string of(const Value& value) {
  switch (value.kind) {
    case ValueKind::unknown:
      return "?";
    case ValueKind::number:
      return std::to_string(value.number);
    case ValueKind::duration:
      return std::to_string(value.number / second_ms) + "s";
    case ValueKind::date:
      return "date";
    case ValueKind::word:
      return value.text;
    case ValueKind::text:
      return "\"" + value.text + "\"";
    default:
      return "...";
  }
}

std::string sign_of(Compare compare) {
  static constexpr const char* signs[] = {"is", "is not", "known", "unknown", "<",
                                          "<=", "=",      ">=",    ">",       "holds"};
  return signs[static_cast<size_t>(compare)];
}

std::string subject_of(const Condition& condition) {
  static constexpr const char* subjects[] = {"",         "last ",  "days since ", "count of ",
                                             "heard ",   "count ", "has ",        "corrected ",
                                             "visited ", "waited "};
  return subjects[static_cast<size_t>(condition.subject)] + condition.name;
}

struct Dump {
  std::string operator()(const Say& say) const { return "say " + say.speech.id; }
  std::string operator()(const Ask& ask) const {
    std::string out = "ask " + ask.id;
    if (!ask.slot.empty())
      out += " " + ask.slot + ":" + std::to_string(static_cast<int>(ask.type.type));
    if (ask.unless_known) out += " unless-known";
    for (const Reply& reply : ask.replies)
      out += " [" + reply.label + "=" + of(reply.value) + " " + of(reply.body) + "]";
    for (const std::string& flow : ask.offers) out += " offer:" + flow;
    if (ask.offers_guesses) out += " guesses";
    if (ask.any_other) out += " other:" + of(*ask.any_other);
    if (ask.skipped) out += " skipped:" + of(*ask.skipped);
    return out + " next:" + of(ask.next);
  }
  std::string operator()(const Wait& wait) const {
    std::string out = "wait " + wait.id + " " +
                      (wait.slot.empty() ? of(Value::of_duration(wait.duration)) : wait.slot);
    for (const Reply& reply : wait.replies) out += " [" + reply.label + " " + of(reply.body) + "]";
    return out + " next:" + of(wait.next);
  }
  std::string operator()(const SetSlot& set) const {
    return "set " + set.slot + " " +
           (set.from_slot.empty() ? of(set.value) : "from " + set.from_slot);
  }
  std::string operator()(const AddTo& add) const {
    return "add " + std::to_string(add.number) + " " + add.slot;
  }
  std::string operator()(const Note& note) const { return "note " + note.slot + " " + note.list; }
  std::string operator()(const ClearList& clear) const { return "clear " + clear.list; }
  std::string operator()(const Branch& branch) const {
    return "if " + dump(branch.condition) + " else:" + of(branch.otherwise);
  }
  std::string operator()(const Jump& jump) const { return "jump " + of(jump.to); }
  std::string operator()(const GoFlow& go) const { return "go " + go.flow; }
  std::string operator()(const Visit& visit) const {
    return "visit " + visit.id + " " + visit.flow;
  }
  std::string operator()(const End& end) const { return end.ask_before ? "end ask" : "end"; }
  std::string operator()(const FollowUp& follow) const {
    static constexpr const char* whens[] = {"tomorrow-morning", "tomorrow-evening", "after", "at"};
    std::string out = std::string("follow-up ") + whens[static_cast<size_t>(follow.when)];
    if (follow.after > 0) out += " " + of(Value::of_duration(follow.after));
    if (!follow.slot.empty()) out += " " + follow.slot;
    return out + " " + follow.part + ":" + of(follow.target);
  }
  std::string operator()(const Show& show) const {
    static constexpr const char* whats[] = {"help-lines", "list",   "breathing",
                                            "quick-exit", "export", "known"};
    std::string out = std::string("show ") + whats[static_cast<size_t>(show.what)];
    return show.argument.empty() ? out : out + " " + show.argument;
  }
  std::string operator()(const Use& use) const {
    std::string out = "use " + use.ability;
    for (const std::string& slot : use.slots) out += " " + slot;
    return out + " into " + use.into;
  }
  std::string operator()(const Do& act) const {
    return "do " + std::to_string(static_cast<int>(act.action));
  }
};

}  // namespace

std::string dump(const Flow& flow) {
  std::string out;
  for (size_t at = 0; at < flow.code.size(); ++at) {
    out += std::to_string(at) + " " + std::visit(Dump{}, flow.code[at].step) + "\n";
  }
  return out;
}

std::string dump(const Condition& condition) {
  if (condition.op != ConditionOp::compare) {
    if (condition.parts.empty()) return "true";
    std::string out = "(";
    for (const Condition& part : condition.parts) {
      if (out.size() > 1) out += condition.op == ConditionOp::all_of ? " and " : " or ";
      out += dump(part);
    }
    return out + ")";
  }
  std::string out = subject_of(condition);
  if (condition.negated) out += " no";
  if (condition.compare != Compare::holds)
    out += (out.empty() ? "" : " ") + sign_of(condition.compare);
  if (!condition.other_slot.empty()) return out + " " + condition.other_slot;
  if (!condition.value.empty()) return out + (out.back() == ' ' ? "" : " ") + condition.value;
  const bool ordered = condition.compare >= Compare::less && condition.compare <= Compare::more;
  return ordered ? out + " " + std::to_string(condition.number) : out;
}

std::string dump(const Line& line) {
  static constexpr const char* kinds[] = {"",    "slot", "last", "day",   "heard",
                                          "who", "them", "they", "their", "they-verb"};
  std::string out = line.id + ":";
  for (const Piece& piece : line.pieces) {
    if (piece.kind == Piece::Kind::literal) {
      out += piece.text;
    } else {
      out += std::string("<") + kinds[static_cast<size_t>(piece.kind)] +
             (piece.text.empty() ? "" : " ") + piece.text + (piece.capital ? " ^>" : ">");
    }
  }
  if (line.condition) out += " if " + dump(*line.condition);
  return out;
}

}  // namespace keel::test
