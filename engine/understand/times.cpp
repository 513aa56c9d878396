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
  // "we had eight months", "on and off for four years".
  constexpr std::string_view shared[] = {"we had",  "had us",        "and off for",
                                         "and off", "off for about", "off about"};
  if (has_phrase_before(text, first, shared)) return true;
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
  constexpr std::string_view companions[] = {"with",    "seeing", "dating",
                                             "knowing", "known",  "knew"};
  const uint32_t person = linked ? 2 : 1;
  if (!is_one_of(word_before(text, first, person), people)) return false;
  return is_one_of(word_before(text, first, person + 1), companions) ||
         is_one_of(word_before(text, first, person + 2), companions);
}

// What people did for an hour or so: no length of what happened.
bool is_pastime(const Text& text, uint32_t first) {
  constexpr std::string_view pastimes[] = {
      "talked", "talk",     "talking", "chatted",   "chatting", "spoke",   "cried",   "crying",
      "walked", "walking",  "drove",   "driving",   "slept",    "sat",     "stood",   "laughed",
      "trying", "scrolled", "stared",  "staring",   "stayed",   "worked",  "working", "lay",
      "sobbed", "played",   "lived",   "argued",    "visited",  "met",     "ran",     "paced",
      "spent",  "spend",    "spends",  "meditated", "about",    "stalked", "looking", "looked",
      "typing", "listened", "danced",  "cooked",    "watched",  "held"};
  constexpr std::string_view links[] = {"for", "like", "about", "almost", "nearly", "over",
                                        "a",   "good", "solid", "around", "another"};
  if (!is_one_of(word_before(text, first, 1), links)) return false;
  const uint32_t begin = clause_begin(text, first);
  for (uint32_t steps = 2; steps <= 7 && first >= begin + steps; ++steps) {
    const std::string_view word = text.word(first - steps);
    if (is_negation(word)) return false;
    constexpr std::string_view subjects[] = {"i", "he", "she", "we", "they"};
    if (is_one_of(word, subjects)) return false;
    if (is_one_of(word, pastimes)) {
      // "we havent talked for a week"
      for (uint32_t more = 1; more <= 4 && first >= begin + steps + more; ++more) {
        if (is_negation(text.word(first - steps - more))) return false;
      }
      return true;
    }
  }
  return false;
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
      "sleep",   "pregnant",  "late",    "apart in",   "off",    "holiday"};
  const std::string_view previous = word_before(text, first, 1);
  constexpr std::string_view looking_back[] = {
      "spoken", "talked", "seen", "heard",   "texted", "replied", "answered", "written",
      "him",    "her",    "them", "nothing", "word",   "called",  "contact"};
  constexpr std::string_view since[] = {"since",  "of silence", "of nothing", "of no contact",
                                        "ago",    "no contact", "nc",         "post",
                                        "without"};
  if (longest_phrase_at(text, last, since) > 0) return false;
  if (longest_phrase_at(text, last, after) > 0) return true;
  constexpr std::string_view seconds[] = {"seconds", "secs", "sec", "second"};
  if (is_one_of(word_at(text, last + 1), seconds)) return true;
  if (is_pastime(text, first)) return true;
  if (previous == "in" && stands_before(text, first, 3, looking_back)) return false;
  return is_one_of(previous, before) || (previous == "like" && word_before(text, first, 2) == "in");
}

// Words that tie a length to what happened.
bool is_tied(const Text& text, uint32_t first, uint32_t last) {
  constexpr std::string_view after[] = {
      "ago",        "back",          "since",      "now",      "without",     "of nothing",
      "of silence", "of no contact", "no contact", "nc",       "and nothing", "and counting",
      "and still",  "and no",        "straight",   "of radio", "into",        "on",
      "solid",      "post",          "after",      "and he",   "and she",     "and they",
      "of them",    "of this",       "of him",     "of her",   "of typing",   "of going",
      "of waiting", "of dead",       "of blank",   "of us",    "of these",    "later and",
      "of not",     "of being",      "of us not",  "out"};
  constexpr std::string_view before[] = {
      "for",  "been",  "its",  "after",   "about",  "almost", "nearly",  "over", "only", "past",
      "last", "since", "like", "already", "around", "maybe",  "roughly", "just", "on",   "day",
      "was",  "in",    "the",  "these",   "this",   "before", "from",    "make", "made", "of"};
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

// "he wants a break, after 3 years": years that something came after are those of the relationship,
// unless what came is a message.
bool ends_years(const Text& text, TokenRange range, char unit,
                const std::optional<HeardEvent>& event) {
  if (unit != 'Y' || word_before(text, range.first, 1) != "after" || !event) return false;
  constexpr std::string_view silence[] = {"of silence", "of nothing", "of no contact", "of no"};
  if (longest_phrase_at(text, range.last, silence) > 0) return false;
  constexpr std::string_view contact[] = {"they-reached-out", "i-texted",      "i-called",
                                          "broke-no-contact", "asked-to-meet", "saw-them"};
  return !is_one_of(event->event.value, contact);
}

// Without an event only a length that says of itself that it looks back.
bool stands_alone(const Text& text, TokenRange range) {
  constexpr std::string_view strong[] = {
      "ago",           "since",        "now",          "without",      "of nothing", "of silence",
      "of no contact", "and nothing",  "no contact",   "after us",     "after the",  "back and",
      "of not",        "with no",      "with nothing", "of him",       "of her",     "of being",
      "of no",         "of radio",     "clean of him", "clean of her", "of waiting", "post breakup",
      "and still",     "and im still", "and i still",  "no more",      "and not"};
  if (longest_phrase_at(text, range.last, strong) > 0) return true;
  // "20 minutes of this"; years of it are a life, not a wait.
  const bool years = time_unit_of(text.word(range.last - 1)) == TimeUnit::year;
  if (!years && phrase_at(text, range.last, "of this") > 0) return true;
  constexpr std::string_view fillers[] = {"what",  "like", "about", "almost",  "nearly",
                                          "over",  "just", "only",  "already", "around",
                                          "maybe", "a",    "now",   "roughly", "exactly"};
  uint32_t steps = 1;
  while (steps < 4 && is_one_of(word_before(text, range.first, steps), fillers)) ++steps;
  constexpr std::string_view openers[] = {"been", "its", "thats", "since"};
  if (steps == 1 && word_before(text, range.first, 1) == "after") return true;
  const std::string_view before = word_before(text, range.first, steps);
  const bool it_is = before == "is" && word_before(text, range.first, steps + 1) == "it";
  return it_is || is_one_of(before, openers);
}

bool is_whole_sentence(const Text& text, TokenRange range) {
  const TokenRange sentence = sentence_of(text, range.first);
  constexpr std::string_view small[] = {"now", "already", "almost", "nearly", "about", "over",
                                        "and", "so",      "like",   "just",   "only",  "whole"};
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    const bool inside = i >= range.first && i < range.last;
    if (!inside && text.tokens()[i].kind == TokenKind::word && !is_one_of(text.word(i), small)) {
      return false;
    }
  }
  return true;
}

