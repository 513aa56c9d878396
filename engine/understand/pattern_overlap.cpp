#include "understand/pattern_overlap.h"

#include <algorithm>
#include <string_view>

namespace keel {
namespace {

using Kind = PatternNode::Kind;
using Position = WordAutomaton::Position;
using Cut = WordAutomaton::Cut;

struct Fragment {
  std::vector<uint32_t> first;
  std::vector<uint32_t> last;
  bool nullable = true;
  std::vector<Cut> cuts;
};

template <class Item>
void append(std::vector<Item>& to, const std::vector<Item>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

class Builder {
 public:
  WordAutomaton build(const PatternNode& node) {
    // A pattern is found inside a sentence; here it is to take all of it, so that the sentence's
    // start and end come before and after it, whether it names them or not.
    PatternNode whole{Kind::sequence, 0, {}, {}};
    whole.children = {optional(Kind::start), node, optional(Kind::end)};
    const Fragment fragment = compile(whole);
    automaton_.first = fragment.first;
    automaton_.cuts = fragment.cuts;
    for (const uint32_t position : fragment.last) automaton_.positions[position].last = true;
    return std::move(automaton_);
  }

 private:
  static PatternNode optional(Kind kind) {
    PatternNode node{Kind::optional, 0, {}, {}};
    node.children.push_back({kind, 0, {}, {}});
    return node;
  }

  Fragment single(Position position) {
    const auto number = static_cast<uint32_t>(automaton_.positions.size());
    const bool names_words = position.kind == Position::Kind::words;
    automaton_.positions.push_back(std::move(position));
    return {
        {number}, {number}, false, names_words ? std::vector<Cut>{{number}} : std::vector<Cut>{}};
  }

  Fragment compile(const PatternNode& node) {
    switch (node.kind) {
      case Kind::word:
        return single({Position::Kind::words, {node.word}, {}, {}});
      case Kind::prefix:
        return single({Position::Kind::words, {}, {node.word}, {}});
      case Kind::any:
        return single({Position::Kind::any, {}, {}, {}});
      case Kind::start:
        return single({Position::Kind::start, {}, {}, {}});
      case Kind::end:
        return single({Position::Kind::end, {}, {}, {}});
      case Kind::gap:
        return gap(node.count);
      case Kind::sequence:
        return sequence(node);
      case Kind::choice:
        return choice(node);
      case Kind::optional:
        break;
    }
    Fragment inner = compile(node.children.front());
    inner.nullable = true;
    inner.cuts.clear();
    return inner;
  }

  Fragment gap(uint32_t count) {
    Fragment all;
    for (uint32_t i = 0; i < count; ++i) {
      const Fragment one = single({Position::Kind::any, {}, {}, {}});
      if (i == 0) all.first = one.first;
      if (i > 0) automaton_.positions[all.last.back()].follow.push_back(one.first[0]);
      all.last.push_back(one.first[0]);
    }
    return all;
  }

  Fragment sequence(const PatternNode& node) {
    Fragment all;
    for (const PatternNode& child : node.children) {
      const Fragment next = compile(child);
      for (const uint32_t from : all.last) append(automaton_.positions[from].follow, next.first);
      if (all.nullable) append(all.first, next.first);
      if (!next.nullable) all.last.clear();
      append(all.last, next.last);
      append(all.cuts, next.cuts);
      all.nullable = all.nullable && next.nullable;
    }
    return all;
  }

  // Single words among the alternatives share one position.
  Fragment choice(const PatternNode& node) {
    Position words;
    std::vector<Fragment> branches;
    flatten(node, words, branches);
    if (!words.words.empty() || !words.prefixes.empty()) {
      std::sort(words.words.begin(), words.words.end());
      std::sort(words.prefixes.begin(), words.prefixes.end());
      branches.push_back(single(std::move(words)));
    }
    Fragment all;
    all.nullable = false;
    for (const Fragment& branch : branches) {
      append(all.first, branch.first);
      append(all.last, branch.last);
      all.nullable = all.nullable || branch.nullable;
    }
    all.cuts = cut_through(branches);
    return all;
  }

  void flatten(const PatternNode& node, Position& words, std::vector<Fragment>& branches) {
    for (const PatternNode& child : node.children) {
      const PatternNode* bare = &child;
      while (bare->kind == Kind::sequence && bare->children.size() == 1)
        bare = &bare->children.front();
      if (bare->kind == Kind::choice) {
        flatten(*bare, words, branches);
      } else if (bare->kind == Kind::word) {
        words.words.push_back(bare->word);
      } else if (bare->kind == Kind::prefix) {
        words.prefixes.push_back(bare->word);
      } else {
        branches.push_back(compile(*bare));
      }
    }
  }

  // One cut through all branches, by the smallest of each; none where a branch has none.
  static std::vector<Cut> cut_through(const std::vector<Fragment>& branches) {
    Cut through;
    for (const Fragment& branch : branches) {
      const auto smallest =
          std::min_element(branch.cuts.begin(), branch.cuts.end(),
                           [](const Cut& a, const Cut& b) { return a.size() < b.size(); });
      if (smallest == branch.cuts.end()) return {};
      append(through, *smallest);
    }
    return {through};
  }

  WordAutomaton automaton_;
};

std::optional<std::string> word_with_prefix(const Position& words, const Position& prefixes) {
  for (const std::string& prefix : prefixes.prefixes) {
    const auto at = std::lower_bound(words.words.begin(), words.words.end(), prefix);
    if (at != words.words.end() && at->starts_with(prefix)) return *at;
  }
  return std::nullopt;
}

std::string some_word(const Position& position) {
  if (!position.words.empty()) return position.words.front();
  return position.prefixes.empty() ? "now" : position.prefixes.front();
}

// A word that fits both; empty for the start or the end of the sentence. The free places of the
// wide one may stand over words that the narrow one names, and not the other way round: else two
// patterns would meet in sentences that nobody has written a word of on both sides.
std::optional<std::string> common_word(const Position& narrow, const Position& wide) {
  const Position& a = narrow;
  const Position& b = wide;
  const auto sentinel = [](const Position& p) {
    return p.kind == Position::Kind::start || p.kind == Position::Kind::end;
  };
  if (sentinel(a) || sentinel(b))
    return a.kind == b.kind ? std::optional(std::string()) : std::nullopt;
  if (b.kind == Position::Kind::any) return some_word(a);
  if (a.kind == Position::Kind::any) return std::nullopt;
  auto left = a.words.begin();
  auto right = b.words.begin();
  while (left != a.words.end() && right != b.words.end()) {
    if (*left == *right) return *left;
    if (*left < *right) {
      ++left;
    } else {
      ++right;
    }
  }
  if (auto word = word_with_prefix(a, b)) return word;
  if (auto word = word_with_prefix(b, a)) return word;
  for (const std::string& one : a.prefixes) {
    for (const std::string& other : b.prefixes) {
      if (one.starts_with(other)) return one;
      if (other.starts_with(one)) return other;
    }
  }
  return std::nullopt;
}

// Breadth first over pairs of positions. Every sentence begins with its start and ends with its
// end.
class Product {
 public:
  Product(const WordAutomaton& a, const WordAutomaton& b)
      : a_(a), b_(b), seen_(a.positions.size() * b.positions.size(), false) {}

  std::optional<std::string> search() {
    spread(a_.first, b_.first, no_pair, true);
    for (size_t pair = 0; pair < pairs_.size(); ++pair) {
      const Position& left = a_.positions[pairs_[pair].a];
      const Position& right = b_.positions[pairs_[pair].b];
      if (left.kind == Position::Kind::end && left.last && right.last) return sentence(pair);
      spread(left.follow, right.follow, pair, false);
    }
    return std::nullopt;
  }

 private:
  static constexpr size_t no_pair = static_cast<size_t>(-1);
  struct Pair {
    uint32_t a = 0;
    uint32_t b = 0;
    size_t from = no_pair;
    std::string word;
  };

  void spread(const std::vector<uint32_t>& as, const std::vector<uint32_t>& bs, size_t from,
              bool start) {
    for (const uint32_t a : as) {
      for (const uint32_t b : bs) {
        const size_t index = size_t{a} * b_.positions.size() + b;
        const bool begins = a_.positions[a].kind == Position::Kind::start;
        if (seen_[index] || begins != start) continue;
        auto word = common_word(a_.positions[a], b_.positions[b]);
        if (!word) continue;
        seen_[index] = true;
        pairs_.push_back({a, b, from, std::move(*word)});
      }
    }
  }

  std::optional<std::string> sentence(size_t pair) const {
    std::vector<std::string_view> words;
    for (size_t at = pair; at != no_pair; at = pairs_[at].from) {
      if (!pairs_[at].word.empty()) words.push_back(pairs_[at].word);
    }
    if (words.empty()) return std::nullopt;
    std::string text;
    for (auto word = words.rbegin(); word != words.rend(); ++word)
      text += (text.empty() ? "" : " ") + std::string(*word);
    return text;
  }

  const WordAutomaton& a_;
  const WordAutomaton& b_;
  std::vector<bool> seen_;
  std::vector<Pair> pairs_;
};

}  // namespace

WordAutomaton automaton_of(const PatternNode& node) {
  return Builder().build(node);
}

std::optional<std::string> common_sentence(const WordAutomaton& a, const WordAutomaton& b) {
  const auto sentence = Product(a, b).search();
  return sentence ? sentence : Product(b, a).search();
}

}  // namespace keel
