// Names and pronouns as answers.
#include <algorithm>

#include "text/services.h"
#include "understand/answers.h"
#include "understand/names.h"
#include "understand/phrases.h"

namespace keel {
namespace {

// What people write before a name.
constexpr std::string_view introductions[] = {"my name is",
                                              "my names",
                                              "my name",
                                              "her name is",
                                              "his name is",
                                              "their name is",
                                              "her names",
                                              "his names",
                                              "their names",
                                              "the name is",
                                              "the names",
                                              "name is",
                                              "names",
                                              "name",
                                              "its",
                                              "it is",
                                              "im",
                                              "i am",
                                              "call me",
                                              "you can call me",
                                              "u can call me",
                                              "just call me",
                                              "please call me",
                                              "they call me",
                                              "people call me",
                                              "everyone calls me",
                                              "hes called",
                                              "shes called",
                                              "called",
                                              "he is called",
                                              "she is called",
                                              "hes",
                                              "shes",
                                              "he is",
                                              "she is",
                                              "i go by",
                                              "just",
                                              "say",
                                              "lets say",
                                              "hi im",
                                              "hi",
                                              "hey",
                                              "hello",
                                              "hey im",
                                              "um",
                                              "umm",
                                              "oh",
                                              "ok",
                                              "okay",
                                              "well",
                                              "yes",
                                              "yeah",
                                              "no",
                                              "nope",
                                              "actually",
                                              "sorry",
                                              "this is",
                                              "with",
                                              "for short",
                                              "the",
                                              "so"};

constexpr std::string_view conclusions[] = {
    "actually",   "btw",           "lol",       "please",     "pls",         "thanks",
    "is fine",    "is ok",         "is good",   "will do",    "x",           "xx",
    "haha",       "tho",           "though",    "by the way", "is his name", "is her name",
    "is my name", "is their name", "for short", "not",        "ok",          "thank you"};

constexpr std::string_view no_names[] = {
    "monday",    "tuesday",  "wednesday", "thursday",   "friday",   "saturday",  "sunday",
    "january",   "february", "july",      "september",  "october",  "november",  "december",
    "christmas", "whatsapp", "instagram", "insta",      "facebook", "snapchat",  "tiktok",
    "telegram",  "tinder",   "hinge",     "bumble",     "linkedin", "spotify",   "yesterday",
    "morning",   "night",    "evening",   "call",       "email",    "message",   "letter",
    "photo",     "story",    "fiance",    "mother",     "father",   "sister",    "brother",
    "daughter",  "son",      "boss",      "colleague",  "idk",      "dunno",     "i",
    "me",        "my",       "you",       "your",       "he",       "she",       "they",
    "them",      "him",      "her",       "his",        "it",       "its",       "we",
    "us",        "no",       "not",       "yes",        "yeah",     "yep",       "nope",
    "nah",       "ok",       "okay",      "sure",       "maybe",    "dont",      "do",
    "did",       "why",      "what",      "who",        "how",      "when",      "where",
    "which",     "the",      "a",         "an",         "this",     "that",      "there",
    "here",      "skip",     "pass",      "rather",     "none",     "nothing",   "nobody",
    "anyone",    "someone",  "name",      "names",      "secret",   "anonymous", "private",
    "back",      "stop",     "help",      "hi",         "hey",      "hello",     "lol",
    "haha",      "ex",       "boyfriend", "girlfriend", "husband",  "wife",      "partner",
    "bf",        "gf",       "friend",    "mum",        "mom",      "dad",       "bitch",
    "idiot",     "asshole",  "sad",       "scared",     "angry",    "tired",     "lonely",
    "hurt",      "fine",     "good",      "bad",        "want",     "need",      "know",
    "think",     "feel",     "like",      "love",       "miss",     "hate",      "to",
    "of",        "and",      "or",        "but",        "with",     "for",       "on",
    "in",        "at",       "from",      "is",         "are",      "was",       "were",
    "be",        "been",     "have",      "has",        "had",      "cant",      "wont",
    "im",        "ive",      "hes",       "shes",       "just",     "really",    "very",
    "so",        "too",      "now",       "today",      "tonight",  "tomorrow",  "never",
    "always",    "please",   "thanks",    "sorry",      "wait",     "bye",       "again",
    "something", "anything", "whatever",  "hmm",        "um",       "asked",     "text",
    "texted",    "him",      "her",       "left",       "gone",     "over",      "if",
    "because",   "about",    "hers",      "theirs",     "mine",     "weird",     "wrong",
    "right",     "true",     "false",     "unsure",     "question", "matter",    "doesnt",
    "isnt",      "say",      "saying",    "telling",    "tell",     "all",       "one",
    "two",       "three",    "guy",       "girl",       "man",      "woman",     "person",
    "people",    "myself",   "yourself",  "still",      "more"};

// Small words that stand inside a name: "van Dijk", "de la Cruz".
constexpr std::string_view particles[] = {"van", "von", "de", "la",  "le", "del", "der", "bin",
                                          "al",  "el",  "mc", "mac", "da", "dos", "st"};

TokenRange without_frame(const Text& text) {
  TokenRange range{0, text.size()};
  for (;;) {
    const uint32_t taken = longest_phrase_at(text, range.first, introductions);
    if (taken == 0 || range.first + taken >= range.last) break;
    range.first += taken;
  }
  for (bool again = true; again;) {
    again = false;
    for (uint32_t length = 1; length <= 4 && range.first + length < range.last; ++length) {
      if (longest_phrase_at(text, range.last - length, conclusions) != length) continue;
      range.last -= length;
      again = true;
      break;
    }
    const bool emoji =
        range.last > range.first + 1 && text.tokens()[range.last - 1].kind == TokenKind::emoji;
    if (emoji) {
      --range.last;
      again = true;
    }
  }
  return range;
}

}  // namespace

bool may_be_name(std::string_view folded) {
  return !is_one_of(folded, no_names);
}

std::string_view without_possessive(std::string_view typed) {
  if (typed.size() < 3 || (typed.back() != 's' && typed.back() != 'S')) return typed;
  const std::string_view rest = typed.substr(0, typed.size() - 1);
  if (rest.back() == '\'' || rest.back() == '`') return rest.substr(0, rest.size() - 1);
  const bool curly = rest.ends_with("\xE2\x80\x99") || rest.ends_with("\xE2\x80\x98");
  return curly ? rest.substr(0, rest.size() - 3) : typed;
}

std::string name_of_tokens(const Text& text, TokenRange range) {
  std::string name;
  for (uint32_t i = range.first; i < range.last; ++i) {
    const std::string_view typed = without_possessive(text.words({i, i + 1}));
    if (!name.empty()) {
      const bool hyphen = text.source()[text.tokens()[i].source.begin - 1] == '-';
      name += hyphen ? '-' : ' ';
    }
    const bool particle =
        i > range.first && i + 1 < range.last && is_one_of(text.word(i), particles);
    // All capitals are a phone's or a shout's, so "MIA" is "Mia"; "McKay" stays.
    const bool shouted = typed.size() > 2 && std::none_of(typed.begin(), typed.end(), [](char c) {
                           return c >= 'a' && c <= 'z';
                         });
    const std::string_view spelled = shouted ? text.word(i).substr(0, typed.size()) : typed;
    name += particle ? std::string(text.word(i)) : capitalised(spelled);
  }
  return name;
}

std::optional<std::string> read_name(const Text& text) {
  constexpr uint32_t name_words_max = 3;
  constexpr uint32_t name_bytes_max = 60;
  if (text.empty() || text.sentences().size() > 2) return std::nullopt;
  const TokenRange range = without_frame(text);
  if (range.last - range.first > name_words_max) return std::nullopt;
  for (uint32_t i = range.first; i < range.last; ++i) {
    if (text.tokens()[i].kind != TokenKind::word || !may_be_name(text.word(i))) return std::nullopt;
  }
  std::string name = name_of_tokens(text, range);
  if (name.size() > name_bytes_max) return std::nullopt;
  return name;
}

std::optional<std::string> read_pronoun(const Text& text) {
  struct Row {
    std::string_view word;
    std::string_view pronoun;
  };
  constexpr Row rows[] = {
      {"he", "he"},          {"him", "he"},     {"his", "he"},      {"hes", "he"},
      {"man", "he"},         {"guy", "he"},     {"male", "he"},     {"boy", "he"},
      {"dude", "he"},        {"bloke", "he"},   {"she", "she"},     {"her", "she"},
      {"hers", "she"},       {"shes", "she"},   {"woman", "she"},   {"girl", "she"},
      {"female", "she"},     {"lady", "she"},   {"gal", "she"},     {"they", "they"},
      {"them", "they"},      {"their", "they"}, {"theyre", "they"}, {"theirs", "they"},
      {"nonbinary", "they"}, {"enby", "they"},  {"nb", "they"},     {"neutral", "they"},
      {"themself", "they"},  {"binary", "they"}};
  for (uint32_t i = 0; i < text.size(); ++i) {
    const bool denied = i > 0 && (text.word(i - 1) == "not" || text.word(i - 1) == "isnt");
    if (denied) continue;
    for (const Row& row : rows) {
      if (row.word == text.word(i)) return std::string(row.pronoun);
    }
  }
  return std::nullopt;
}

}  // namespace keel
