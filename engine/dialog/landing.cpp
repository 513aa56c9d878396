#include "dialog/landing.h"

#include <algorithm>
#include <optional>

namespace keel {
namespace {

// `moved:` may name what was itself moved later; a circle of names ends nowhere.
constexpr int moves_max = 16;

struct Spot {
  std::string point;  // empty: the beginning of `part`
  std::string part;
};

std::optional<Spot> part_spot(const Flow& flow, const std::string& name) {
  if (name.empty()) return std::nullopt;
  if (name == first_part) return Spot{};
  if (!flow.parts.contains(name)) return std::nullopt;
  return Spot{"", name};
}

// A question by its id, or by the slot that it asks for.
std::optional<Spot> question_spot(const Flow& flow, const std::string& name) {
  if (flow.points.contains(name)) return Spot{name, ""};
  for (const Instruction& instruction : flow.code) {
    const Ask* ask = std::get_if<Ask>(&instruction.step);
    if (ask != nullptr && !ask->slot.empty() && ask->slot == name) return Spot{ask->id, ""};
  }
  return std::nullopt;
}

std::string followed(const Flow& flow, std::string name) {
  for (int i = 0; i < moves_max; ++i) {
    const auto moved = flow.moved.find(name);
    if (moved == flow.moved.end()) break;
    name = moved->second;
  }
  return name;
}

// Nameless places are called after their part: one of a renamed part has its old number.
std::optional<Spot> in_renamed_part(const Flow& flow, const std::string& point) {
  const size_t slash = point.find('/');
  if (slash == std::string::npos) return std::nullopt;
  const std::string part = point.substr(0, slash);
  const std::string now = followed(flow, part);
  if (now == part || !flow.points.contains(now + point.substr(slash))) return std::nullopt;
  return Spot{now + point.substr(slash), ""};
}

std::optional<Spot> moved_spot(const Flow& flow, const std::string& name) {
  const std::string now = followed(flow, name);
  if (now == name) return in_renamed_part(flow, name);
  if (auto question = question_spot(flow, now)) return question;
  return part_spot(flow, now);
}

std::string part_of(const Parked& parked) {
  if (!parked.in_part.empty()) return parked.in_part;
  const size_t slash = parked.point.find('/');
  return slash == std::string::npos ? "" : parked.point.substr(0, slash);
}

std::optional<Landing> at_same_place(const Flow& flow, const Parked& parked, Landing::How how) {
  if (!parked.point.empty()) {
    if (!flow.points.contains(parked.point)) return std::nullopt;
    return Landing{how, flow.id, parked.point, ""};
  }
  const auto part =
      part_spot(flow, parked.in_part.empty() ? std::string(first_part) : parked.in_part);
  if (!part) return std::nullopt;
  return Landing{how, flow.id, "", part->part};
}

std::optional<Landing> where_it_moved(const Flow& flow, const Parked& parked) {
  const std::optional<Spot> spot =
      moved_spot(flow, parked.point.empty() ? parked.in_part : parked.point);
  if (!spot) return std::nullopt;
  return Landing{Landing::How::moved, flow.id, spot->point, spot->part};
}

std::optional<Landing> at_its_part(const Flow& flow, const Parked& parked) {
  const std::string part = part_of(parked);
  std::optional<Spot> spot = part_spot(flow, part);
  if (!spot) spot = moved_spot(flow, part);
  if (!spot) return std::nullopt;
  return Landing{Landing::How::part, flow.id, spot->point, spot->part};
}

const Flow* flow_that_was(const Program& program, const std::string& id) {
  for (const auto& [name, flow] : program.flows) {
    if (std::find(flow.was.begin(), flow.was.end(), id) != flow.was.end()) return &flow;
  }
  return nullptr;
}

}  // namespace

Landing land(const Program& program, const Parked& parked) {
  const Flow* flow = program.find(parked.flow);
  if (flow != nullptr) {
    if (auto same = at_same_place(*flow, parked, Landing::How::same)) return *same;
    if (auto moved = where_it_moved(*flow, parked)) return *moved;
  }
  const Flow* renamed = flow_that_was(program, parked.flow);
  if (renamed != nullptr) {
    if (auto same = at_same_place(*renamed, parked, Landing::How::renamed)) return *same;
    if (auto moved = where_it_moved(*renamed, parked)) return *moved;
  }
  for (const Flow* in : {flow, renamed}) {
    if (in == nullptr) continue;
    if (auto part = at_its_part(*in, parked)) return *part;
  }
  return {};
}

std::string part_at(const Flow& flow, Address at) {
  std::string found(first_part);
  Address begins = 0;
  for (const auto& [name, address] : flow.parts) {
    if (name.empty() || address > at || address < begins) continue;
    found = name;
    begins = address;
  }
  return found;
}

bool fits(const SlotDeclaration& slot, const Value& value) {
  const ValueKind kind = value.kind;
  switch (slot.type) {
    case AnswerType::none:
      return true;
    case AnswerType::scale:
      return kind == ValueKind::number && value.number >= slot.min && value.number <= slot.max;
    case AnswerType::number:
      return kind == ValueKind::number;
    case AnswerType::duration:
      return kind == ValueKind::duration;
    case AnswerType::date:
      return kind == ValueKind::date;
    case AnswerType::yes_no:
    case AnswerType::pronoun:
    case AnswerType::country:
      return kind == ValueKind::word;
    case AnswerType::one_of:
    case AnswerType::own_words:
    case AnswerType::name:
    case AnswerType::text:
    case AnswerType::long_text:
      return kind == ValueKind::text || kind == ValueKind::word;
    case AnswerType::time:
    case AnswerType::when:
      return kind != ValueKind::list && kind != ValueKind::marks;
    case AnswerType::marks:
      return kind == ValueKind::marks;
    case AnswerType::list:
      return kind == ValueKind::list;
  }
  return false;
}

}  // namespace keel
