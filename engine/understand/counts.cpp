// Numbers that a person gives for how strong it is now, and for which message in a row this one is.
#include "understand/durations.h"
#include "understand/heard.h"
#include "understand/numbers.h"
#include "understand/phrases.h"
#include "understand/scope.h"

namespace keel {
namespace {

bool slash_after(const Text& text, uint32_t token) {
  if (token + 1 >= text.size()) return false;
  const uint32_t end = text.tokens()[token].source.end;
  return text.tokens()[token + 1].source.begin == end + 1 && text.source()[end] == '/';
}

// Nothing is counted by the number: "its a 9 tonight" and not "its a 2 bed flat".
bool ends_mark(const Text& text, uint32_t after) {
  if (after >= text.size() || breaks_after(text, after - 1)) return true;
  if (sentence_of(text, after).first == after) return true;
  constexpr std::string_view next[] = {
      "today",    "tonight", "now",  "right", "rn",  "still", "at",       "and", "but",  "maybe",
      "atm",      "lol",     "if",   "tbh",   "not", "this",  "honestly", "i",   "easy", "easily",
      "probably", "so",      "then", "ish",   "or",  "again", "ngl",      "im",  "when", "because"};
  return is_one_of(text.word(after), next);
}

// "mood like a 4", "im at an 8", "my anxiety is 9": what rates stands before, nothing counted
// after.
bool rated(const Text& text, uint32_t index, uint32_t after) {
  constexpr std::string_view measures[] = {
      "mood", "anxiety", "urge",    "pain",      "panic", "stress",  "level",  "sadness",
      "fear", "anger",   "feeling", "intensity", "hurt",  "craving", "number", "scale"};
  constexpr std::string_view links[] = {
      "is",      "at",    "like",  "a",      "an",     "about",    "of",   "around",
      "was",     "now",   "maybe", "to",     "its",    "still",    "im",   "say",
      "id",      "solid", "good",  "strong", "prob",   "probably", "hits", "hit",
      "hitting", "put",   "give",  "it",     "call",   "sitting",  "down", "up",
      "rn",      "hes",   "shes",  "am",     "nearly", "almost",   "just", "only"};
  const std::string_view next = word_at(text, after);
  constexpr std::string_view counted[] = {"times",   "texts", "messages", "months", "am",
                                          "pm",      "kids",  "people",   "calls",  "oclock",
                                          "percent", "%",     "of",       "or"};
  if (time_unit_of(next) || is_one_of(next, counted)) return false;
  constexpr std::string_view article_free[] = {"hits", "hit", "hitting", "sitting"};
  bool rating = false;
  const uint32_t first = sentence_of(text, index).first;
  for (uint32_t back = 1; back <= 5 && first + back <= index; ++back) {
    const std::string_view word = text.word(index - back);
    if (is_one_of(word, measures)) return true;
    if (!is_one_of(word, links)) break;
    const bool article = word == "a" || word == "an";
    const std::string_view previous =
        back + 1 <= index ? text.word(index - back - 1) : std::string_view{};
    rating = rating || (article && (previous == "like" || previous == "at" || previous == "maybe" ||
                                    previous == "about" || previous == "say"));
    rating =
        rating || (word == "at" && (previous == "im" || previous == "am" || previous == "still"));
    rating = rating || (article && previous == "im" && text.size() <= 6);
    rating = rating || (word == "now" && after == text.size());
    constexpr std::string_view given[] = {"its",      "to",   "hit",   "hits", "hitting",
                                          "probably", "prob", "solid", "it",   "around",
                                          "at",       "hes",  "shes",  "now"};
    const bool marked = ends_mark(text, after);
    rating = rating || (marked && word == "say" && (previous == "id" || previous == "d"));
    rating = rating || (marked && is_one_of(word, article_free)) ||
             (marked && article && is_one_of(previous, given)) || (marked && word == "solid") ||
             (marked && word == "like" && clause_begin(text, index) == index - back);
  }
  return rating;
}

// "put me down for a 9", "hovering round a 6", "not more than a three".
bool is_put_at(const Text& text, uint32_t index, uint32_t after) {
  constexpr std::string_view leads[] = {
      "down for",       "put me at",        "put it at",    "hovering at", "hovering around",
      "hovering round", "not more than",    "no more than", "give it",     "id give it",
      "hanging at",     "somewhere around", "sitting at",   "call it"};
  const std::string_view before = index > 0 ? text.word(index - 1) : std::string_view{};
  const uint32_t first = before == "a" || before == "an" ? index - 1 : index;
  return ends_mark(text, after) && has_phrase_before(text, first, leads);
}

// "eight. my chest is tight", "probably seven. yeah", "1 tonight": first, and nothing is counted.
bool opens_as_mark(const Text& text, uint32_t index, uint32_t after) {
  constexpr std::string_view light[] = {"probably", "prob", "maybe", "about", "like",  "a",
                                        "an",       "hmm",  "um",    "well",  "solid", "honestly"};
  constexpr std::string_view now[] = {"tonight", "today", "now", "weirdly", "actually", "easily"};
  const TokenRange sentence = sentence_of(text, index);
  if (sentence.first != 0 || sentence.last == text.size()) return false;
  for (uint32_t i = 0; i < index; ++i) {
    if (!is_one_of(text.word(i), light)) return false;
  }
  while (after < sentence.last && is_one_of(text.word(after), now)) ++after;
  return after == sentence.last;
}

// "hes a solid 10": a mark given to somebody.
bool rates_a_person(const Text& text, const People& people, uint32_t index) {
  const Person subject = people.subject_before(index);
  constexpr std::string_view own[] = {"me", "my", "i", "im", "ive", "id"};
  constexpr std::string_view rating[] = {"rated", "rates", "gave", "gives", "scored"};
  const uint32_t first = sentence_of(text, index).first;
  bool mine = false;
  for (uint32_t back = 1; back <= 4 && first + back <= index; ++back) {
    const std::string_view word = text.word(index - back);
    if (is_one_of(word, rating) && subject != Person::writer) return true;
    mine = mine || is_one_of(word, own);
  }
  if (mine && subject != Person::third) return false;
  return subject == Person::other || subject == Person::third;
}

// "maybe a 5", "id say 7": a guess at one's own number is the number, unless it hangs on an "if".
Scope scope_of_mark(const Text& text, TokenRange mark) {
  const Scope scope = scope_of(text, mark);
  if (scope != Scope::hypothetical) return scope;
  constexpr std::string_view open[] = {"if",   "when", "gonna", "will",  "going",  "could", "want",
                                       "wish", "hope", "til",   "until", "before", "can",   "used"};
  for (uint32_t at = clause_begin(text, mark.first); at < mark.first; ++at) {
    if (is_one_of(text.word(at), open)) return scope;
  }
  return Scope::plain;
}

// "6 or 7", "between 5 and 6", "5-6" are no one number.
bool is_between(const Text& text, uint32_t index, uint32_t after) {
  const std::string_view next = word_at(text, after);
  const bool joins = next == "or" || next == "to" || next == "and";
  const bool dash =
      after < text.size() && after > 0 && text.source()[text.tokens()[after - 1].source.end] == '-';
  const auto second = number_at(text, dash ? after : after + 1);
  if ((joins || dash) && second && !second->article && second->value <= 10) return true;
  const std::string_view previous = index > 0 ? text.word(index - 1) : std::string_view{};
  return previous == "or" ||
         (previous == "and" && index >= 3 && word_at(text, index - 3) == "between");
}

}  // namespace

std::optional<Particular> intensity_of(const Text& text, const People& people) {
  std::optional<Particular> heard;
  bool of_a_person = false;
  for (uint32_t i = 0; i < text.size(); ++i) {
    const auto number = number_at(text, i);
    if (!number || number->article || number->ordinal) continue;
    if (!number->suffix.empty() && number->suffix != "ish") continue;
    if (number->value < 0 || number->value > 10) continue;
    const uint32_t after = i + number->tokens;
    constexpr std::string_view wholes[] = {"out of 10", "out of ten", "outta 10",
                                           "outta ten", "on 10",      "over 10"};
    const uint32_t out_of = longest_phrase_at(text, after, wholes);
    const bool slashed = slash_after(text, after - 1) && word_at(text, after) == "10";
    // "i meant 3", and a number alone at the end: "it's peaking now, 8".
    const bool last_word =
        after == text.size() && i > 0 && text.size() <= 14 && clause_begin(text, i) == i;
    const bool meant = i > 0 && text.word(i - 1) == "meant" && !time_unit_of(word_at(text, after));
    const bool placed =
        rated(text, i, after) || is_put_at(text, i, after) || opens_as_mark(text, i, after);
    if (out_of == 0 && !slashed && !meant && !last_word && !placed) continue;
    if (is_between(text, i, after)) continue;
    if (rates_a_person(text, people, i)) {
      of_a_person = true;
      continue;
    }
    const uint32_t last = out_of > 0 ? after + out_of : slashed ? after + 1 : after;
    const auto value = static_cast<int>(number->value + 0.5);
    const Scope scope = scope_of_mark(text, {i, last});
    // What it is now is told after what it is not and what it was: "not a 10, like a 6".
    if (heard && scope != Scope::plain) continue;
    const bool was = i >= 2 && (text.word(i - 1) == "was" || text.word(i - 2) == "was" ||
                                text.word(i - 1) == "from");
    if (heard && heard->scope == Scope::plain && was) continue;
    heard = particular_of(text, {i, last}, std::to_string(value), scope);
  }
  // Beside marks given to people a mark for oneself is looks or worth, not how strong it is.
  if (of_a_person) return std::nullopt;
  return heard;
}

std::optional<Particular> count_of(const Text& text, const People& people) {
  constexpr std::string_view messages[] = {
      "text",  "texts",  "message", "messages", "msg",       "msgs",       "dm",        "dms",
      "email", "emails", "call",    "calls",    "paragraph", "paragraphs", "voice",     "snap",
      "snaps", "essay",  "letter",  "txt",      "txts",      "whatsapp",   "whatsapps", "reply"};
  constexpr std::string_view fillers[] = {"long",     "unanswered", "more",  "drunk",
                                          "missed",   "follow",     "whole", "massive",
                                          "separate", "desperate",  "up"};
  for (uint32_t i = 0; i < text.size(); ++i) {
    const std::string_view word = text.word(i);
    const std::string_view next = word_at(text, i + 1);
    const bool text_next = next.starts_with("text") || next.starts_with("messag");
    if ((word == "double" || word == "triple") && text_next) {
      return particular_of(text, {i, i + 2}, word == "double" ? "2" : "3", Scope::plain);
    }
    const auto number = number_at(text, i);
    if (!number || number->article || !number->suffix.empty()) continue;
    uint32_t at = i + number->tokens;
    if (is_one_of(word_at(text, at), fillers)) ++at;
    const auto value = static_cast<int64_t>(number->value + 0.5);
    const bool usable = value >= 1 && value <= 100 && is_one_of(word_at(text, at), messages);
    if (!usable || (number->value == 1 && !number->ordinal)) continue;
    // Only messages of the writer's own are counted: "her third text" is not one.
    const std::string_view before = i > 0 ? text.word(i - 1) : std::string_view{};
    if (before == "her" && number->ordinal && i + 2 < text.size() &&
        word_at(text, i - 2) != "send") {
      continue;
    }
    if (before == "his" || before == "their" || people.subject_before(i) == Person::other) {
      const bool giving = i >= 2 && (text.word(i - 2) == "send" || text.word(i - 2) == "sent" ||
                                     text.word(i - 2) == "sending" || text.word(i - 2) == "him" ||
                                     text.word(i - 2) == "her" || text.word(i - 2) == "them");
      if (!giving) continue;
    }
    return particular_of(text, {i, at + 1}, std::to_string(value), Scope::plain);
  }
  return std::nullopt;
}

}  // namespace keel
