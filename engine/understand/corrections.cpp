#include "understand/corrections.h"

#include <algorithm>
#include <utility>

#include "understand/answers.h"
#include "understand/correction_evidence.h"
#include "understand/phrases.h"
#include "understand/scope.h"
#include "understand/stem.h"

namespace keel {
namespace {

constexpr uint32_t correction_tokens_max = 60;
constexpr uint32_t few_tokens_max = 8;

// "Perhaps he was only busy.": guesses state nothing.
bool guesses(std::string_view sentence) {
  constexpr std::string_view openings[] = {"perhaps",  "maybe",     "it may",
                                           "it might", "he may",    "she may",
                                           "they may", "you could", "one thing you"};
  return longest_phrase_at(Text::read(sentence), 0, openings) > 0;
}

// A question that states something: "Have I got it right that he left?"
bool confirms(std::string_view question) {
  constexpr std::string_view openings[] = {
      "have i got", "did i get",     "is it right that",    "is it true that",
      "am i right", "is that right", "is that about right", "is that correct"};
  const Text text = Text::read(question);
  return longest_phrase_at(text, 0, openings) > 0;
}

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
    const std::string_view sentence = said.substr(begin, at + 1 - begin);
    const bool asks = c == '?' && !confirms(sentence);
    asked = asked || asks;
    if (!asks && !guesses(sentence)) facts.append(sentence);
    begin = at + 1;
  }
  if (begin < said.size()) {
    facts.append(said.substr(begin));
  }
  return facts;
}

// Words that put things right, and words that only often do.
bool is_sure(const Text& text) {
  constexpr std::string_view openings[] = {
      "no",         "nope",           "nah",        "not",
      "actually",   "wrong",          "it wasnt",   "it isnt",
      "its not",    "thats not",      "that wasnt", "that isnt",
      "i meant",    "more like",      "i never",    "other way",
      "correction", "um no",          "ehm no",     "hmm no",
      "well no",    "were not",       "we arent",   "we are not",
      "theyre not", "hes not",        "shes not",   "make that",
      "i make it",  "neither",        "whos",       "lol no",
      "haha no",    "ah no",          "oh no",      "sorry no",
      "wait no",    "no no",          "i said",     "i didnt say",
      "we didnt",   "wasnt him",      "wasnt her",  "wasnt me",
      "wasnt them", "dont know where"};
  constexpr std::string_view inside[] = {
      "actually",  "i meant",  "more like",   "not the other",
      "instead",   "i wish",   "you wrote",   "make that",
      "i make it", "typo",     "autocorrect", "mixed up",
      "wrong one", "mistyped", "correction",  "just so you know"};
  if (longest_phrase_at(text, 0, openings) > 0 || has_any_phrase(text, inside)) return true;
  for (uint32_t i = 1; i < text.size(); ++i) {
    // "five not three", "separated, not divorced": what follows the "not" is what was said.
    if (text.word(i) == "not") return true;
  }
  return false;
}

