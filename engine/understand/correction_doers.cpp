// Who did it, and where, when what was said last has it wrong.
#include <algorithm>
#include <string>

#include "understand/clock.h"
#include "understand/correction_evidence.h"
#include "understand/corrections.h"
#include "understand/names.h"
#include "understand/numbers.h"
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

// Who is meant by the words at a token: "me", "him", "my sister", "that gossip Nkechi", "both of
// us".
std::optional<std::string> person_at(const Text& text, uint32_t token) {
  constexpr std::string_view both[] = {"both of us", "the two of us", "we both", "us both"};
  if (longest_phrase_at(text, token, both) > 0) return "we";
  const std::string_view word = word_at(text, token);
  if (word == "me") return "I";
  if (const auto pronoun = pronoun_of(word)) {
    if (!is_bystander(word_at(text, token + 1))) return std::string(*pronoun);
  }
  const uint32_t end = std::min(token + 4, text.size());
  for (uint32_t i = token; i < end && (i == token || !breaks_after(text, i - 1)); ++i) {
    if (is_bystander(text.word(i))) return std::string(text.word(i));
    if (is_given_name(text.word(i))) return name_of_tokens(text, {i, i + 1});
    constexpr std::string_view passed[] = {"that", "my", "his", "her", "their", "the", "this"};
    if (i == token && !is_one_of(text.word(i), passed)) break;
  }
  return std::nullopt;
}

// "it was my sister who", "that was me", "my sister was the one sending", "both of us decided".
std::optional<Correction> singled_out(const CorrectionSides& sides, std::string_view said) {
  const Text& text = sides.text;
  constexpr std::string_view it_was[] = {"it was", "was actually", "that was", "twas"};
  constexpr std::string_view the_one[] = {"was the one", "is the one", "were the ones"};
  for (uint32_t i = 0; i < text.size(); ++i) {
    const uint32_t led = longest_phrase_at(text, i, it_was);
    const bool first = i == clause_of(text, i).first;
    if (led == 0 && !first) continue;
    const auto who = person_at(text, i + led);
    if (!who || *who == said) continue;
    uint32_t after = i + led + 1;
    while (after < text.size() && after < i + led + 4 &&
           longest_phrase_at(text, after, the_one) == 0 && !breaks_after(text, after - 1))
      ++after;
    const bool singled = longest_phrase_at(text, after, the_one) > 0;
    const bool decided = *who == "we" && i < 4 && led == 0;
    const std::string_view next = word_at(text, i + led + 1);
    constexpr std::string_view ends[] = {"who", "that", "not", ""};
    const bool pronoun = pronoun_of(*who).has_value();
    const bool told = *who == "I" || (pronoun ? is_one_of(next, ends) : sides.cued);
    if (singled || decided || (led > 0 && told))
      return correction_of(text, {0, text.size()}, "agent", *who);
  }
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
  return singled_out(sides, said->who);
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

// What may stand after "in" or "at" and is no place: "march", "six", "night".
bool is_time(const Text& text, uint32_t token) {
  constexpr std::string_view times[] = {"morning", "evening", "night", "afternoon", "end"};
  return is_one_of(text.word(token), times) || number_at(text, token) || day_at(text, token, 0) ||
         month_of(text.word(token)) || clock_at(text, token);
}

// Three words at most, up to what is said of it: "outside his gym", "Galway".
TokenRange place_words(const Text& text, uint32_t first) {
  constexpr std::string_view ends[] = {"after", "before", "and",   "not",  "where",
                                       "that",  "when",   "which", "with", "but"};
  const uint32_t clause = clause_of(text, first).last;
  uint32_t last = first;
  while (last < clause && last < first + 3 && !is_one_of(text.word(last), ends)) ++last;
  return {first, last};
}

// "it was in the car park", "we met in Galway": a place, where a place was said.
std::optional<Correction> place_told(const CorrectionSides& sides) {
  const Text& text = sides.text;
  constexpr std::string_view said[] = {"at the", "in the", "at your", "in your", "at his",
                                       "in his", "at her", "at work", "at home", "in a"};
  constexpr std::string_view subjects[] = {"it was",    "i was", "he was", "she was",
                                           "they were", "no in", "no at",  "no im",
                                           "im",        "hes",   "shes",   "was"};
  constexpr std::string_view preps[] = {"in",          "at",     "outside", "on the", "near",
                                        "by the",      "behind", "next to", "in the", "at the",
                                        "outside the", "in a",   "at a",    "in my",  "at my"};
  const bool placed = has_any_phrase(sides.facts, said);
  for (uint32_t i = 1; i < text.size(); ++i) {
    const uint32_t taken = longest_phrase_at(text, i, preps);
    if (taken == 0 || i + taken >= text.size()) continue;
    const bool led = placed && has_phrase_before(text, i, subjects);
    // The same was done there: "You two met in Cork." "we met in Galway".
    bool same = false;
    for (uint32_t f = 1; f + 1 < sides.facts.size() && !led; ++f)
      same = same || (sides.facts.word(f) == text.word(i) && text.word(i - 1).size() > 2 &&
                      sides.facts.word(f - 1) == text.word(i - 1) &&
                      sides.facts.word(f + 1) != text.word(i + 1) && !is_time(sides.facts, f + 1));
    if (!led && !same) continue;
    const TokenRange place = place_words(text, i + taken);
    if (place.first == place.last || is_time(text, place.first)) continue;
    return correction_of(text, place, "place", std::string(text.words(place)));
  }
  return std::nullopt;
}

// "garage. the kitchens where i went after": another place first, and what was said about it then.
std::optional<Correction> place_first(const CorrectionSides& sides) {
  const Text& text = sides.text;
  if (text.empty()) return std::nullopt;
  const TokenRange clause = clause_of(text, 0);
  constexpr std::string_view preps[] = {"in the", "at the", "in your", "at your", "in a"};
  constexpr std::string_view the_one[] = {"the one by", "the one near", "the one at", "the one in"};
  if (clause.last > 3 || clause.last == text.size() || number_at(text, 0)) return std::nullopt;
  for (uint32_t i = 0; i < sides.facts.size(); ++i) {
    const uint32_t taken = longest_phrase_at(sides.facts, i, preps);
    const std::string_view old = word_at(sides.facts, i + taken);
    if (taken == 0 || old.size() < 4) continue;
    bool again = longest_phrase_at(text, clause.last, the_one) > 0;
    for (uint32_t t = clause.last; t < text.size() && !again; ++t)
      again = text.word(t).starts_with(old) && text.word(0) != old;
    if (again) return correction_of(text, clause, "place", std::string(text.words(clause)));
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
  constexpr std::string_view turned[] = {
      "other way round",      "other way around", "the other way round",
      "the other way around", "opposite",         "other way about"};
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
      if (at > 0 && text.word(at - 1) == "my" && is_bystander(text.word(at)))
        return correction_of(text, all, "agent", std::string(text.word(at)));
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
    const bool after = i <= 4 && clause_of(text, i).first == i && i + 1 < text.size();
    if (pronoun && (word_at(text, i + 1) == "did" || after))
      return correction_of(text, all, "agent", std::string(*pronoun));
  }
  return std::nullopt;
}

std::optional<Correction> place_correction(const CorrectionSides& sides) {
  if (sides.facts.empty() || sides.asked) return std::nullopt;
  if (auto found = place_of_two(sides)) return found;
  if (auto found = place_told(sides)) return found;
  return place_first(sides);
}

}  // namespace keel
