// What is said, and when: lines, conditions, values, slots.
#include "canonical/enum_names.h"
#include "canonical/write.h"

namespace keel::canonical {
namespace {

Ordered piece_json(const Piece& piece) {
  if (piece.kind == Piece::Kind::literal) return piece.text;
  Ordered json;
  if (const std::string_view person = name_in(person_pieces, piece.kind); !person.empty()) {
    json["person"] = person;
  } else if (piece.kind == Piece::Kind::they_verb) {
    json["person"] = "they";
    json["verb"] = piece.text;
  } else {
    json[std::string(name_in(named_pieces, piece.kind))] = piece.text;
  }
  if (piece.capital) json["capital"] = true;
  return json;
}

// A sentence without slots is a string; any other is its pieces.
Ordered says_json(const std::vector<Piece>& pieces) {
  if (pieces.size() == 1 && pieces[0].kind == Piece::Kind::literal) return pieces[0].text;
  Ordered json = Ordered::array();
  for (const Piece& piece : pieces) json.push_back(piece_json(piece));
  return json;
}

Ordered parts_json(const std::vector<Condition>& parts) {
  Ordered json = Ordered::array();
  for (const Condition& part : parts) json.push_back(condition_json(part));
  return json;
}

bool ordered(Compare compare) {
  return compare == Compare::less || compare == Compare::at_most || compare == Compare::equal ||
         compare == Compare::at_least || compare == Compare::more;
}

}  // namespace

Ordered condition_json(const Condition& condition) {
  Ordered json;
  if (condition.op != ConditionOp::compare) {
    json[condition.op == ConditionOp::all_of ? "all" : "any"] = parts_json(condition.parts);
  } else {
    json["subject"] = name_in(subjects, condition.subject);
    if (!condition.name.empty()) json["name"] = condition.name;
    json["compare"] = name_in(compares, condition.compare);
    if (!condition.value.empty()) json["value"] = condition.value;
    if (!condition.other_slot.empty()) json["other_slot"] = condition.other_slot;
    const bool number = condition.subject == SubjectKind::waited_over ||
                        (ordered(condition.compare) && condition.other_slot.empty());
    if (number || condition.number != 0) json["number"] = condition.number;
  }
  if (condition.negated) json["negated"] = true;
  return json;
}

Ordered line_json(const Line& line) {
  Ordered json;
  json["id"] = line.id;
  if (line.condition) json["if"] = condition_json(*line.condition);
  json["says"] = says_json(line.pieces);
  return json;
}

Ordered lines_json(const std::vector<Line>& lines) {
  Ordered json = Ordered::array();
  for (const Line& line : lines) json.push_back(line_json(line));
  return json;
}

Ordered speech_json(const Speech& speech) {
  Ordered json;
  json["id"] = speech.id;
  if (!speech.plain.empty()) json["plain"] = lines_json(speech.plain);
  if (!speech.conditional.empty()) json["or_if"] = lines_json(speech.conditional);
  if (!speech.additions.empty()) json["and_if"] = lines_json(speech.additions);
  return json;
}

Ordered value_json(const Value& value) {
  const std::string kind(name_in(value_kinds, value.kind));
  Ordered json = Ordered::object();
  if (kind.empty()) return json;
  const bool words = value.kind == ValueKind::word || value.kind == ValueKind::text;
  if (words) {
    json[kind] = value.text;
  } else {
    json[kind] = value.number;
  }
  return json;
}

Ordered slots_json(const std::map<std::string, SlotDeclaration>& slots) {
  Ordered json = Ordered::object();
  for (const auto& [name, slot] : slots) {
    Ordered& one = json[name];
    one["type"] = name_in(answer_types, slot.type);
    if (slot.type != AnswerType::scale) continue;
    one["min"] = slot.min;
    one["max"] = slot.max;
  }
  return json;
}

}  // namespace keel::canonical