bool is_cued(const Text& text) {
  constexpr std::string_view openings[] = {
      "wait",       "sorry",      "it was",    "its",        "he never", "she never",
      "they never", "oops",       "im not",    "i mean",     "only",     "just",
      "oh",         "was",        "were",      "see",        "nothing",  "he didnt",
      "she didnt",  "they didnt", "he doesnt", "she doesnt", "ah"};
  constexpr std::string_view inside[] = {"to be exact", "by the way", "btw",
                                         "you said",    "mix up",     "wrong button"};
  return longest_phrase_at(text, 0, openings) > 0 || has_any_phrase(text, inside);
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

// The stem; of the commonest irregular verbs that of their present.
std::string verb_of(std::string_view word) {
  struct Row {
    std::string_view past;
    std::string_view present;
  };
  constexpr Row rows[] = {{"left", "leave"},  {"said", "say"},    {"told", "tell"},
                          {"went", "go"},     {"gone", "go"},     {"came", "come"},
                          {"sent", "send"},   {"wrote", "write"}, {"written", "write"},
                          {"broke", "break"}, {"rang", "ring"},   {"forgot", "forget"},
                          {"threw", "throw"}, {"took", "take"},   {"gave", "give"},
                          {"met", "meet"},    {"hung", "hang"},   {"quit", "quit"}};
  for (const Row& row : rows) {
    if (row.past == word) return stem_of(row.present);
  }
  return stem_of(word);
}

bool is_said_back(const CorrectionSides& sides, TokenRange old) {
  return denies(sides.text, sides.facts.word(old.last - 1));
}

std::optional<std::string_view> first_value(std::span<const HeardMatch> matches) {
  if (matches.empty()) return std::nullopt;
  return matches.front().phrase->value;
}

// "not angry. more like embarrassed", "nope, by email": another value of the same table.
std::optional<Correction> other_value(const CorrectionSides& sides, std::span<const HeardMatch> now,
                                      std::span<const HeardMatch> before, std::string slot) {
  if (!first_value(before)) return std::nullopt;
  const bool taken_back = std::any_of(before.begin(), before.end(), [&](const HeardMatch& old) {
    return is_said_back(sides, old.tokens);
  });
  for (const HeardMatch& match : now) {
    const bool same = std::any_of(before.begin(), before.end(), [&match](const HeardMatch& old) {
      return old.phrase->value == match.phrase->value;
    });
    if (same || is_taken_back(sides.text, match.tokens)) continue;
    if (!taken_back && !replaces(sides, match.tokens)) continue;
    return correction_of(sides.text, match.tokens, std::move(slot),
                         std::string(match.phrase->value));
  }
  return std::nullopt;
}

// "i never said lonely": wrong, and nothing in its place.
std::optional<Correction> value_taken_back(const CorrectionSides& sides,
                                           std::span<const HeardMatch> before, std::string slot) {
  if (sides.asked || sides.text.size() > brief_tokens_max) return std::nullopt;
  constexpr std::string_view never_said[] = {"words in my mouth", "i never said that",
                                             "i didnt say that",  "not what i said",
                                             "where did you get", "where are you getting",
                                             "i never told you",  "thats not how i feel",
                                             "where you got",     "where did u get",
                                             "where u got",       "who told you",
                                             "you made that up",  "never said anything like that"};
  const bool all = has_any_phrase(sides.text, never_said);
  for (const HeardMatch& old : before) {
    if (!all && !is_said_back(sides, old.tokens)) continue;
    return correction_of(sides.text, {0, sides.text.size()}, std::move(slot), std::nullopt);
  }
  return std::nullopt;
}

// A channel alone, as a noun: the tables know it by what is done with it.
std::optional<Correction> channel_alone(const CorrectionSides& sides) {
  struct Row {
    std::string_view phrase;
    std::string_view channel;
  };
  constexpr Row rows[] = {{"ring", "call"},
                          {"call", "call"},
                          {"phone", "call"},
                          {"called", "call"},
                          {"rang", "call"},
                          {"phoned", "call"},
                          {"text", "text"},
                          {"texts", "text"},
                          {"texted", "text"},
                          {"sms", "text"},
                          {"email", "email"},
                          {"emails", "email"},
                          {"mail", "email"},
                          {"emailed", "email"},
                          {"letter", "letter"},
                          {"letters", "letter"},
                          {"dm", "instagram"},
                          {"video", "video call"},
                          {"to my face", "in person"},
                          {"face to face", "in person"}};
  const std::optional<std::string_view> old = first_value(sides.before.channels);
  if (!old || sides.asked) return std::nullopt;
  const bool taken_back = std::any_of(std::begin(rows), std::end(rows), [&](const Row& row) {
    return row.channel == *old && denies(sides.text, row.phrase);
  });
  for (uint32_t i = 0; i < sides.text.size(); ++i) {
    for (const Row& row : rows) {
      const uint32_t taken = phrase_at(sides.text, i, row.phrase);
      const TokenRange here{i, i + taken};
      if (taken == 0 || row.channel == *old) continue;
      const bool told = is_alone(sides.text, here) || is_stated(sides.text, here);
      if (is_taken_back(sides.text, here) || (!told && !taken_back)) continue;
      return correction_of(sides.text, here, "channel", std::string(row.channel));
    }
  }
  return std::nullopt;
}

std::optional<Correction> country_correction(const CorrectionSides& sides) {
  const auto old = read_country(sides.facts);
  const auto now = read_country(sides.text);
  constexpr std::string_view elsewhere[] = {"i dont live there", "im not there", "i dont live in",
                                            "im not from there", "not where i live"};
  if (old && !now && has_any_phrase(sides.text, elsewhere))
    return correction_of(sides.text, {0, sides.text.size()}, "country", std::nullopt);
  if (!old || !now || *old == *now) return std::nullopt;
  constexpr std::string_view lives[] = {
      "im in",   "i am in", "i live in", "live in",  "living in",  "im living", "i moved to",
      "here in", "im from", "moved to",  "based in", "im over in", "shifted to"};
  const bool own = sides.text.size() <= brief_tokens_max || has_any_phrase(sides.text, lives);
  if (!own) return std::nullopt;
  return correction_of(sides.text, {0, sides.text.size()}, "country", *now);
}

// "He left you there." "he didnt leave me, he asked me to go", "She blocked you." "not blocked,
// just muted": the very deed is taken back.
bool denies_deed(const CorrectionSides& sides) {
  const Text& text = sides.text;
  constexpr std::string_view them[] = {"he", "she", "they", "it", "that", "we"};
  constexpr std::string_view open[] = {"know", "knew", "sure", "think", "want", "care", "that"};
  for (uint32_t i = 1; i < text.size() && i <= 6; ++i) {
    const std::string_view word = text.word(i);
    if (word.size() < 4 || !is_negation(text.word(i - 1)) || is_one_of(word, open)) continue;
    if (i > 1 && !is_one_of(text.word(i - 2), them) && i != clause_of(text, i).first + 1) continue;
    const std::string done = verb_of(word);
    for (uint32_t f = 1; f < sides.facts.size(); ++f) {
      if (is_one_of(sides.facts.word(f - 1), them) && verb_of(sides.facts.word(f)) == done)
        return true;
    }
  }
  return false;
}

// What happened was something else, or did not happen.
std::optional<Correction> event_correction(const CorrectionSides& sides) {
  if (sides.asked || sides.facts.empty()) return std::nullopt;
  const TokenRange all{0, sides.text.size()};
  for (const HeardMatch& match : sides.heard.events) {
    const bool same = std::any_of(
        sides.before.events.begin(), sides.before.events.end(),
        [&match](const HeardMatch& old) { return old.phrase->value == match.phrase->value; });
    const bool mine = match.phrase->by == HeardBy::writer;
    if (same || mine || scope_of(sides.text, match.tokens) == Scope::negated) continue;
    const bool announced = sides.before.events.empty() ? sides.sure : sides.cued;
    if (!announced && !is_alone(sides.text, match.tokens)) continue;
    return correction_of(sides.text, all, "event", std::string(match.phrase->value));
  }
  if (denies_deed(sides)) return correction_of(sides.text, all, "event", std::nullopt);
  if (!sides.cued || sides.before.events.empty()) return std::nullopt;
  constexpr std::string_view denials[] = {
      "it wasnt",   "that wasnt", "that didnt",     "it didnt",       "he never", "she never",
      "they never", "that never", "that isnt what", "thats not what", "no he",    "no she",
      "no they",    "nope he",    "nope she",       "no thats not"};
  if (longest_phrase_at(sides.text, 0, denials) == 0) return std::nullopt;
  return correction_of(sides.text, all, "event", std::nullopt);
}

}  // namespace

