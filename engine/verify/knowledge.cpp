#include "verify/knowledge.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace keel {
namespace {

constexpr size_t ways_max = 24;  // of making one condition so; more are taken together

std::string slot_variable(const std::string& slot) {
  return "slot " + slot;
}

std::string variable_of(const Flow& flow, const Condition& c) {
  const auto number = std::to_string(c.number);
  switch (c.subject) {
    case SubjectKind::slot:
      if (c.other_slot.empty()) return slot_variable(c.name);
      return "than " + c.name + " " + std::to_string(static_cast<int>(c.compare)) + " " +
             c.other_slot;
    case SubjectKind::last:
      return "last " + c.name;
    case SubjectKind::days_since:
      return "days " + c.name;
    case SubjectKind::count_of:
      return "count " + c.name;
    case SubjectKind::heard:
      return "heard " + c.name;
    case SubjectKind::has_kind:
      return "kind " + c.name + " " + c.value;
    case SubjectKind::corrected:
      return "moved " + c.name;
    case SubjectKind::visited:
      return "visited " + (c.name.empty() ? flow.id : c.name) + " " + c.value;
    case SubjectKind::waited_over:
      return "over " + number;
    case SubjectKind::counted:
      return "";
  }
  return "";
}

bool is_truth(SubjectKind subject) {
  return subject == SubjectKind::has_kind || subject == SubjectKind::corrected ||
         subject == SubjectKind::visited || subject == SubjectKind::waited_over;
}

Possible truth() {
  Possible possible = Possible::any_value();
  possible.listed = true;
  possible.words = {"no", "yes"};
  return possible;
}

// Before anything is known of it.
Possible first_of(const std::string& variable) {
  const std::string kind = variable.substr(0, variable.find(' '));
  if (kind == "kind" || kind == "moved" || kind == "visited" || kind == "over" || kind == "than")
    return truth();
  if (kind == "count") return Possible::number(0, std::numeric_limits<int64_t>::max());
  if (kind == "slot") {
    const std::string slot = variable.substr(5);
    if (engine_slots().contains(slot) && !engine_slot_may_be_unknown(slot))
      return Possible::any_value();
  }
  return {};
}

void restrict_to(Possible& p, const std::string& word) {
  const bool possible = p.listed == p.words.contains(word);
  p.listed = true;
  p.words = possible ? std::set<std::string>{word} : std::set<std::string>{};
}

void take_out(Possible& p, const std::string& word) {
  if (p.listed) {
    p.words.erase(word);
  } else {
    p.words.insert(word);
  }
}

void settle(Possible& p) {
  if ((p.listed && p.words.empty()) || p.least > p.most) p.known = false;
  if (!p.known) p = Possible{p.unknown, false, false, {}, 0, 0};
}

using Ways = std::vector<Possible>;

std::optional<int64_t> number_in(const std::string& word) {
  int64_t number = 0;
  const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
  if (read.ec != std::errc() || read.ptr != word.data() + word.size()) return std::nullopt;
  return number;
}

Ways compared_to_word(Possible p, const std::string& word, bool is, bool holds) {
  if (holds) p.unknown = false;
  const std::optional<int64_t> number = number_in(word);
  if (is == holds) {
    restrict_to(p, word);
    if (number) p.least = std::max(p.least, *number);
    if (number) p.most = std::min(p.most, *number);
  } else {
    take_out(p, word);
    if (number && p.least == *number && p.most == *number) p.known = false;
  }
  return {p};
}

Ways compared_to_number(Possible p, Compare compare, int64_t n, bool holds) {
  if (holds) p.unknown = false;
  constexpr int64_t lowest = std::numeric_limits<int64_t>::min();
  constexpr int64_t highest = std::numeric_limits<int64_t>::max();
  const auto within = [&p](int64_t least, int64_t most) {
    Possible cut = p;
    cut.least = std::max(cut.least, least);
    cut.most = std::min(cut.most, most);
    return cut;
  };
  const int64_t below = n == lowest ? lowest : n - 1;
  const int64_t above = n == highest ? highest : n + 1;
  switch (compare) {
    case Compare::less:
      return {holds ? within(lowest, below) : within(n, highest)};
    case Compare::at_most:
      return {holds ? within(lowest, n) : within(above, highest)};
    case Compare::at_least:
      return {holds ? within(n, highest) : within(lowest, below)};
    case Compare::more:
      return {holds ? within(above, highest) : within(lowest, n)};
    default:
      if (holds) return {within(n, n)};
      return {within(lowest, below), within(above, highest)};
  }
}

Ways narrowed(Possible p, const Condition& c, bool holds) {
  switch (c.compare) {
    case Compare::known:
    case Compare::unknown:
      if (holds == (c.compare == Compare::known)) {
        p.unknown = false;
      } else {
        p.known = false;
      }
      return {p};
    case Compare::holds:
      return compared_to_word(p, "yes", true, holds);
    case Compare::is:
      return compared_to_word(p, c.value, true, holds);
    case Compare::is_not:
      return compared_to_word(p, c.value, false, holds);
    default:
      return compared_to_number(p, c.compare, c.number, holds);
  }
}

class Narrowing {
 public:
  explicit Narrowing(const FlowView& view) : view_(view), flow_(view.model.flow(view.flow)) {}

