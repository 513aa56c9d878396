#include "understand/safety_scene.h"

#include <algorithm>

namespace keel {
namespace {

constexpr uint32_t negation_reach = 8;  // words
constexpr uint32_t speaker_reach = 6;   // words
constexpr uint32_t short_sentence = 3;  // words: "lol jk" after the sentence it is about

uint32_t bit(SafetyMark mark) {
  return 1U << static_cast<uint32_t>(mark);
}

bool opens_clause(std::string_view gap) {
  return gap.find_first_of(",;:()\n") != std::string_view::npos ||
         gap.find(" -") != std::string_view::npos || gap.find("..") != std::string_view::npos ||
         gap.find("\u2026") != std::string_view::npos ||
         gap.find("\u2014") != std::string_view::npos ||
         gap.find("\u2013") != std::string_view::npos;
}

bool has_quote_mark(std::string_view gap) {
  return gap.find('"') != std::string_view::npos || gap.find("\u201C") != std::string_view::npos ||
         gap.find("\u201D") != std::string_view::npos;
}

}  // namespace

SafetyScene::SafetyScene(const Text& text)
    : text_(text), marks_(text.size(), 0), breaks_(text.size(), false), quote_(text.size(), 0) {
  read_gaps();
}

void SafetyScene::read_gaps() {
  const std::string_view source = text_.source();
  uint32_t end = 0;
  uint32_t open = 0;
  for (uint32_t token = 0; token < text_.size(); ++token) {
    const Span span = text_.tokens()[token].source;
    const std::string_view gap = source.substr(end, span.begin - end);
    breaks_[token] = opens_clause(gap);
    if (has_quote_mark(gap)) open = open == 0 ? token + 1 : 0;
    quote_[token] = open;
    end = span.end;
  }
}

void SafetyScene::mark(SafetyMark mark, TokenRange tokens) {
  for (uint32_t token = tokens.first; token < tokens.last; ++token) marks_[token] |= bit(mark);
}

bool SafetyScene::has(uint32_t token, SafetyMark mark) const {
  return (marks_[token] & bit(mark)) != 0;
}

bool SafetyScene::any(TokenRange range, SafetyMark mark) const {
  for (uint32_t token = range.first; token < range.last; ++token) {
    if (has(token, mark)) return true;
  }
  return false;
}

SafetyPerson SafetyScene::person(uint32_t token) const {
  if (has(token, SafetyMark::i)) return SafetyPerson::i;
  if (has(token, SafetyMark::they)) return SafetyPerson::they;
  if (has(token, SafetyMark::you)) return SafetyPerson::you;
  if (has(token, SafetyMark::thing)) return SafetyPerson::thing;
  return SafetyPerson::nobody;
}

uint32_t SafetyScene::clause_start(uint32_t token, uint32_t sentence) const {
  const uint32_t first = text_.sentences()[sentence].first;
  while (token > first && !breaks_[token] && !has(token, SafetyMark::clause)) --token;
  return token;
}

SafetyPerson SafetyScene::subject(TokenRange tokens, uint32_t sentence) const {
  uint32_t start = clause_start(tokens.first, sentence);
  for (uint32_t token = tokens.first; token-- > start;) {
    const SafetyPerson found = person(token);
    if (found != SafetyPerson::nobody) return found;
  }
  const uint32_t first = text_.sentences()[sentence].first;
  while (start > first) {
    const uint32_t before = clause_start(start - 1, sentence);
    for (uint32_t token = before; token < start; ++token) {
      const SafetyPerson found = person(token);
      if (found == SafetyPerson::i || found == SafetyPerson::they) return found;
    }
    start = before;
  }
  return SafetyPerson::nobody;
}

bool SafetyScene::after_name(TokenRange tokens, uint32_t sentence) const {
  const uint32_t start = clause_start(tokens.first, sentence);
  for (uint32_t token = tokens.first; token-- > start;) {
    const char first = text_.source()[text_.tokens()[token].source.begin];
    if (first >= 'A' && first <= 'Z' && text_.word(token).size() > 1) return true;
  }
  return false;
}

bool SafetyScene::negated(TokenRange tokens, uint32_t sentence) const {
  const uint32_t start = clause_start(tokens.first, sentence);
  const uint32_t reach = tokens.first > negation_reach ? tokens.first - negation_reach : 0;
  for (uint32_t token = tokens.first; token-- > std::max(start, reach);) {
    if (has(token, SafetyMark::reach_end)) break;
    if (has(token, SafetyMark::negation)) return true;
    const bool new_subject = has(token, SafetyMark::i) && token > start;
    if (new_subject && !has(token - 1, SafetyMark::opinion) &&
        !has(token - 1, SafetyMark::negation)) {
      break;
    }
  }
  // "kill myself? never": a question that is turned down at once.
  const auto sentences = text_.sentences();
  if (tokens.last < sentences[sentence].last) {
    return breaks_[tokens.last] && has(tokens.last, SafetyMark::refusal) &&
           tokens.last + 1 == sentences[sentence].last;
  }
  if (sentence + 1 >= sentences.size() || !asked(sentence)) return false;
  return has(sentences[sentence + 1].first, SafetyMark::refusal);
}

bool SafetyScene::long_ago(uint32_t sentence) const {
  const TokenRange range = text_.sentences()[sentence];
  return any(range, SafetyMark::past) && !any(range, SafetyMark::present);
}

bool SafetyScene::said_by_others(TokenRange tokens) const {
  const uint32_t quote = quote_[tokens.first];
  if (quote == 0) return false;
  const uint32_t first = quote - 1;
  const uint32_t reach = first > speaker_reach ? first - speaker_reach : 0;
  bool speech = false;
  for (uint32_t token = first; token-- > reach;) {
    speech = speech || has(token, SafetyMark::speech);
    const SafetyPerson found = person(token);
    if (speech && found == SafetyPerson::i) return has(token, SafetyMark::they);
    if (speech && found == SafetyPerson::they) return true;
  }
  return false;
}

bool SafetyScene::jokes_in(TokenRange range) const {
  for (uint32_t token = range.first; token < range.last; ++token) {
    if (!has(token, SafetyMark::joke)) continue;
    if (token == range.first || !has(token - 1, SafetyMark::negation)) return true;
  }
  return false;
}

bool SafetyScene::joked(uint32_t sentence) const {
  const auto sentences = text_.sentences();
  if (jokes_in(sentences[sentence])) return true;
  if (sentence + 1 >= sentences.size()) return false;
  const TokenRange next = sentences[sentence + 1];
  return next.last - next.first <= short_sentence && jokes_in(next);
}

bool SafetyScene::asked(uint32_t sentence) const {
  const TokenRange range = text_.sentences()[sentence];
  const uint32_t begin = text_.tokens()[range.last - 1].source.end;
  const uint32_t end = range.last < text_.size() ? text_.tokens()[range.last].source.begin
                                                 : static_cast<uint32_t>(text_.source().size());
  return std::string_view(text_.source()).substr(begin, end - begin).find('?') !=
         std::string_view::npos;
}

}  // namespace keel
