// Numbers that a person gives for how strong it is now, and for which message in a row this one is.
#include "understand/durations.h"
#include "understand/heard.h"
#include "understand/numbers.h"
#include "understand/phrases.h"
#include "understand/scope.h"

namespace keel {
namespace {

std::string_view word_at(const Text& text, uint32_t index) {
  return index < text.size() ? text.word(index) : std::string_view{};
}

bool slash_after(const Text& text, uint32_t token) {
  if (token + 1 >= text.size()) return false;
  const uint32_t end = text.tokens()[token].source.end;
  return text.tokens()[token + 1].source.begin == end + 1 && text.source()[end] == '/';
}

// "mood like a 4", "im at an 8", "my anxiety is 9": what rates stands before, nothing counted
// after.
bool rated(const Text& text, uint32_t index, uint32_t after) {
  constexpr std::string_view measures[] = {
      "mood", "anxiety", "urge",    "pain",      "panic", "stress",  "level",  "sadness",
      "fear", "anger",   "feeling", "intensity", "hurt",  "craving", "number", "scale"};
  constexpr std::string_view links[] = {"is",  "at",     "like", "a",   "an",    "about",
                                        "of",  "around", "was",  "now", "maybe", "to",
                                        "its", "still",  "im",   "say", "id"};
  const std::string_view next = word_at(text, after);
  constexpr std::string_view counted[] = {"times",   "texts", "messages", "months", "am",
                                          "pm",      "kids",  "people",   "calls",  "oclock",
                                          "percent", "%",     "of",       "or"};
  if (time_unit_of(next) || is_one_of(next, counted)) return false;
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
  }
  return rating;
}

}  // namespace

std::optional<Particular> intensity_of(const Text& text) {
  for (uint32_t i = 0; i < text.size(); ++i) {
    const auto number = number_at(text, i);
    if (!number || number->article || number->ordinal || !number->suffix.empty()) continue;
    if (number->value < 0 || number->value > 10) continue;
    const uint32_t after = i + number->tokens;
    const bool out_of =
        phrase_at(text, after, "out of 10") > 0 || phrase_at(text, after, "out of ten") > 0;
    const bool slashed = slash_after(text, after - 1) && word_at(text, after) == "10";
    // "i meant 3", and a number alone at the end: "it's peaking now, 8".
    const bool last_word =
        after == text.size() && i > 0 && text.size() <= 14 && clause_begin(text, i) == i;
    const bool meant = i > 0 && text.word(i - 1) == "meant" && !time_unit_of(word_at(text, after));
    if (!out_of && !slashed && !meant && !last_word && !rated(text, i, after)) continue;
    const uint32_t last = out_of ? after + 3 : slashed ? after + 1 : after;
    const auto value = static_cast<int>(number->value + 0.5);
    return particular_of(text, {i, last}, std::to_string(value), scope_of(text, {i, last}));
  }
  return std::nullopt;
}

std::optional<Particular> count_of(const Text& text) {
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
    if (before == "his" || before == "their" || subject_before(text, i) == Subject::other) {
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