  std::vector<Knowledge> when(const Knowledge& before, const Condition& c, bool wanted) const {
    const bool holds = wanted != c.negated;
    if (c.op == ConditionOp::compare) return compare(before, c, holds);
    // All of them are so, or else one of them is: each way of that.
    const bool each = (c.op == ConditionOp::all_of) == holds;
    return each ? all(before, c.parts, holds) : any(before, c.parts, holds);
  }

 private:
  bool follows(const std::string& variable) const {
    return view_.followed == nullptr || view_.followed->contains(variable);
  }

  std::vector<Knowledge> all(const Knowledge& before, const std::vector<Condition>& parts,
                             bool holds) const {
    std::vector<Knowledge> ways{before};
    for (const Condition& part : parts) {
      std::vector<Knowledge> next;
      for (const Knowledge& way : ways) {
        for (Knowledge& then : when(way, part, holds)) next.push_back(std::move(then));
      }
      ways = distinct(std::move(next), before);
    }
    return ways;
  }

  // Part by part, each with the ones before it not so, so that no way is found twice.
  std::vector<Knowledge> any(const Knowledge& before, const std::vector<Condition>& parts,
                             bool holds) const {
    std::vector<Knowledge> found;
    std::vector<Knowledge> rest{before};
    for (const Condition& part : parts) {
      std::vector<Knowledge> next;
      for (const Knowledge& way : rest) {
        for (Knowledge& then : when(way, part, holds)) found.push_back(std::move(then));
        for (Knowledge& then : when(way, part, !holds)) next.push_back(std::move(then));
      }
      rest = distinct(std::move(next), before);
    }
    return distinct(std::move(found), before);
  }

  static std::vector<Knowledge> distinct(std::vector<Knowledge> ways, const Knowledge& before) {
    std::sort(ways.begin(), ways.end());
    ways.erase(std::unique(ways.begin(), ways.end()), ways.end());
    if (ways.size() > ways_max) return {before};
    return ways;
  }

  std::vector<Knowledge> compare(const Knowledge& before, const Condition& c, bool holds) const {
    if (c.subject == SubjectKind::counted) return counted(before, c, holds);
    if (!c.other_slot.empty()) return compare_two(before, c, holds);
    Condition asked = c;
    if (is_truth(c.subject)) asked.compare = Compare::holds;
    return narrow(before, variable_of(flow_, c), asked, holds);
  }

  std::vector<Knowledge> narrow(const Knowledge& before, const std::string& variable,
                                const Condition& c, bool holds) const {
    if (!follows(variable)) return {before};
    const auto at = before.find(variable);
    std::vector<Knowledge> ways;
    for (Possible& p : narrowed(at == before.end() ? first_of(variable) : at->second, c, holds)) {
      settle(p);
      if (p.nothing()) continue;
      Knowledge way = before;
      way[variable] = std::move(p);
      ways.push_back(std::move(way));
    }
    return ways;
  }

