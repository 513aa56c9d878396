#include "change/diff.h"

#include <algorithm>
#include <sstream>

#include "talk/talk.h"

namespace keel {
namespace {

std::vector<std::string> lines_of(const Talk& talk) {
  std::vector<std::string> lines;
  std::istringstream in(talk.written_anew);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  if (talk.stopped && !talk.mismatches.empty()) {
    lines.push_back("(" + talk.mismatches.back().problem + ")");
  }
  return lines;
}

std::string counted(size_t count, const char* what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

// A built pack does not say in which file its lines stand.
std::string where(const std::string& path, uint32_t line, const std::string& flow) {
  if (path.empty()) return "flow " + flow;
  return path + (line == 0 ? "" : ":" + std::to_string(line));
}

std::string labelled(const SpokenLine& line) {
  return line.role + ": " + line.text;
}

std::string lines_in_words(const std::vector<LineChange>& changes) {
  std::string out;
  size_t counts[3] = {};
  for (const LineChange& change : changes) {
    ++counts[static_cast<size_t>(change.kind)];
    const bool gone = change.kind == LineChange::Kind::gone;
    const SpokenLine& line = gone ? change.before : change.after;
    out += where(line.path, line.line, change.flow) + "\n";
    if (change.kind != LineChange::Kind::added) out += "  - " + labelled(change.before) + "\n";
    if (!gone) out += "  + " + labelled(change.after) + "\n";
  }
  return counted(changes.size(), "line") + " differ" + (changes.size() == 1 ? "s" : "") + ": " +
         std::to_string(counts[0]) + " added, " + std::to_string(counts[1]) + " changed, " +
         std::to_string(counts[2]) + " gone\n" + out;
}

std::string landing_in_words(const PlaceChange& place) {
  const Landing& landing = place.landing;
  const std::string flow = landing.flow == place.flow ? "" : " of " + landing.flow;
  const std::string part = landing.part.empty() ? "the beginning" : "part " + landing.part;
  switch (landing.how) {
    case Landing::How::nowhere:
      return "lands nowhere";
    case Landing::How::part:
      return "is asked again from " + part + flow;
    case Landing::How::moved:
      return "goes on at " + (landing.point.empty() ? part : landing.point) + flow;
    case Landing::How::renamed:
      return "goes on where they are, in " + landing.flow;
    case Landing::How::same:
      break;
  }
  return "stays";
}

std::string place_in_words(const PlaceChange& place) {
  const bool lost = place.landing.how == Landing::How::nowhere;
  std::string out = where(place.path, place.line, place.flow) + ": ";
  if (lost) out += "error: ";
  out += "who stands at the " + place.kind + " " + place.point + " " + landing_in_words(place);
  if (place.asks_something_else) out += "; something else is asked there now";
  out += "\n";
  if (!place.words.empty()) out += "    " + place.words + "\n";
  if (!place.hint.empty()) out += "    " + place.hint + "\n";
  return out;
}

std::string places_in_words(const Diff& diff) {
  if (diff.places.empty()) return "everybody stays where they are\n";
  const size_t lost = diff.lost();
  std::string out = counted(diff.places.size(), "place") + " moved" +
                    (lost == 0 ? "" : ", " + std::to_string(lost) + " of them lost") + "\n";
  for (const PlaceChange& place : diff.places) out += place_in_words(place);
  return out;
}

std::string talks_in_words(const Diff& diff) {
  std::string out = std::to_string(diff.talks.size()) + " of " +
                    counted(diff.talks_played, "talk") + " go otherwise\n";
  for (const TalkChange& talk : diff.talks) {
    out += talk.talk + "\n";
    if (!talk.after.empty()) out += "    " + talk.after + "\n";
    out += "  - " + talk.before + "\n  + " + talk.now + "\n";
  }
  return out;
}

}  // namespace

std::vector<TalkChange> changed_talks(const Program& before, const Program& now,
                                      const std::vector<NamedTalk>& talks) {
  constexpr const char* over = "(the talk is over)";
  std::vector<TalkChange> changes;
  for (const NamedTalk& talk : talks) {
    const std::vector<std::string> then = lines_of(run_talk(before, talk.text, Between::nothing));
    const std::vector<std::string> lines = lines_of(run_talk(now, talk.text, Between::nothing));
    const auto [a, b] = std::mismatch(then.begin(), then.end(), lines.begin(), lines.end());
    if (a == then.end() && b == lines.end()) continue;
    changes.push_back({talk.name, a == then.begin() ? "" : *std::prev(a),
                       a == then.end() ? over : *a, b == lines.end() ? over : *b});
  }
  return changes;
}

Diff diff_packs(const Program& before, const Program& now, const std::vector<NamedTalk>& talks) {
  return {changed_lines(before, now), changed_places(before, now),
          changed_talks(before, now, talks), talks.size()};
}

std::string in_words(const Diff& diff) {
  std::string out = lines_in_words(diff.lines) + "\n" + places_in_words(diff);
  if (diff.talks_played != 0) out += "\n" + talks_in_words(diff);
  return out;
}

}  // namespace keel
