#include <algorithm>
#include <utility>

#include "understand/pattern.h"
#include "understand/pattern_parser.h"

namespace keel {
namespace {

// How many letters must change to turn one name into the other (Levenshtein).
uint32_t distance(std::string_view a, std::string_view b) {
  std::vector<uint32_t> row(b.size() + 1);
  for (uint32_t j = 0; j < row.size(); ++j) row[j] = j;
  for (size_t i = 0; i < a.size(); ++i) {
    uint32_t diagonal = row[0]++;
    for (size_t j = 0; j < b.size(); ++j) {
      const uint32_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

struct WordLists::List {
  std::string name;
  PatternNode node;
};

WordLists::WordLists() = default;
WordLists::WordLists(WordLists&&) noexcept = default;
WordLists& WordLists::operator=(WordLists&&) noexcept = default;
WordLists::~WordLists() = default;

WordLists WordLists::build(std::span<const WordListContent> lists,
                           std::vector<Diagnostic>& diagnostics) {
  WordLists built;
  for (const WordListContent& content : lists) {
    PatternNode node{.kind = PatternNode::Kind::choice, .count = 0, .word = {}, .children = {}};
    for (const ContentLine& entry : content.entries) {
      std::optional<PatternNode> parsed = parse_pattern(entry, nullptr, diagnostics);
      if (parsed) node.children.push_back(std::move(*parsed));
    }
    if (!node.children.empty()) built.lists_.push_back({content.name, std::move(node)});
  }
  return built;
}

const PatternNode* WordLists::find(std::string_view name) const {
  for (const List& list : lists_) {
    if (list.name == name) return &list.node;
  }
  return nullptr;
}

std::string WordLists::nearest(std::string_view name) const {
  std::string best;
  uint32_t best_distance = 3;
  for (const List& list : lists_) {
    const uint32_t found = distance(list.name, name);
    if (found < best_distance) {
      best_distance = found;
      best = list.name;
    }
  }
  return best;
}

}  // namespace keel