  // Both are known when it holds; which is the greater is a thing of its own.
  std::vector<Knowledge> compare_two(const Knowledge& before, const Condition& c,
                                     bool holds) const {
    Condition truth_of = c;
    truth_of.compare = Compare::holds;
    std::vector<Knowledge> ways = narrow(before, variable_of(flow_, c), truth_of, holds);
    if (!holds) return ways;
    Condition known;
    known.compare = Compare::known;
    for (const std::string& slot : {c.name, c.other_slot}) {
      std::vector<Knowledge> next;
      for (const Knowledge& way : ways) {
        for (Knowledge& then : narrow(way, slot_variable(slot), known, true))
          next.push_back(std::move(then));
      }
      ways = std::move(next);
    }
    return ways;
  }

  std::vector<Knowledge> counted(const Knowledge& before, const Condition& c, bool holds) const {
    const auto found = flow_.definitions.find(c.name);
    if (found == flow_.definitions.end()) return {before};
    const Definition& definition = found->second;
    if (!definition.counts) return when(before, definition.condition, holds);
    // How many are so, part by part: knowledge, and the count so far.
    std::vector<std::pair<int64_t, Knowledge>> ways{{0, before}};
    for (const Condition& part : definition.condition.parts) {
      std::vector<std::pair<int64_t, Knowledge>> next;
      for (const auto& [count, way] : ways) {
        for (Knowledge& then : when(way, part, true)) next.emplace_back(count + 1, std::move(then));
        for (Knowledge& then : when(way, part, false)) next.emplace_back(count, std::move(then));
      }
      std::sort(next.begin(), next.end());
      next.erase(std::unique(next.begin(), next.end()), next.end());
      if (next.size() > 4 * ways_max) return {before};
      ways = std::move(next);
    }
    std::vector<Knowledge> kept;
    for (auto& [count, way] : ways) {
      const Ways fits =
          compared_to_number(Possible::number(count, count), c.compare, c.number, holds);
      const bool fit = std::any_of(fits.begin(), fits.end(),
                                   [](const Possible& p) { return p.least <= p.most; });
      if (fit) kept.push_back(std::move(way));
    }
    return distinct(std::move(kept), before);
  }

  const FlowView& view_;
  const Flow& flow_;
};

}  // namespace

Possible Possible::no_value() {
  return {true, false, false, {}, 0, 0};
}

Possible Possible::any_value() {
  Possible possible;
  possible.unknown = false;
  return possible;
}

Possible Possible::word(std::string word) {
  Possible possible = any_value();
  possible.listed = true;
  possible.words = {std::move(word)};
  return possible;
}

Possible Possible::number(int64_t least, int64_t most) {
  Possible possible = any_value();
  possible.least = least;
  possible.most = most;
  return possible;
}

std::vector<Knowledge> when(const FlowView& view, const Knowledge& knowledge,
                            const Condition& condition, bool holds) {
  return Narrowing(view).when(knowledge, condition, holds);
}

void variables_of(const Flow& flow, const Condition& condition, std::set<std::string>& out) {
  for (const Condition& part : condition.parts) variables_of(flow, part, out);
  if (condition.op != ConditionOp::compare) return;
  if (condition.subject == SubjectKind::counted) {
    const auto found = flow.definitions.find(condition.name);
    if (found != flow.definitions.end()) variables_of(flow, found->second.condition, out);
    return;
  }
  out.insert(variable_of(flow, condition));
  if (condition.other_slot.empty()) return;
  out.insert(slot_variable(condition.name));
  out.insert(slot_variable(condition.other_slot));
}

bool is_exact(const Flow& flow, const Condition& condition) {
  std::set<std::string> variables;
  variables_of(flow, condition, variables);
  return std::none_of(variables.begin(), variables.end(), [](const std::string& variable) {
    return variable.starts_with("than ") || variable.starts_with("kind ") ||
           variable.starts_with("moved ") || variable.starts_with("days ");
  });
}

}  // namespace keel
