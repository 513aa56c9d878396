#include "abilities/facts.h"

#include <algorithm>

#include "abilities/clauses.h"
#include "abilities/fact_rules.h"
#include "base/assert.h"
#include "understand/pattern.h"

namespace keel {
namespace {

PatternSet build_rules() {
  std::vector<Diagnostic> mistakes;
  std::vector<WordListContent> lists;
  for (const auto& [name, entries] : fact_word_lists) {
    lists.push_back({std::string(name), {{std::string(entries), "facts", {}}}});
  }
  const WordLists words = WordLists::build(lists, mistakes);
  PatternSet::Builder builder(words);
  for (const FactRule& rule : fact_rules) {
    builder.add({std::string(rule.pattern), "facts", {}}, mistakes);
  }
  KEEL_ASSERT(mistakes.empty());
  return std::move(builder).build();
}

const PatternSet& rules() {
  static const PatternSet set = build_rules();
  return set;
}

bool inside(TokenRange part, TokenRange whole) {
  return part.first >= whole.first && part.last <= whole.last;
}

// A question or a wish is neither fact nor guess.
bool asks_or_wishes(const Text& text, TokenRange clause) {
  const Span span = text.span(clause);
  const std::string_view after = std::string_view(text.source()).substr(span.end, 3);
  if (after.find('?') != std::string_view::npos) return true;
  const std::string_view first = text.word(clause.first);
  const bool wish =
      first == "i" && clause.last - clause.first > 1 &&
      (text.word(clause.first + 1) == "wish" || text.word(clause.first + 1) == "want");
  return wish;
}

}  // namespace

std::vector<FactMark> read_facts(const Text& text) {
  const std::vector<PatternMatch> matches = rules().find(text);
  std::vector<FactMark> marks;
  for (const TokenRange& clause : clauses_of(text)) {
    if (asks_or_wishes(text, clause)) continue;
    const FactRule* best = nullptr;
    for (const PatternMatch& match : matches) {
      const FactRule& rule = fact_rules[match.pattern];
      if (inside(match.tokens, clause) && (best == nullptr || rule.weight > best->weight))
        best = &rule;
    }
    if (best == nullptr) continue;
    marks.push_back({text.span(clause), std::string(best->kind), std::string(best->why)});
  }
  return marks;
}

}  // namespace keel
