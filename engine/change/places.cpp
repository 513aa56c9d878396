// Where people stand: each question, wait and visit of the older scripts, and where the engine puts
// those who are parked there.
#include <algorithm>
#include <set>

#include "change/diff.h"

namespace keel {
namespace {

std::string kind_of(const Step& step) {
  if (std::holds_alternative<Ask>(step)) return "question";
  return std::holds_alternative<Wait>(step) ? "wait" : "visit";
}

std::string words_of(const Step& step) {
  const Ask* ask = std::get_if<Ask>(&step);
  if (ask == nullptr || ask->speech.plain.empty()) return "";
  return as_written(ask->speech.plain.front().pieces);
}

std::set<std::string> sentences(const Ask& ask) {
  std::set<std::string> all;
  for (const Line& line : ask.speech.plain) all.insert(as_written(line.pieces));
  for (const Line& line : ask.again) all.insert(as_written(line.pieces));
  for (const Reply& reply : ask.replies) all.insert("* " + reply.label);
  return all;
}

bool have_common(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& one) { return b.contains(one); });
}

// Nameless places are numbered, and what is put before them may take their number.
bool asks_something_else(const Step& before, const Step& now) {
  if (before.index() != now.index()) return true;
  const Ask* old_ask = std::get_if<Ask>(&before);
  if (old_ask == nullptr) return false;
  const Ask& ask = std::get<Ask>(now);
  if (old_ask->type.type != ask.type.type) return true;
  return ask.slot.empty() && !have_common(sentences(*old_ask), sentences(ask));
}

// What `moved:` can name: a question by its slot, what has no name by its part.
std::string name_for_writers(const std::string& point) {
  return point.substr(0, point.find('/'));
}

// Of the new flow, a question with the same sentences.
std::string same_question(const Flow& now, const Step& before) {
  const Ask* old_ask = std::get_if<Ask>(&before);
  if (old_ask == nullptr) return "";
  for (const Instruction& instruction : now.code) {
    const Ask* ask = std::get_if<Ask>(&instruction.step);
    if (ask != nullptr && have_common(sentences(*old_ask), sentences(*ask)))
      return name_for_writers(ask->id);
  }
  return "";
}

std::string hint_for(const Program& now, const PlaceChange& place, const Step& before) {
  const Flow* flow = now.find(place.flow);
  if (flow == nullptr) {
    return "write `was: " + place.flow + "` in the head of the flow that takes its place";
  }
  const std::string same = same_question(*flow, before);
  return "write `moved: " + name_for_writers(place.point) + " to " +
         (same.empty() ? "PART" : same) + "` in the head of " + place.flow;
}

const Step* step_at(const Program& program, const Landing& landing) {
  const Flow* flow = program.find(landing.flow);
  if (flow == nullptr || !flow->points.contains(landing.point)) return nullptr;
  return &flow->code[flow->points.at(landing.point)].step;
}

}  // namespace

std::vector<PlaceChange> changed_places(const Program& before, const Program& now) {
  std::vector<PlaceChange> changes;
  for (const auto& [id, flow] : before.flows) {
    std::vector<std::pair<Address, std::string>> points;
    for (const auto& [point, at] : flow.points) points.emplace_back(at, point);
    std::sort(points.begin(), points.end());
    for (const auto& [at, point] : points) {
      const Instruction& old = flow.code[at];
      PlaceChange place;
      place.landing = land(now, {id, point, part_at(flow, at)});
      const Step* step = step_at(now, place.landing);
      place.asks_something_else = step != nullptr && asks_something_else(old.step, *step);
      if (place.landing.how == Landing::How::same && !place.asks_something_else) continue;
      place.flow = id;
      place.point = point;
      place.kind = kind_of(old.step);
      place.words = words_of(old.step);
      if (flow.file < before.files.size()) place.path = before.files[flow.file];
      place.line = old.place.line;
      if (place.landing.how == Landing::How::nowhere) place.hint = hint_for(now, place, old.step);
      changes.push_back(std::move(place));
    }
  }
  return changes;
}

size_t Diff::lost() const {
  return static_cast<size_t>(std::count_if(
      places.begin(), places.end(),
      [](const PlaceChange& place) { return place.landing.how == Landing::How::nowhere; }));
}

}  // namespace keel
