// Corrected names, of the other person or of oneself.
#include <string>
#include <vector>

#include "text/services.h"
#include "understand/answers.h"
#include "understand/correction_evidence.h"
#include "understand/corrections.h"
#include "understand/names.h"
#include "understand/phrases.h"
#include "understand/scope.h"

namespace keel {
namespace {

// Capitals inside what was said last are names: it is written with care.
bool is_capital(const Text& text, uint32_t token) {
  const std::string_view typed = without_possessive(text.words({token, token + 1}));
  const std::string_view folded = text.word(token).substr(0, typed.size());
  return folded != typed && capitalised(folded) == typed;
}

// Where what was said last calls the person themself by a name: "Good to see you, Sara."
std::optional<uint32_t> addressed(const Text& facts) {
  constexpr std::string_view before[] = {"you", "hello", "hi", "hey", "back", "thanks", "welcome"};
  constexpr std::string_view calls[] = {"call you", "your name is", "youre called"};
  for (uint32_t i = 0; i < facts.size(); ++i) {
    if (!is_capital(facts, i) || read_country(Text::read(facts.word(i)))) continue;
    const TokenRange clause = clause_of(facts, i);
    const bool vocative = clause.first == i && clause.last == i + 1 && facts.size() > 1;
    if (vocative && may_be_name(facts.word(i))) return i;
    if (i == 0) continue;
    const bool last = i + 1 == clause_of(facts, i).last;
    if (last && is_one_of(facts.word(i - 1), before)) return i;
    for (uint32_t back = 2; back <= 5 && back <= i; ++back) {
      if (longest_phrase_at(facts, i - back, calls) > 0) return i;
    }
  }
  return std::nullopt;
}

// The name at a token, folded and without what it owns: "Priyanka's story" says "priyanka".
std::string name_said(const Text& facts, uint32_t token) {
  const Text name = Text::read(without_possessive(facts.words({token, token + 1})));
  return name.empty() ? std::string() : std::string(name.word(0));
}

// Written nearly the same: "Steph" and "Steff", "Sara" and "Sarah", "Josephine" and "Jo".
bool is_variant(std::string_view a, std::string_view b) {
  const std::string_view shorter = a.size() < b.size() ? a : b;
  const std::string_view longer = a.size() < b.size() ? b : a;
  if (shorter.size() < 2 || a == b) return false;
  if (longer.starts_with(shorter)) return true;
  // As many letters in the same order as three of five.
  size_t common = 0;
  size_t at = 0;
  for (const char letter : shorter) {
    const size_t found = longer.find(letter, at);
    if (found == std::string_view::npos) continue;
    ++common;
    at = found + 1;
  }
  return shorter.size() >= 4 && common * 5 >= longer.size() * 3;
}

std::string name_at(const Text& text, uint32_t token) {
  return name_of_tokens(text, {token, token + 1});
}

bool usable_name(const Text& text, uint32_t token) {
  if (token >= text.size() || text.tokens()[token].kind != TokenKind::word) return false;
  const std::string_view word = text.word(token);
  return word.size() >= 2 && may_be_name(word) && !is_negation(word) && !is_bystander(word);
}

// A name where another was said: alone, put right, or beside one that is taken back.
std::optional<Correction> other_name(const CorrectionSides& sides) {
  const Text& text = sides.text;
  const std::optional<uint32_t> you = addressed(sides.said);
  const std::string slot = you ? "own-name" : "other-name";
  std::vector<uint32_t> said;
  for (uint32_t i = 0; i < sides.said.size(); ++i) {
    const std::string word = name_said(sides.said, i);
    const bool name = is_capital(sides.said, i) && may_be_name(word) &&
                      (sentence_of(sides.said, i).first != i || is_given_name(word));
    if (name || you == i) said.push_back(i);
  }
  if (said.empty()) return std::nullopt;
  bool taken_back = false;
  for (const uint32_t old : said)
    taken_back = taken_back || denies(text, name_said(sides.said, old));
  std::optional<uint32_t> found;
  for (uint32_t i = 0; i < text.size(); ++i) {
    const TokenRange here{i, i + 1};
    if (!usable_name(text, i) || is_taken_back(text, here)) continue;
    const std::string now = name_said(text, i);
    bool same = false;
    bool variant = false;
    bool parallel = false;
    for (const uint32_t old : said) {
      const std::string was = name_said(sides.said, old);
      same = same || was == text.word(i) || was == now;
      variant = variant || is_variant(now, was);
      parallel = parallel || is_parallel(text, here, sides.said, {old, old + 1});
    }
    const bool country = !is_given_name(now) && read_country(Text::read(now));
    if (same || country) continue;
    const bool alone =
        is_alone(text, here) && i < clause_of(text, 0).last + 4 && (!sides.asked || variant);
    // "im in durban": a place.
    constexpr std::string_view placed[] = {"in", "at", "from", "near", "on"};
    if (i > 0 && is_one_of(text.word(i - 1), placed)) continue;
    const bool known = is_given_name(text.word(i)) || (is_capital(text, i) && i > 0) || variant;
    constexpr std::string_view about[] = {"is", "about", "do", "called", "me"};
    constexpr std::string_view calls[] = {"calls him", "calls her", "call him", "call her",
                                          "call them", "goes by",   "known as", "calls me"};
    const bool named = is_stated(text, here) || (i > 0 && is_one_of(text.word(i - 1), about)) ||
                       has_phrase_before(text, i, calls);
    const bool put_right = known && (named || alone || (sides.cued && parallel));
    const bool of_two = taken_back && (known || named || is_head(text, here));
    constexpr std::string_view fine[] = {"is fine", "is better", "is ok",
                                         "is good", "will do",   "is what"};
    const bool wanted = variant && longest_phrase_at(text, i + 1, fine) > 0;
    if (wanted) return correction_of(text, here, slot, name_at(text, i));
    if (!put_right && !of_two && !(variant && (i < 3 || (you && named)))) continue;
    if (!found || named) found = i;
  }
  if (!found && taken_back && text.size() <= brief_tokens_max)
    return correction_of(text, {0, text.size()}, slot, std::nullopt);
  if (!found) return std::nullopt;
  return correction_of(text, {*found, *found + 1}, slot, name_at(text, *found));
}

}  // namespace

std::optional<Correction> name_correction(const CorrectionSides& sides) {
  const Text& text = sides.text;
  constexpr std::string_view theirs[] = {"her name is", "his name is", "their name is",
                                         "her names",   "his names",   "their names",
                                         "hes called",  "shes called", "theyre called"};
  constexpr std::string_view mine[] = {"my name is", "my names", "call me",
                                       "i go by",    "my name",  "names"};
  constexpr std::string_view not_mine[] = {"not my name", "isnt my name", "thats not me"};
  constexpr std::string_view wrong[] = {"thats not her name",   "thats not his name",
                                        "thats not their name", "not her name",
                                        "not his name",         "wrong name"};
  // "Your wife met someone." "his name's graham": somebody else's name.
  constexpr std::string_view somebody[] = {"someone", "somebody", "another man", "another woman"};
  const bool tells_more = has_any_phrase(sides.facts, somebody);
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (longest_phrase_at(text, i, not_mine) > 0)
      return correction_of(text, {0, text.size()}, "own-name", std::nullopt);
    if (longest_phrase_at(text, i, wrong) > 0) {
      return correction_of(text, {0, text.size()}, "other-name", std::nullopt);
    }
    uint32_t taken = longest_phrase_at(text, i, theirs);
    if (taken > 0 && tells_more) return std::nullopt;
    const bool own = taken == 0;
    if (own) taken = longest_phrase_at(text, i, mine);
    // "dont call me steve"
    if (i > 0 && text.word(i - 1) != "no" && is_negation(text.word(i - 1))) taken = 0;
    while (taken > 0 && word_at(text, i + taken) == "actually") ++taken;
    if (taken == 0 || !usable_name(text, i + taken)) continue;
    return correction_of(text, {i, i + taken + 1}, own ? "own-name" : "other-name",
                         name_at(text, i + taken));
  }
  return other_name(sides);
}

}  // namespace keel
