// What is said: sentences added, changed and gone. A sentence that only moved is none of the three.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "change/diff.h"
#include "talk/line_diff.h"

namespace keel {
namespace {

using Kind = LineChange::Kind;

constexpr double same_spot = 0.3;        // of likeness, for standing at the same question
constexpr double likeness_needed = 0.3;  // to be the same sentence in other words

std::set<std::string> words_of(const std::string& text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : text + " ") {
    const bool letter =
        std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
    if (letter) {
      word += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    } else if (!word.empty()) {
      words.insert(std::exchange(word, {}));
    }
  }
  return words;
}

double likeness(const SpokenLine& a, const SpokenLine& b) {
  if (a.role != b.role) return 0;
  const std::set<std::string> left = words_of(a.text), right = words_of(b.text);
  const auto common = static_cast<double>(std::count_if(
      left.begin(), left.end(), [&](const std::string& word) { return right.contains(word); }));
  const auto all = static_cast<double>(left.size() + right.size());
  return (all == 0 ? 0 : 2 * common / all) + (a.spot == b.spot ? same_spot : 0);
}

std::vector<std::string> keys_of(const std::vector<SpokenLine>& lines) {
  std::vector<std::string> keys;
  for (const SpokenLine& line : lines) keys.push_back(line.role + ": " + line.text);
  return keys;
}

using Lines = std::vector<SpokenLine>;

// Pairs up what stands in each other's place, the most alike first.
void pair_up(const std::string& flow, Lines gone, Lines added, std::vector<LineChange>& changes) {
  while (!gone.empty() && !added.empty()) {
    double best = 0;
    size_t best_gone = 0, best_added = 0;
    for (size_t i = 0; i < gone.size(); ++i) {
      for (size_t j = 0; j < added.size(); ++j) {
        const double alike = likeness(gone[i], added[j]);
        if (alike <= best) continue;
        best = alike, best_gone = i, best_added = j;
      }
    }
    if (best < likeness_needed) break;
    changes.push_back({Kind::changed, flow, gone[best_gone], added[best_added]});
    gone.erase(gone.begin() + static_cast<ptrdiff_t>(best_gone));
    added.erase(added.begin() + static_cast<ptrdiff_t>(best_added));
  }
  for (SpokenLine& line : gone) changes.push_back({Kind::gone, flow, std::move(line), {}});
  for (SpokenLine& line : added) changes.push_back({Kind::added, flow, {}, std::move(line)});
}

// Takes out what is in both, in whatever order.
void take_out_moved(Lines& gone, Lines& added) {
  std::erase_if(gone, [&](const SpokenLine& line) {
    const auto same = std::find_if(added.begin(), added.end(), [&](const SpokenLine& other) {
      return other.role == line.role && other.text == line.text;
    });
    if (same == added.end()) return false;
    added.erase(same);
    return true;
  });
}

void compare_flow(const std::string& id, const Lines& before, const Lines& now,
                  std::vector<LineChange>& changes) {
  Lines gone, added;
  for (const LineHunk& hunk : line_diff(keys_of(before), keys_of(now))) {
    for (size_t i = hunk.old_begin; i < hunk.old_end; ++i) gone.push_back(before[i]);
    for (size_t i = hunk.new_begin; i < hunk.new_end; ++i) added.push_back(now[i]);
  }
  take_out_moved(gone, added);
  pair_up(id, std::move(gone), std::move(added), changes);
}

const Flow* flow_now(const Program& now, const std::string& id) {
  if (const Flow* flow = now.find(id)) return flow;
  for (const auto& [name, flow] : now.flows) {
    if (std::find(flow.was.begin(), flow.was.end(), id) != flow.was.end()) return &flow;
  }
  return nullptr;
}

uint32_t line_of(const LineChange& change) {
  return change.kind == Kind::gone ? change.before.line : change.after.line;
}

}  // namespace

std::vector<LineChange> changed_lines(const Program& before, const Program& now) {
  std::vector<LineChange> changes;
  std::set<std::string> compared;
  for (const auto& [id, flow] : before.flows) {
    const Flow* other = flow_now(now, id);
    if (other != nullptr) compared.insert(other->id);
    compare_flow(other == nullptr ? id : other->id, spoken_lines(before, flow),
                 other == nullptr ? Lines() : spoken_lines(now, *other), changes);
  }
  for (const auto& [id, flow] : now.flows) {
    if (!compared.contains(id)) compare_flow(id, {}, spoken_lines(now, flow), changes);
  }
  std::stable_sort(changes.begin(), changes.end(), [](const LineChange& a, const LineChange& b) {
    return std::pair(a.flow, line_of(a)) < std::pair(b.flow, line_of(b));
  });
  return changes;
}

}  // namespace keel
