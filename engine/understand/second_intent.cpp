#include "understand/second_intent.h"

#include <algorithm>
#include <utility>

#include "understand/phrases.h"
#include "understand/scope.h"

namespace keel {
namespace {

constexpr uint32_t words_min = 2;       // that speak for a guess
constexpr uint32_t part_words_min = 3;  // on either side of an addition

TokenRange tokens_of(const Text& text, Span span) {
  TokenRange range{text.size(), 0};
  for (uint32_t i = 0; i < text.size(); ++i) {
    const Span token = text.tokens()[i].source;
    if (token.begin < span.begin || token.end > span.end) continue;
    range.first = std::min(range.first, i);
    range.last = i + 1;
  }
  return range;
}

// The longest run of words that speaks for the guess.
TokenRange words_for(const Text& text, const IntentGuess& guess) {
  Span longest;
  for (const Evidence& evidence : guess.evidence) {
    if (evidence.span.size() > longest.size()) longest = evidence.span;
  }
  return tokens_of(text, longest);
}

// Something between them begins anew: another sentence, or "and", "also", "but".
bool are_apart(const Text& text, TokenRange a, TokenRange b) {
  if (b.first < a.first) std::swap(a, b);
  if (a.last > b.first) return false;
  constexpr std::string_view joins[] = {"and", "also", "but", "plus", "then", "n"};
  for (uint32_t i = a.last; i <= b.first; ++i) {
    if (is_one_of(text.word(i), joins)) return true;
  }
  return clause_begin(text, b.first) >= a.last;
}

}  // namespace

const IntentGuess* second_by_patterns(const Text& text, std::span<const IntentGuess> guesses) {
  if (guesses.size() < 2 || !guesses[0].by_pattern) return nullptr;
  const TokenRange first = words_for(text, guesses[0]);
  if (first.last < first.first + words_min) return nullptr;
  for (const IntentGuess& guess : guesses.subspan(1)) {
    if (!guess.by_pattern) continue;
    const TokenRange words = words_for(text, guess);
    if (words.last >= words.first + words_min && are_apart(text, first, words)) return &guess;
  }
  return nullptr;
}

uint32_t addition_in(const Text& text) {
  constexpr std::string_view additions[] = {"also",   "plus", "and another thing",
                                            "oh and", "ps",   "on top of that"};
  for (uint32_t i = part_words_min; i + part_words_min < text.size(); ++i) {
    if (longest_phrase_at(text, i, additions) > 0) return i;
  }
  return text.size();
}

}  // namespace keel
