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

// What the form of the words says when no rule names them: a past tense, a number.
const FactRule* by_form(const Text& text, TokenRange clause) {
  for (uint32_t i = clause.first; i < clause.last; ++i) {
    if (text.tokens()[i].kind == TokenKind::number) return &number_rule;
  }
  for (uint32_t i = clause.first + 1; i < clause.last; ++i) {
    const std::string_view word = text.word(i);
    if (word.size() > 4 && word.ends_with("ed")) return &past_tense_rule;
  }
  return nullptr;
}

const FactRule* best_rule(const Text& text, TokenRange clause) {
  const FactRule* best = by_form(text, clause);
  // Read on its own, so that no rule takes words of its neighbours.
  const Text alone = Text::read(text.words(clause));
  for (const PatternMatch& match : rules().find(alone)) {
    const FactRule& rule = fact_rules[match.pattern];
    if (rule.opens && match.tokens.first > 0) continue;
    if (best == nullptr || rule.weight > best->weight) best = &rule;
  }
  return best;
}

// A quotation that ends the clause ends with its closing mark.
Span with_quotes(const Text& text, Span span) {
  const std::string_view source = text.source();
  const auto quotes = std::count(source.begin() + span.begin, source.begin() + span.end, '"');
  if (quotes % 2 == 1 && span.end < source.size() && source[span.end] == '"') ++span.end;
  if (quotes % 2 == 1 && span.begin > 0 && source[span.begin - 1] == '"') --span.begin;
  return span;
}

}  // namespace

std::vector<FactMark> read_facts(const Text& text) {
  std::vector<FactMark> marks;
  for (const TokenRange& clause : clauses_of(text)) {
    if (asks_or_wishes(text, clause)) continue;
    const FactRule* rule = best_rule(text, clause);
    if (rule == nullptr) continue;
    marks.push_back(
        {with_quotes(text, text.span(clause)), std::string(rule->kind), std::string(rule->why)});
  }
  return marks;
}

}  // namespace keel
