// Who did it, and where, when what was said last has it wrong.
#include <algorithm>
#include <string>

#include "understand/clock.h"
#include "understand/correction_evidence.h"
#include "understand/corrections.h"
#include "understand/phrases.h"
#include "understand/scope.h"
#include "understand/stem.h"

namespace keel {
namespace {

struct Doer {
  std::string who;  // "I", "she", "sister"
  uint32_t verb = 0;
};

// Somebody at the beginning of a clause, with the word after: "she cancelled", "my friend saw".
std::optional<Doer> doer_at(const Text& text, uint32_t token, std::string_view writer) {
  constexpr std::string_view owners[] = {"my", "his", "her", "their", "your"};
  const std::string_view word = text.word(token);
  if (word == writer) return Doer{"I", token + 1};
  if (word == "he" || word == "she" || word == "they") return Doer{std::string(word), token + 1};
  const std::string_view next = word_at(text, token + 1);
  if (is_one_of(word, owners) && is_bystander(next)) return Doer{std::string(next), token + 2};
  return std::nullopt;
}

// "He put it up." "his sister put it up": the same was done, by somebody else.
std::optional<Correction> other_doer(const CorrectionSides& sides) {
  const Text& text = sides.text;
  if (sides.facts.empty() || sides.asked) return std::nullopt;
  constexpr std::string_view openers[] = {"so", "and", "then", "well", "right"};
  const uint32_t opened = is_one_of(sides.facts.word(0), openers) ? 1 : 0;
  if (opened >= sides.facts.size()) return std::nullopt;
  const auto said = doer_at(sides.facts, opened, "you");
  if (!said || said->verb >= sides.facts.size()) return std::nullopt;
  const std::string done = stem_of(sides.facts.word(said->verb));
  for (uint32_t i = 0; i < text.size(); ++i) {
    const auto now = doer_at(text, i, "i");
    if (!now || now->verb >= text.size() || now->who == said->who) continue;
    const bool same = stem_of(text.word(now->verb)) == done;
    const bool did =
        text.word(now->verb) == "did" && i <= 2 && now->verb + 1 == clause_of(text, i).last;
    if (same || did) return correction_of(text, {0, text.size()}, "agent", now->who);
  }
  constexpr std::string_view it_was[] = {"it was", "was actually", "no it was"};
  for (uint32_t i = 0; i < text.size(); ++i) {
    const uint32_t taken = longest_phrase_at(text, i, it_was);
    if (taken == 0) continue;
    const std::string_view then = word_at(text, i + taken + 1);
    if (then != "who" && then != "that" && then != "not" && !then.empty()) continue;
    const std::string_view word = word_at(text, i + taken);
    const std::string who = word == "me" ? "I" : std::string(pronoun_of(word).value_or(""));
    if (!who.empty() && who != said->who)
      return correction_of(text, {0, text.size()}, "agent", who);
  }
  return std::nullopt;
}

// "gym, not work", "she doesnt work in a hospital": where it was not.
std::optional<Correction> place_of_two(const CorrectionSides& sides) {
  const Text& text = sides.text;
  constexpr std::string_view preps[] = {"at", "in", "at the", "in the", "to the", "outside the"};
  for (uint32_t i = 0; i < sides.facts.size(); ++i) {
    const uint32_t taken = longest_phrase_at(sides.facts, i, preps);
    const std::string_view old = word_at(sides.facts, i + taken);
    if (taken == 0 || old.size() < 3 || i + taken + 1 != clause_of(sides.facts, i).last) continue;
    for (uint32_t t = 1; t < text.size() && t <= 6; ++t) {
      if (text.word(t) != old || !is_taken_back(text, {t, t + 1})) continue;
      const uint32_t not_at = text.word(t - 1) == "not" ? t - 1 : t >= 2 ? t - 2 : 0;
      if (text.word(not_at) != "not" || not_at == 0 || not_at > 4) continue;
      uint32_t first = 0;
      constexpr std::string_view passed[] = {"no", "the", "at", "in", "it", "was", "its"};
      while (first < not_at && is_one_of(text.word(first), passed)) ++first;
      if (first == not_at) continue;
      return correction_of(text, {first, not_at}, "place",
                           std::string(text.words({first, not_at})));
    }
  }
  return std::nullopt;
}

// "it was in the car park": a place, where a place was said.
std::optional<Correction> place_told(const CorrectionSides& sides) {
  const Text& text = sides.text;
  constexpr std::string_view said[] = {"at the", "in the", "at your", "in your", "at his",
                                       "in his", "at her", "at work", "at home", "in a"};
  constexpr std::string_view told[] = {
      "it was in the",      "it was at the", "it was at", "i was in the", "no im in the",
      "it was outside the", "no in the",     "no at the", "no im at",     "hes in a",
      "shes in a",          "hes at a",      "shes at a", "hes in the",   "hes at the",
      "shes at the",        "im at the",     "no hes at"};
  if (!has_any_phrase(sides.facts, said)) return std::nullopt;
  for (uint32_t i = 0; i < text.size(); ++i) {
    const uint32_t first = i + longest_phrase_at(text, i, told);
    if (first == i || first >= text.size()) continue;
    constexpr std::string_view ends[] = {"after", "before", "and", "not", "where", "that"};
    const uint32_t clause = clause_of(text, first).last;
    uint32_t last = first;
    while (last < clause && last < first + 3 && !is_one_of(text.word(last), ends)) ++last;
    constexpr std::string_view times[] = {"morning", "evening", "night", "afternoon", "end"};
    if (last == first || is_one_of(text.word(first), times) || clock_at(text, first)) continue;
    return correction_of(text, {first, last}, "place", std::string(text.words({first, last})));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Correction> doer_correction(const CorrectionSides& sides) {
  const Text& text = sides.text;
  constexpr std::string_view by_writer[] = {"i broke up with", "i ended it",      "i ended things",
                                            "i left him",      "i left her",      "i left them",
                                            "it was me",       "i dumped",        "i was the one",
                                            "i blocked",       "i called it off", "i cheated"};
  constexpr std::string_view turned[] = {"other way round", "other way around",
                                         "the other way round", "the other way around", "opposite"};
  const TokenRange all{0, text.size()};
  for (uint32_t i = 0; i < text.size(); ++i) {
    const bool turns = longest_phrase_at(text, i, turned) > 0;
    const bool mine = longest_phrase_at(text, i, by_writer) > 0 && (sides.cued || turns);
    if (mine) return correction_of(text, all, "agent", "I");
    if (!turns) continue;
    // "other way round, she cancelled": who is named right after.
    for (uint32_t at = i + 3; at < std::min(i + 6, text.size()); ++at) {
      const auto pronoun = pronoun_of(text.word(at));
      if (text.word(at) == "i") return correction_of(text, all, "agent", "I");
      if (pronoun) return correction_of(text, all, "agent", std::string(*pronoun));
    }
  }
  const bool me =
      word_at(text, 0) == "me" || has_phrase(text, "no me") || has_phrase(text, "was me");
  const bool other = has_phrase(sides.facts, "he") || has_phrase(sides.facts, "she") ||
                     has_phrase(sides.facts, "they");
  if (me && other && !sides.asked && clause_of(text, 0).last <= 3)
    return correction_of(text, all, "agent", "I");
  if (auto found = other_doer(sides)) return found;
  // "no my friend saw them, i wasnt there": said of the person, done by somebody else.
  constexpr std::string_view not_me[] = {"i wasnt", "not me", "i didnt", "wasnt me", "i never"};
  if (!has_any_phrase(text, not_me) || !has_phrase(sides.facts, "you")) return std::nullopt;
  for (uint32_t i = 1; i < text.size(); ++i) {
    const bool owner = text.word(i - 1) == "my" && is_bystander(text.word(i));
    if (owner) return correction_of(text, all, "agent", std::string(text.word(i)));
    const auto pronoun = pronoun_of(text.word(i));
    if (pronoun && word_at(text, i + 1) == "did")
      return correction_of(text, all, "agent", std::string(*pronoun));
  }
  return std::nullopt;
}

std::optional<Correction> place_correction(const CorrectionSides& sides) {
  if (sides.facts.empty() || sides.asked) return std::nullopt;
  if (auto found = place_of_two(sides)) return found;
  return place_told(sides);
}

}  // namespace keel
