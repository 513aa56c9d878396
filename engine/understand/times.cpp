// How long: since it happened, since when, and how long they were together.
#include "understand/clock.h"
#include "understand/durations.h"
#include "understand/heard.h"
#include "understand/numbers.h"
#include "understand/phrases.h"
#include "understand/scope.h"

namespace keel {
namespace {

constexpr std::string_view partners[] = {"gf",       "bf",       "girlfriend", "boyfriend",
                                         "wife",     "husband",  "partner",    "fiance",
                                         "fiancee",  "ex",       "hubby",      "relationship",
                                         "marriage", "together", "us",         "situationship",
                                         "missus"};
// A length right after these is how long two people were together.
constexpr std::string_view bonds[] = {"together",  "married", "dating",   "dated",       "engaged",
                                      "exclusive", "wed",     "marriage", "relationship"};

std::string_view word_at(const Text& text, uint32_t index) {
  return index < text.size() ? text.word(index) : std::string_view{};
}

// `steps` words before `index`, inside its sentence.
std::string_view word_before(const Text& text, uint32_t index, uint32_t steps) {
  const uint32_t first = sentence_of(text, index).first;
  return index >= first + steps ? text.word(index - steps) : std::string_view{};
}

bool stands_before(const Text& text, uint32_t index, uint32_t reach,
                   std::span<const std::string_view> words) {
  for (uint32_t steps = 1; steps <= reach; ++steps) {
    if (is_one_of(word_before(text, index, steps), words)) return true;
  }
  return false;
}

bool is_together(const Text& text, uint32_t first, uint32_t last) {
  constexpr std::string_view after[] = {"together",    "relationship",     "marriage",
                                        "married",     "of marriage",      "of being together",
                                        "of us",       "of dating",        "long relationship",
                                        "as a couple", "of a relationship"};
  if (longest_phrase_at(text, last, after) > 0) return true;
  const std::string_view before = word_before(text, first, 1);
  const std::string_view second = word_before(text, first, 2);
  if (before == "of" && is_one_of(second, partners)) return true;
  const bool linked = before == "for" || before == "about" || before == "almost" ||
                      before == "over" || before == "nearly" || before == "like" ||
                      before == "around";
  if (is_one_of(before, bonds) || (linked && is_one_of(second, bonds))) return true;
  // "he left me after 5 years": what an ending came after is what it ended.
  constexpr std::string_view endings[] = {"left",  "leaves", "dumped",    "ended",    "broke",
                                          "split", "ends",   "divorcing", "finished", "walked"};
  const bool after_it = before == "after" || (linked && second == "after");
  if (after_it && stands_before(text, first, 10, endings)) return true;
  // "been with him for 4 years", "been seeing each other 3 months".
  constexpr std::string_view people[] = {"him", "her",  "them", "other", "someone",
                                         "guy", "girl", "man",  "woman"};
  constexpr std::string_view companions[] = {"with", "seeing", "dating"};
  const uint32_t person = linked ? 2 : 1;
  if (!is_one_of(word_before(text, first, person), people)) return false;
  return is_one_of(word_before(text, first, person + 1), companions) ||
         is_one_of(word_before(text, first, person + 2), companions);
}

// Lengths of something else: ages, plans, rhythms, usual delays.
bool is_other_length(const Text& text, uint32_t first, uint32_t last) {
  constexpr std::string_view before[] = {
      "every", "in",    "within", "next",  "another", "each",  "wait",  "other", "until",
      "til",   "give",  "per",    "under", "takes",   "take",  "took",  "lasts", "lasted",
      "than",  "im",    "aged",   "am",    "turned",  "sober", "clean", "drive", "lives",
      "set",   "first", "slept",  "sleep", "born",    "these"};
  constexpr std::string_view after[] = {
      "old",     "away",      "drive",   "later",      "more",   "from now", "each",  "a day",
      "a week",  "at a time", "earlier", "early",      "to go",  "walk",     "left",  "max",
      "younger", "older",     "before",  "timer",      "notice", "flight",   "pause", "break",
      "shift",   "every",     "trip",    "long voice", "voice",  "of sleep", "sober", "clean",
      "sleep",   "pregnant",  "late",    "apart in"};
  const std::string_view previous = word_before(text, first, 1);
  constexpr std::string_view looking_back[] = {
      "spoken", "talked", "seen", "heard",   "texted", "replied", "answered", "written",
      "him",    "her",    "them", "nothing", "word",   "called",  "contact"};
  constexpr std::string_view since[] = {"since", "of silence", "of nothing", "of no contact",
                                        "ago"};
  if (longest_phrase_at(text, last, since) > 0) return false;
  if (longest_phrase_at(text, last, after) > 0) return true;
  if (previous == "in" && stands_before(text, first, 3, looking_back)) return false;
  return is_one_of(previous, before) || (previous == "like" && word_before(text, first, 2) == "in");
}

// Words that tie a length to what happened.
bool is_tied(const Text& text, uint32_t first, uint32_t last) {
  constexpr std::string_view after[] = {
      "ago",        "back",          "since",      "now",       "without",     "of nothing",
      "of silence", "of no contact", "no contact", "nc",        "and nothing", "and counting",
      "and still",  "and no",        "straight",   "of radio",  "into",        "on",
      "solid",      "post",          "after",      "and he",    "and she",     "and they",
      "later and",  "of not",        "of being",   "of us not", "out"};
  constexpr std::string_view before[] = {
      "for",  "been", "its",   "after", "about",   "almost", "nearly", "over",    "only",
      "past", "last", "since", "like",  "already", "around", "maybe",  "roughly", "just",
      "on",   "day",  "was",   "in",    "the",     "these",  "this"};
  return longest_phrase_at(text, last, after) > 0 || is_one_of(word_before(text, first, 1), before);
}

// "3 minute ones", "a 4 year old": a length that describes a thing, unless it looks back.
bool is_adjective(const Text& text, TokenRange range) {
  constexpr std::string_view single[] = {"minute", "hour", "day", "week", "month", "year"};
  constexpr std::string_view looking_back[] = {"ago",     "since", "of",   "now",
                                               "without", "and",   "after"};
  if (range.last - range.first < 2 || !is_one_of(text.word(range.last - 1), single)) return false;
  const auto number = number_at(text, range.first);
  if (!number || number->value <= 1 || range.last == text.size()) return false;
  return !is_one_of(text.word(range.last), looking_back) &&
         clause_begin(text, range.last) != range.last;
}

bool near(TokenRange event, uint32_t first, uint32_t last) {
  constexpr uint32_t reach = 6;
  return first <= event.last + reach && event.first <= last + reach;
}

void read_lengths(const Text& text, const std::optional<HeardEvent>& event, HeardTimes& times) {
  bool two = false;
  for (uint32_t i = 0; i < text.size(); ++i) {
    const auto length = duration_at(text, i);
    if (!length) continue;
    const TokenRange range{i, i + length->tokens};
    // "a day", "an hour" as a rate or a loose word: an article alone says a length only when tied.
    i = range.last - 1;
    const Scope scope = is_quoted(text, range.first) ? Scope::quoted : Scope::plain;
    if (is_together(text, range.first, range.last)) {
      if (!times.together_for) times.together_for = particular_of(text, range, length->iso, scope);
      continue;
    }
    if (is_adjective(text, range) || is_other_length(text, range.first, range.last)) continue;
    const bool beside = event && near(event->tokens, range.first, range.last);
    if (!is_tied(text, range.first, range.last) && !beside) continue;
    if (!beside && !event) {
      constexpr std::string_view strong[] = {
          "ago",           "since",       "now",        "without",  "of nothing", "of silence",
          "of no contact", "and nothing", "no contact", "after us", "after the"};
      const std::string_view before = word_before(text, range.first, 1);
      const bool been = before == "been" || before == "after" || before == "its";
      if (longest_phrase_at(text, range.last, strong) == 0 && !been) continue;
    }
    if (times.duration && times.duration->value != length->iso) two = true;
    if (!times.duration || (beside && two)) {
      times.duration = particular_of(text, range, length->iso, scope);
      if (beside) two = false;
    }
  }
}

// "yesterday", "last night", "tuesday", "9pm", as plain words to be said after "since".
std::optional<TokenRange> moment_at(const Text& text, uint32_t index) {
  constexpr int64_t any_day = 20'000;
  constexpr std::string_view feasts[] = {
      "christmas",      "xmas",     "new year",    "new years",    "new years eve", "valentines",
      "valentines day", "easter",   "halloween",   "summer",       "last summer",   "last winter",
      "spring",         "autumn",   "the weekend", "lunch",        "breakfast",     "dawn",
      "noon",           "midnight", "my birthday", "his birthday", "her birthday",  "last weekend",
      "this weekend",   "winter",   "last autumn", "last spring",  "thanksgiving"};
  if (const uint32_t feast = longest_phrase_at(text, index, feasts)) {
    return TokenRange{index, index + feast};
  }
  const auto day = day_at(text, index, any_day);
  if (day && word_at(text, index + day->tokens - 1) != "ago") {
    return TokenRange{index, index + day->tokens};
  }
  const auto month = month_of(word_at(text, index));
  if (month) return TokenRange{index, index + 1};
  const auto clock = clock_at(text, index);
  if (clock && (clock->sure || clock->tokens > 1)) return TokenRange{index, index + clock->tokens};
  return std::nullopt;
}

std::string joined_words(const Text& text, TokenRange range) {
  std::string words;
  for (uint32_t i = range.first; i < range.last; ++i) {
    if (!words.empty()) words += ' ';
    words += text.word(i);
  }
  return words;
}

void read_since(const Text& text, const std::optional<HeardEvent>& event, HeardTimes& times) {
  for (uint32_t i = 0; i + 1 < text.size(); ++i) {
    // "together since march" is the beginning of something else.
    if (text.word(i) != "since" || is_one_of(word_before(text, i, 1), bonds)) continue;
    const auto range = moment_at(text, i + 1);
    if (!range) continue;
    times.since = particular_of(text, *range, joined_words(text, *range), Scope::plain);
    return;
  }
  if (!event || event->event.scope != Scope::plain) return;
  // "she blocked me on tuesday", "last night he left": the day stands beside what happened.
  constexpr int64_t any_day = 20'000;
  const uint32_t end = event->tokens.last;
  for (uint32_t at = end > event->tokens.first ? end - 1 : end; at <= end + 2 && at < text.size();
       ++at) {
    const auto day = day_at(text, at, any_day);
    // "6/10" beside it is a rating more often than a date.
    if (!day || day->tokens == 0 || text.tokens()[at].kind == TokenKind::number) continue;
    const TokenRange range{at, at + day->tokens};
    const std::string_view first = text.word(at);
    const bool ahead = first == "tomorrow" || first == "next" || first == "in" || first == "tmrw";
    if (ahead || word_at(text, range.last - 1) == "ago") return;
    times.since = particular_of(text, range, joined_words(text, range), Scope::plain);
    return;
  }
}

// "day 23", "day 12 of no contact": the days kept.
void read_day_count(const Text& text, HeardTimes& times) {
  for (uint32_t i = 0; i + 1 < text.size() && !times.duration; ++i) {
    if (text.word(i) != "day") continue;
    const auto number = number_at(text, i + 1);
    const bool usable = number && !number->ordinal && !number->article && number->suffix.empty() &&
                        number->value >= 1 && number->value < 4000;
    if (!usable) continue;
    const TokenRange range{i, i + 1 + number->tokens};
    constexpr std::string_view after[] = {"no contact", "nc",    "of",    "without",
                                          "and",        "today", "still", "now"};
    if (range.last < text.size() && longest_phrase_at(text, range.last, after) == 0 &&
        clause_begin(text, range.last) != range.last) {
      continue;
    }
    const auto days = static_cast<int64_t>(number->value);
    times.duration = particular_of(
        text, range, std::string("P").append(std::to_string(days)).append("D"), Scope::plain);
  }
}

}  // namespace

HeardTimes times_of(const Text& text, const std::optional<HeardEvent>& event) {
  HeardTimes times;
  read_lengths(text, event, times);
  read_day_count(text, times);
  read_since(text, event, times);
  return times;
}

}  // namespace keel
