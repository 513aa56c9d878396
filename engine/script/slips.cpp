#include "script/slips.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

namespace keel {
namespace {

using Lines = std::vector<IndentedLine>;

// Beyond this a file is not mended, only complained about: it was not written by hand.
constexpr size_t lines_max = 3000;
constexpr size_t slips_max = 20;
constexpr int columns_max = 2 * 64;

struct Verdict {
  int wrong = 0;                // lines that do not stand as they may
  std::optional<size_t> first;  // the first of them from where it was looked for
  bool first_is_otherwise = false;
};

// One pass over the lines with the open parents at hand.
class Judge {
 public:
  Judge(const Lines& lines, size_t from) : lines_(lines), from_(from) {}

  Verdict judge() {
    open_.push_back({-2, Opening::root, Opening::unknown, false});
    for (size_t i = 0; i < lines_.size(); ++i) look_at(i);
    close_to(-1);
    return verdict_;
  }

 private:
  struct Level {
    int columns;
    Opening opening;
    Opening last_child;
    bool has_child;
  };

  void look_at(size_t i) {
    const IndentedLine& line = lines_[i];
    close_to(line.columns);
    Level& parent = open_.back();
    bool wrong = line.columns - parent.columns != 2;
    wrong = wrong || !may_stand_under(line.opening, parent.opening);
    const bool alone = line.opening == Opening::otherwise && !follows_branch(parent);
    if (wrong || alone) {
      ++verdict_.wrong;
      if (!verdict_.first && i >= from_) {
        verdict_.first = i;
        verdict_.first_is_otherwise = !wrong;
      }
    }
    parent.has_child = true;
    parent.last_child = line.opening;
    open_.push_back({line.columns, line.opening, Opening::root, false});
  }

  static bool follows_branch(const Level& parent) {
    return parent.last_child == Opening::branch || parent.last_child == Opening::otherwise ||
           parent.last_child == Opening::unknown;
  }

  // A branch without anything under it counts, but is no reason to look for a slip by itself.
  void close_to(int columns) {
    while (open_.size() > 1 && open_.back().columns >= columns) {
      const Level& level = open_.back();
      const bool needs_child =
          level.opening == Opening::branch || level.opening == Opening::otherwise;
      if (needs_child && !level.has_child) ++verdict_.wrong;
      open_.pop_back();
    }
  }

  const Lines& lines_;
  size_t from_;
  std::vector<Level> open_;
  Verdict verdict_;
};

enum class Extent : uint8_t { line, with_children, to_end_of_block };

size_t end_of(const Lines& lines, size_t begin, Extent extent) {
  const int columns = lines[begin].columns;
  size_t end = begin + 1;
  if (extent == Extent::line) return end;
  const int least = extent == Extent::with_children ? columns + 1 : columns;
  while (end < lines.size() && lines[end].columns >= least) ++end;
  return end;
}

bool move(Lines& lines, size_t begin, size_t end, int by) {
  for (size_t i = begin; i < end; ++i) {
    if (lines[i].columns + by < 0) return false;
  }
  for (size_t i = begin; i < end; ++i) lines[i].columns += by;
  return true;
}

std::string_view parent_of(const Lines& lines, size_t at) {
  for (size_t i = at; i-- > 0;) {
    if (lines[i].columns < lines[at].columns) return lines[i].text;
  }
  return {};
}

// Stands level with a reply that has nothing under it: most likely it belongs there.
bool below_empty_reply(const Lines& lines, size_t line) {
  return line > 0 && lines[line - 1].opening == Opening::reply &&
         lines[line - 1].columns == lines[line].columns;
}

// The best move of a line near `wrong`, if it leaves fewer lines wrong than there are.
std::optional<Slip> best_move(Lines& lines, size_t wrong, const Verdict& now) {
  static constexpr std::array<int, 8> left_first{-1, 1, -2, 2, -3, 3, -4, 4};
  static constexpr std::array<int, 8> right_first{1, -1, 2, -2, 3, -3, 4, -4};
  struct Best {
    int wrong;
    size_t begin, end;
    int by;
  };
  std::optional<Best> best;
  const size_t back = now.first_is_otherwise ? 0 : std::min<size_t>(wrong, 2);
  for (size_t line = wrong; line + back >= wrong; --line) {
    for (const Extent extent : {Extent::line, Extent::with_children, Extent::to_end_of_block}) {
      const size_t end = end_of(lines, line, extent);
      if (extent != Extent::line && end == line + 1) continue;
      for (const int by : below_empty_reply(lines, line) ? right_first : left_first) {
        if (!move(lines, line, end, by)) continue;
        const int left = Judge(lines, 0).judge().wrong;
        if (left < (best ? best->wrong : now.wrong)) best = Best{left, line, end, by};
        move(lines, line, end, -by);
      }
    }
    if (line == 0) break;
  }
  if (!best) return std::nullopt;
  Slip slip{best->begin, lines[best->begin].columns, 0, {}};
  move(lines, best->begin, best->end, best->by);
  slip.now = lines[best->begin].columns;
  slip.parent = parent_of(lines, best->begin);
  return slip;
}

}  // namespace

int mend_unit(Lines& lines) {
  int unit = 0;
  for (const IndentedLine& line : lines) unit = std::gcd(unit, line.columns);
  if (unit < 3) return 0;
  int above = 0;
  for (const IndentedLine& line : lines) {
    if (line.columns > above + unit) return 0;
    above = line.columns;
  }
  // A single step says nothing about a habit.
  const auto deep = std::count_if(lines.begin(), lines.end(),
                                  [&](const IndentedLine& l) { return l.columns > 0; });
  const bool nested = std::any_of(lines.begin(), lines.end(),
                                  [&](const IndentedLine& l) { return l.columns > unit; });
  if (deep < 4 || !nested) return 0;
  for (IndentedLine& line : lines) line.columns = line.columns / unit * 2;
  return unit;
}

std::vector<Slip> mend_slips(Lines& lines) {
  std::vector<Slip> slips;
  if (lines.size() > lines_max) return slips;
  const bool too_deep = std::any_of(lines.begin(), lines.end(), [](const IndentedLine& line) {
    return line.columns > columns_max;
  });
  if (too_deep) return slips;
  size_t from = 0;
  for (size_t tries = 0; tries < slips_max; ++tries) {
    const Verdict now = Judge(lines, from).judge();
    if (!now.first) break;
    if (std::optional<Slip> slip = best_move(lines, *now.first, now)) {
      slips.push_back(*slip);
    } else {
      from = *now.first + 1;
    }
  }
  return slips;
}

}  // namespace keel
