// What is said, and when: lines, conditions, values, slots.
#include "canonical/read.h"

namespace keel::canonical {
namespace {

// From the year 1 to the year 9999.
constexpr Instant instant_min = -719'162 * day_ms;
constexpr Instant instant_max = 2'932'896 * day_ms;

Piece person_piece_at(const At& at) {
  at.only({"person", "verb", "capital"});
  Piece piece;
  piece.kind = at.need("person").one_of(person_pieces);
  if (const std::optional<At> verb = at.maybe("verb")) {
    if (piece.kind != Piece::Kind::they) verb->refuse("follows only they");
    piece.kind = Piece::Kind::they_verb;
    piece.text = verb->text();
  }
  piece.capital = at.flag_or_false("capital");
  return piece;
}

Piece piece_at(const At& at) {
  if (at.is_text()) return {Piece::Kind::literal, at.text(), false};
  if (at.has("person")) return person_piece_at(at);
  at.only({"slot", "last", "day of", "heard", "capital"});
  Piece piece;
  int kinds = 0;
  for (const auto& [kind, name] : named_pieces) {
    const std::optional<At> found = at.maybe(name);
    if (!found) continue;
    ++kinds;
    piece.kind = kind;
    piece.text = found->slot();
  }
  if (kinds != 1) at.refuse("must name one thing to say: slot, last, day of, heard or person");
  piece.capital = at.flag_or_false("capital");
  return piece;
}

std::vector<Condition> parts_at(const At& at) {
  std::vector<Condition> parts;
  at.each([&](const At& one) { parts.push_back(condition_at(one)); });
  return parts;
}

// What each kind of comparison may look at.
void check_compared(const At& at, const Condition& condition) {
  const bool has_number = at.has("number");
  const auto needs = [&](bool there, const char* key) {
    if (!there) at.need(key);
  };
  switch (condition.subject) {
    case SubjectKind::visited:
      if (condition.value != "today" && condition.value != "this-week") {
        at.need("value").refuse("must be today or this-week");
      }
      return;
    case SubjectKind::waited_over:
      return needs(has_number, "number");
    case SubjectKind::has_kind:
      return needs(!condition.value.empty(), "value");
    default:
      break;
  }
  switch (condition.compare) {
    case Compare::is:
    case Compare::is_not:
      return needs(!condition.value.empty() || has_number, "value");
    case Compare::less:
    case Compare::at_most:
    case Compare::equal:
    case Compare::at_least:
    case Compare::more:
      return needs(has_number || !condition.other_slot.empty(), "number");
    default:
      return;
  }
}

Condition comparison_at(const At& at) {
  at.only({"subject", "name", "compare", "value", "other_slot", "number", "negated"});
  Condition condition;
  condition.op = ConditionOp::compare;
  condition.subject = at.need("subject").one_of(subjects);
  condition.name = at.words_or_none("name");
  const bool nameless =
      condition.subject == SubjectKind::visited || condition.subject == SubjectKind::waited_over;
  if (!nameless) at.need("name").slot();
  condition.compare = at.need("compare").one_of(compares);
  condition.value = at.words_or_none("value");
  if (const auto slot = at.maybe("other_slot")) condition.other_slot = slot->slot();
  if (const auto number = at.maybe("number")) {
    condition.number = number->number(-duration_max, duration_max);
  }
  condition.negated = at.flag_or_false("negated");
  check_compared(at, condition);
  return condition;
}

}  // namespace

Condition condition_at(const At& at) {
  const std::optional<At> all = at.maybe("all");
  const std::optional<At> any = at.maybe("any");
  if (!all && !any) return comparison_at(at);
  Condition condition;
  if (all) {
    at.only({"all", "negated"});
    condition.op = ConditionOp::all_of;
    condition.parts = parts_at(*all);
  } else {
    at.only({"any", "negated"});
    condition.op = ConditionOp::any_of;
    condition.parts = parts_at(*any);
  }
  condition.negated = at.flag_or_false("negated");
  return condition;
}

Line line_at(const At& at, uint32_t file) {
  at.only({"id", "if", "says"});
  Line line;
  line.id = at.need("id").text();
  line.place = {file, 0};
  if (const auto condition = at.maybe("if")) line.condition = condition_at(*condition);
  const At says = at.need("says");
  if (says.is_text()) {
    line.pieces.push_back(piece_at(says));
    return line;
  }
  says.each([&](const At& one) { line.pieces.push_back(piece_at(one)); });
  if (line.pieces.empty()) says.refuse("must not be empty");
  return line;
}

std::vector<Line> lines_at(const std::optional<At>& at, uint32_t file) {
  std::vector<Line> lines;
  if (at) at->each([&](const At& one) { lines.push_back(line_at(one, file)); });
  return lines;
}

Speech speech_at(const At& at, uint32_t file) {
  at.only({"id", "plain", "or_if", "and_if"});
  Speech speech;
  speech.id = at.need("id").text();
  speech.plain = lines_at(at.maybe("plain"), file);
  for (const char* key : {"or_if", "and_if"}) {
    const std::optional<At> list = at.maybe(key);
    if (!list) continue;
    list->each([&](const At& one) { one.need("if"); });
  }
  speech.conditional = lines_at(at.maybe("or_if"), file);
  speech.additions = lines_at(at.maybe("and_if"), file);
  return speech;
}

Value value_at(const At& at) {
  const At inside = at.need(at.only_key());
  const std::optional<ValueKind> kind = value_in(value_kinds, at.only_key());
  if (!kind) at.refuse("must be a number, duration, date, word or text");
  Value value;
  value.kind = *kind;
  if (*kind == ValueKind::number) value.number = inside.number(-number_max, number_max);
  if (*kind == ValueKind::duration) value.number = inside.number(0, duration_max);
  if (*kind == ValueKind::date) value.number = inside.number(instant_min, instant_max);
  if (*kind == ValueKind::word || *kind == ValueKind::text) value.text = inside.text();
  return value;
}

SlotDeclaration slot_type_at(const At& at) {
  at.only({"type", "min", "max"});
  SlotDeclaration slot;
  slot.type = at.need("type").one_of(answer_types);
  const bool scale = slot.type == AnswerType::scale;
  if (!scale && (at.has("min") || at.has("max"))) at.refuse("only a scale has a min and a max");
  if (!scale) return slot;
  slot.min = at.need("min").number(-number_max, number_max);
  slot.max = at.need("max").number(slot.min, number_max);
  return slot;
}

std::map<std::string, SlotDeclaration> slots_at(const At& at) {
  std::map<std::string, SlotDeclaration> slots;
  at.entries([&](const std::string& name, const At& one) {
    Json key = name;
    At(at, name, key).slot();
    slots.emplace(name, slot_type_at(one));
  });
  return slots;
}

HelpLine help_line_at(const At& at) {
  at.only({"country", "need", "name", "phone", "sms_number", "sms_keyword", "chat", "hours",
           "languages", "checked", "checked_on"});
  HelpLine line;
  line.country = at.need("country").text();
  if (line.country.size() != 2) at.need("country").refuse("must be two letters");
  line.need = at.need("need").text();
  line.name = at.need("name").text();
  line.phone = at.words_or_none("phone");
  line.sms_number = at.words_or_none("sms_number");
  line.sms_keyword = at.words_or_none("sms_keyword");
  line.chat = at.words_or_none("chat");
  line.hours = at.words_or_none("hours");
  line.languages = at.texts_or_none("languages");
  line.checked = at.flag_or_false("checked");
  line.checked_on = at.words_or_none("checked_on");
  return line;
}

}  // namespace keel::canonical
