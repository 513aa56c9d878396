#include "understand/correction_evidence.h"

#include <algorithm>

#include "understand/phrases.h"
#include "understand/scope.h"

namespace keel {
namespace {

// They lead up to a value, or trail after it, and say nothing by themselves.
constexpr std::string_view light[] = {
    "no",      "nope", "nah",   "sorry",   "actually", "well",   "um",     "uh",   "oh",
    "ah",      "ehm",  "er",    "lol",     "haha",     "hmm",    "wait",   "its",  "it",
    "was",     "is",   "im",    "only",    "just",     "like",   "about",  "more", "really",
    "a",       "an",   "the",   "my",      "been",     "now",    "maybe",  "tbh",  "mate",
    "btw",     "dw",   "fine",  "s",       "that",     "thats",  "by",     "via",  "on",
    "over",    "in",   "at",    "since",   "for",      "around", "almost", "ugh",  "omg",
    "correct", "xx",   "x",     "to",      "him",      "her",    "them",   "make", "say",
    "though",  "tho",  "today", "please",  "hes",      "shes",   "theyre", "here", "day",
    "granted", "fyi",  "best",  "already", "whole",    "full",   "real",   "time", "times",
    "out",     "of",   "10",    "ten"};

constexpr std::string_view leads[] = {
    "try",           "it was",     "it wasnt it was", "its",        "it is",        "i meant",
    "i mean",        "i said",     "make that",       "make it",    "i make it",    "more like",
    "it was really", "was really", "is maybe",        "its maybe",  "is more like", "is like",
    "like a",        "its a",      "its an",          "it was a",   "it was an",    "its been",
    "it has been",   "should be",  "supposed to be",  "was called", "is called",    "hes called",
    "shes called",   "names",      "name is",         "says",       "say",          "it was the",
    "it was on",     "it was by",  "it was in",       "it was at",  "it was over",  "rather",
    "it was like",   "put",        "call it a",       "call it",    "id say",       "was more like",
    "was a real",    "was a",      "was an",          "its all",    "we have",      "one was",
    "closer to",     "nearer",     "hes my",          "shes my",    "theyre my",    "its my",
    "im the",        "ive got",    "i have",          "weve got"};

constexpr std::string_view articles[] = {"a", "an", "the"};

bool is_light(std::string_view word) {
  return is_one_of(word, light);
}

// Past articles and whose it is: "your sister", "my girlfriend".
uint32_t governor_of(const Text& text, uint32_t token) {
  constexpr std::string_view passed[] = {"my",   "your", "the",   "a",    "an",
                                         "only", "just", "about", "like", "around"};
  while (token > 0 && is_one_of(text.word(token - 1), passed)) --token;
  return token;
}

}  // namespace

TokenRange clause_of(const Text& text, uint32_t token) {
  const uint32_t first = clause_begin(text, token);
  const uint32_t end = sentence_of(text, token).last;
  uint32_t last = token + 1;
  while (last < end && clause_begin(text, last) <= token) ++last;
  return {first, last};
}

bool is_alone(const Text& text, TokenRange value) {
  if (is_taken_back(text, value)) return false;
  const TokenRange clause = clause_of(text, value.first);
  for (uint32_t i = clause.first; i < clause.last; ++i) {
    const bool own = i >= value.first && i < value.last;
    if (!own && !is_light(text.word(i))) return false;
  }
  return true;
}

bool is_head(const Text& text, TokenRange value) {
  constexpr uint32_t led_by_max = 5;
  if (value.first > led_by_max || is_taken_back(text, value)) return false;
  for (uint32_t i = 0; i < value.first; ++i) {
    if (!is_light(text.word(i))) return false;
  }
  return true;
}

bool is_stated(const Text& text, TokenRange value) {
  uint32_t first = value.first;
  if (first > 0 && is_one_of(text.word(first - 1), articles)) --first;
  return !is_taken_back(text, value) &&
         (has_phrase_before(text, value.first, leads) || has_phrase_before(text, first, leads));
}

bool is_parallel(const Text& text, TokenRange value, const Text& facts, TokenRange said) {
  const uint32_t mine = governor_of(text, value.first);
  const uint32_t theirs = governor_of(facts, said.first);
  if (mine == 0 || theirs == 0 || is_taken_back(text, value)) return false;
  const std::string_view word = text.word(mine - 1);
  constexpr std::string_view empty[] = {"you", "i", "is", "was", "and", "to", "of", "it", "that"};
  return word == facts.word(theirs - 1) && !is_one_of(word, empty);
}

bool is_taken_back(const Text& text, TokenRange value) {
  constexpr std::string_view passed[] = {"a",  "an",     "the",  "my", "your", "over",
                                         "on", "by",     "said", "in", "at",   "even",
                                         "to", "really", "from", "any"};
  uint32_t at = value.first;
  const uint32_t first = clause_begin(text, value.first);
  while (at > first && is_one_of(text.word(at - 1), passed)) --at;
  const bool before = at > first && is_negation(text.word(at - 1)) && text.word(at - 1) != "no";
  constexpr std::string_view after[] = {
      "isnt it",      "is not it",     "isnt right", "is wrong", "wasnt it", "isnt",   "wasnt",
      "is your word", "is too strong", "too strong", "too much", "is not",   "was not"};
  constexpr std::string_view asked[] = {"whos",        "who is",      "what",     "who tf is",
                                        "the hell is", "the fuck is", "earth is", "who the"};
  const bool questioned = has_phrase_before(text, at, asked);
  return before || questioned || longest_phrase_at(text, value.last, after) > 0;
}

std::optional<std::string_view> pronoun_of(std::string_view word) {
  struct Row {
    std::string_view word;
    std::string_view pronoun;
  };
  constexpr Row rows[] = {{"he", "he"},     {"him", "he"},      {"hes", "he"},
                          {"his", "he"},    {"she", "she"},     {"her", "she"},
                          {"shes", "she"},  {"hers", "she"},    {"they", "they"},
                          {"them", "they"}, {"theyre", "they"}, {"their", "they"}};
  for (const Row& row : rows) {
    if (row.word == word) return row.pronoun;
  }
  return std::nullopt;
}

bool denies(const Text& text, std::string_view word) {
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (text.word(i) == word && is_taken_back(text, {i, i + 1})) return true;
  }
  return false;
}

}  // namespace keel