bool replaces(const CorrectionSides& sides, TokenRange value) {
  if (is_taken_back(sides.text, value)) return false;
  if (sides.sure && sides.text.size() <= brief_tokens_max) return true;
  return is_alone(sides.text, value) || is_head(sides.text, value) || is_stated(sides.text, value);
}

Correction correction_of(const Text& text, TokenRange range, std::string slot,
                         std::optional<std::string> value) {
  return {std::move(slot), std::move(value), std::string(text.words(range)), text.span(range)};
}

std::string_view last_line(std::string_view said) {
  return said.substr(said.rfind('\n') + 1);
}

std::optional<Correction> read_correction(const Text& text, std::string_view coach_said,
                                          const ParticularsReader& particulars) {
  if (text.empty() || text.size() > correction_tokens_max || agrees(text)) return std::nullopt;
  // Only who says in a few words that something is wrong goes back beyond the coach's last line:
  // what stands above a question is rarely what an answer speaks of.
  const bool sure = is_sure(text);
  if (!sure || text.size() > few_tokens_max) coach_said = last_line(coach_said);
  bool asked = false;
  const Text facts = Text::read(statements_of(coach_said, asked));
  const Text said = Text::read(coach_said);
  const CorrectionSides sides{text,
                              said,
                              facts,
                              sure || is_cued(text),
                              sure,
                              asked,
                              particulars.find(text),
                              particulars.find(facts)};
  if (auto found = country_correction(sides)) return found;
  if (auto found = person_correction(sides)) return found;
  if (auto found = doer_correction(sides)) return found;
  if (auto found = place_correction(sides)) return found;
  // Without an announcement only a first clause right after a statement replaces something in it.
  constexpr std::string_view more[] = {"and", "also", "plus", "then"};
  const bool bare =
      !asked && !facts.empty() && clause_of(text, 0).last <= 8 && !is_one_of(text.word(0), more);
  if (!sides.cued && !bare) return std::nullopt;
  if (auto found = number_correction(sides)) return found;
  if (auto found = other_value(sides, sides.heard.feelings, sides.before.feelings, "feeling"))
    return found;
  if (auto found = other_value(sides, sides.heard.channels, sides.before.channels, "channel"))
    return found;
  if (auto found = channel_alone(sides)) return found;
  if (auto found = value_taken_back(sides, sides.before.feelings, "feeling")) return found;
  if (auto found = value_taken_back(sides, sides.before.channels, "channel")) return found;
  return event_correction(sides);
}

}  // namespace keel