// "She left. 11 years." is how long it was; "He asked for time. 10 days." is how long ago.
bool lasts(std::string_view event, char unit) {
  constexpr std::string_view endings[] = {"broke-up", "left-me", "divorce", "moved-out"};
  if (is_one_of(event, endings)) return unit == 'D' || unit == 'H' || unit == 'W';
  return unit != 'Y';
}

struct Length {
  TokenRange tokens;
  std::string iso;
};

std::vector<Length> lengths_in(const Text& text) {
  std::vector<Length> lengths;
  for (uint32_t i = 0; i < text.size(); ++i) {
    auto length = duration_at(text, i);
    if (!length) continue;
    lengths.push_back({{i, i + length->tokens}, std::move(length->iso)});
    i += length->tokens - 1;
  }
  return lengths;
}

void read_lengths(const Text& text, std::span<const Length> lengths, const People& people,
                  const std::optional<HeardEvent>& event, HeardTimes& times) {
  bool two = false;
  for (const auto& [range, iso] : lengths) {
    const Scope scope = is_quoted(text, range.first) ? Scope::quoted : Scope::plain;
    if (is_together(text, range.first, range.last) || ends_years(text, range, iso.back(), event)) {
      if (!times.together_for) times.together_for = particular_of(text, range, iso, scope);
      continue;
    }
    if (is_adjective(text, range) || is_other_length(text, range.first, range.last)) continue;
    // "her husband ignored her for a month": somebody else's.
    if (people.subject_before(range.first) == Person::third) continue;
    const bool whole = event && is_whole_sentence(text, range);
    if (whole && !lasts(event->event.value, iso.back())) continue;
    const bool beside = event && near(event->tokens, range.first, range.last);
    const bool alone = stands_alone(text, range);
    if (!is_tied(text, range.first, range.last) && !beside && !whole && !alone) continue;
    if (!beside && !event && !alone) continue;
    if (times.duration && times.duration->value != iso) two = true;
    if (!times.duration || (beside && two)) {
      times.duration = particular_of(text, range, iso, scope);
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
    const bool dated = i > 0 && (text.word(i - 1) == "on" || text.word(i - 1) == "at");
    if (!dated && range.last < text.size() && longest_phrase_at(text, range.last, after) == 0 &&
        clause_begin(text, range.last) != range.last) {
      continue;
    }
    const auto days = static_cast<int64_t>(number->value);
    times.duration = particular_of(
        text, range, std::string("P").append(std::to_string(days)).append("D"), Scope::plain);
  }
}

// "i was on 31 days", "made it 12 days", "a 40 day streak": days kept, without the word "day"
// first.
void read_days_kept(const Text& text, std::span<const Length> lengths, HeardTimes& times) {
  constexpr std::string_view kept[] = {
      "was on",  "im on",  "at",       "made it", "made it to",   "got to", "i did",
      "managed", "lasted", "i lasted", "reached", "my streak is", "went",   "streak of"};
  constexpr std::string_view without[] = {"without",       "no contact", "nc",          "streak",
                                          "of no contact", "of nc",      "before that", "of not",
                                          "clean of",      "strong"};
  constexpr std::string_view bounded[] = {"made it", "made it to", "got to", "streak of", "lasted"};
  for (const auto& [range, iso] : lengths) {
    const uint32_t i = range.first;
    if (times.duration || i == 0 || iso.back() != 'D') continue;
    const auto ends_with = [&](std::span<const std::string_view> words) {
      for (uint32_t steps = 1; steps <= 3 && steps <= i; ++steps) {
        if (longest_phrase_at(text, i - steps, words) == steps) return true;
      }
      return false;
    };
    const bool told = longest_phrase_at(text, range.last, without) > 0;
    if ((told && ends_with(kept)) || ends_with(bounded) ||
        (told && word_at(text, range.last) == "streak")) {
      times.duration = particular_of(text, range, iso, Scope::plain);
    }
  }
}

}  // namespace

HeardTimes times_of(const Text& text, const People& people,
                    const std::optional<HeardEvent>& event) {
  HeardTimes times;
  const std::vector<Length> lengths = lengths_in(text);
  read_lengths(text, lengths, people, event, times);
  read_day_count(text, times);
  read_days_kept(text, lengths, times);
  read_since(text, event, times);
  return times;
}

}  // namespace keel
