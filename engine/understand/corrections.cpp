#include "understand/corrections.h"

#include <algorithm>
#include <utility>

#include "understand/answers.h"
#include "understand/phrases.h"
#include "understand/scope.h"

namespace keel {
namespace {

constexpr uint32_t correction_tokens_max = 25;

// What was said last without its questions: a question states nothing that could be wrong.
std::string statements_of(std::string_view said, bool& asked) {
  std::string facts;
  size_t begin = 0;
  asked = false;
  for (size_t at = 0; at < said.size(); ++at) {
    const char c = said[at];
    const bool ends = (c == '.' || c == '!' || c == '?') &&
                      (at + 1 == said.size() || said[at + 1] == ' ' || said[at + 1] == '\n');
    if (!ends) continue;
    asked = c == '?';
    if (c != '?') facts.append(said.substr(begin, at + 1 - begin));
    begin = at + 1;
  }
  if (begin < said.size()) {
    facts.append(said.substr(begin));
    asked = false;
  }
  return facts;
}

bool announces(const Text& text) {
  constexpr std::string_view openings[] = {
      "no",        "nope",      "nah",        "not",        "wait",       "actually",  "sorry",
      "wrong",     "it wasnt",  "it was",     "it isnt",    "its",        "thats not", "that wasnt",
      "that isnt", "i meant",   "i said",     "more like",  "he never",   "she never", "they never",
      "i never",   "other way", "correction", "oops",       "um no",      "ehm no",    "hmm no",
      "well no",   "were not",  "we arent",   "we are not", "theyre not", "hes not",   "shes not",
      "im not",    "i mean",    "only",       "just"};
  constexpr std::string_view inside[] = {"actually",      "to be exact", "i meant", "more like",
                                         "not the other", "by the way",  "btw",     "instead",
                                         "i wish",        "you wrote",   "you said"};
  if (longest_phrase_at(text, 0, openings) > 0) return true;
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (longest_phrase_at(text, i, inside) > 0) return true;
    // "five not three", "separated, not divorced": what follows the "not" is what was said.
    if (i > 0 && text.word(i) == "not") return true;
  }
  return false;
}

bool agrees(const Text& text) {
  constexpr std::string_view agreements[] = {
      "exactly that", "thats right", "thats it",   "yes exactly",   "pretty much",
      "yeah exactly", "spot on",     "you got it", "that is right", "true that"};
  for (const std::string_view phrase : agreements) {
    if (phrase_at(text, 0, phrase) == text.size()) return true;
  }
  constexpr std::string_view yes[] = {"yes",  "yeah", "yep", "yup", "exactly", "right", "correct",
                                      "true", "yea",  "ya",  "mhm", "ok",      "okay"};
  return read_yes_no(text) == YesNo::yes && text.size() <= 4 && is_one_of(text.word(0), yes);
}

std::optional<std::string_view> first_value(std::span<const HeardMatch> matches) {
  if (matches.empty()) return std::nullopt;
  return matches.front().phrase->value;
}

// "not angry. more like embarrassed", "nope, by email": another value of the same table.
std::optional<Correction> other_value(const CorrectionSides& sides, std::span<const HeardMatch> now,
                                      std::span<const HeardMatch> before, std::string slot) {
  if (!first_value(before)) return std::nullopt;
  for (const HeardMatch& match : now) {
    const bool same = std::any_of(before.begin(), before.end(), [&match](const HeardMatch& old) {
      return old.phrase->value == match.phrase->value;
    });
    const bool denied =
        match.tokens.first > 0 && is_negation(sides.text.word(match.tokens.first - 1));
    if (same || denied) continue;
    return correction_of(sides.text, match.tokens, std::move(slot),
                         std::string(match.phrase->value));
  }
  return std::nullopt;
}

std::optional<Correction> country_correction(const CorrectionSides& sides) {
  const auto old = read_country(sides.facts);
  const auto now = read_country(sides.text);
  if (!old || !now || *old == *now) return std::nullopt;
  return correction_of(sides.text, {0, sides.text.size()}, "country", *now);
}

// What happened was something else, or did not happen.
std::optional<Correction> event_correction(const CorrectionSides& sides) {
  const bool denies = sides.cued && !sides.asked;
  if (!denies || sides.facts.empty()) return std::nullopt;
  const TokenRange all{0, sides.text.size()};
  for (const HeardMatch& match : sides.heard.events) {
    const bool same = std::any_of(
        sides.before.events.begin(), sides.before.events.end(),
        [&match](const HeardMatch& old) { return old.phrase->value == match.phrase->value; });
    const bool mine = match.phrase->by == HeardBy::writer;
    if (same || mine || scope_of(sides.text, match.tokens) == Scope::negated) continue;
    return correction_of(sides.text, all, "event", std::string(match.phrase->value));
  }
  constexpr std::string_view denials[] = {
      "it wasnt",   "that wasnt", "that didnt",     "it didnt",       "he never", "she never",
      "they never", "that never", "that isnt what", "thats not what", "no he",    "no she",
      "no they",    "nope he",    "nope she",       "no thats not"};
  if (longest_phrase_at(sides.text, 0, denials) == 0) return std::nullopt;
  return correction_of(sides.text, all, "event", std::nullopt);
}

}  // namespace

Correction correction_of(const Text& text, TokenRange range, std::string slot,
                         std::optional<std::string> value) {
  return {std::move(slot), std::move(value), std::string(text.words(range)), text.span(range)};
}

std::optional<Correction> read_correction(const Text& text, std::string_view coach_said,
                                          const ParticularsReader& particulars) {
  if (text.empty() || text.size() > correction_tokens_max || agrees(text)) return std::nullopt;
  const bool cued = announces(text);
  constexpr uint32_t bare_tokens_max = 12;
  if (!cued && text.size() > bare_tokens_max) return std::nullopt;
  bool asked = false;
  const Text facts = Text::read(statements_of(coach_said, asked));
  const CorrectionSides sides{
      text, facts, cued, asked, particulars.find(text), particulars.find(facts)};
  if (auto found = person_correction(sides)) return found;
  // Without an announcement only a short word right after a statement replaces something in it.
  const bool bare = !asked && !facts.empty() && text.size() <= 8;
  if (!sides.cued && !bare) return std::nullopt;
  if (auto found = other_value(sides, sides.heard.feelings, sides.before.feelings, "feeling"))
    return found;
  if (auto found = number_correction(sides)) return found;
  if (auto found = other_value(sides, sides.heard.channels, sides.before.channels, "channel"))
    return found;
  if (auto found = country_correction(sides)) return found;
  return event_correction(sides);
}

}  // namespace keel
