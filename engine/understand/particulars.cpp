#include "understand/particulars.h"

#include <algorithm>

#include <utility>

#include "base/assert.h"
#include "understand/heard.h"
#include "understand/pattern.h"
#include "understand/phrases.h"
#include "understand/scope.h"

namespace keel {
namespace {

ContentLine built_in(std::string_view pattern) {
  return {std::string(pattern), "built in", {0, static_cast<uint32_t>(pattern.size())}};
}

enum Table : uint8_t { events, feelings, channels, roles };
constexpr size_t table_count = 4;

std::span<const HeardPhrase> phrases_of(size_t table) {
  switch (table) {
    case events:
      return event_phrases();
    case feelings:
      return feeling_phrases();
    case channels:
      return channel_phrases();
    default:
      return role_phrases();
  }
}

}  // namespace

struct ParticularsReader::Parts {
  struct Row {
    uint8_t table = 0;
    uint32_t row = 0;
  };
  PatternSet patterns;
  std::vector<Row> rows;  // by pattern
};

ParticularsReader::ParticularsReader() = default;
ParticularsReader::ParticularsReader(ParticularsReader&&) noexcept = default;
ParticularsReader& ParticularsReader::operator=(ParticularsReader&&) noexcept = default;
ParticularsReader::~ParticularsReader() = default;

ParticularsReader ParticularsReader::build() {
  std::vector<Diagnostic> mistakes;
  std::vector<WordListContent> content;
  for (const HeardList& list : heard_lists()) {
    std::string choice = "(";
    choice.append(list.entries).append(")");
    content.push_back({std::string(list.name), {built_in(choice)}});
  }
  const WordLists lists = WordLists::build(content, mistakes);
  PatternSet::Builder builder(lists);
  auto parts = std::make_unique<Parts>();
  for (size_t table = 0; table < table_count; ++table) {
    const std::span<const HeardPhrase> phrases = phrases_of(table);
    for (uint32_t row = 0; row < phrases.size(); ++row) {
      const bool added = builder.add(built_in(phrases[row].pattern), mistakes).has_value();
      KEEL_ASSERT(added);
      if (added) parts->rows.push_back({static_cast<uint8_t>(table), row});
    }
  }
  KEEL_ASSERT(mistakes.empty());
  parts->patterns = std::move(builder).build();
  ParticularsReader reader;
  reader.parts_ = std::move(parts);
  return reader;
}

HeardPhrases ParticularsReader::find(const Text& text) const {
  HeardPhrases found;
  if (!parts_) return found;
  std::vector<HeardMatch>* const tables[] = {&found.events, &found.feelings, &found.channels,
                                             &found.roles};
  for (const PatternMatch& match : parts_->patterns.find(text)) {
    const Parts::Row row = parts_->rows[match.pattern];
    tables[row.table]->push_back({&phrases_of(row.table)[row.row], row.row, match.tokens});
  }
  for (std::vector<HeardMatch>* matches : tables) {
    std::stable_sort(matches->begin(), matches->end(),
                     [](const HeardMatch& a, const HeardMatch& b) {
                       return a.tokens.first != b.tokens.first ? a.tokens.first < b.tokens.first
                                                               : a.tokens.last > b.tokens.last;
                     });
  }
  return found;
}

Particulars ParticularsReader::read(const Text& text) const {
  Particulars heard;
  if (!parts_ || text.empty()) return heard;
  // A page is heard by its beginning; the rest is told again when it is asked for.
  constexpr uint32_t heard_tokens_max = 600;
  if (text.size() > heard_tokens_max) {
    const std::string_view head =
        std::string_view(text.source()).substr(0, text.span({0, heard_tokens_max}).end);
    return read(Text::read(head));
  }
  const HeardPhrases found = find(text);
  const std::vector<NameMention> names = names_in(text);
  const People people = People::of(text, names);
  const std::optional<HeardEvent> event = main_event(text, people, found.events);
  if (event) heard.event = event->event;
  WhoPronoun person = who_and_pronoun(text, people, names, found.roles, event);
  heard.who = std::move(person.who);
  heard.pronoun = std::move(person.pronoun);
  HeardTimes times = times_of(text, people, event);
  heard.duration = std::move(times.duration);
  heard.since = std::move(times.since);
  heard.together_for = std::move(times.together_for);
  heard.channel = channel_of(text, people, found.channels);
  heard.intensity = intensity_of(text, people);
  heard.count = count_of(text, people);
  heard.feelings = feelings_of(text, people, found.feelings);
  return heard;
}

Particular particular_of(const Text& text, TokenRange tokens, std::string value, Scope scope) {
  return {std::move(value), std::string(text.words(tokens)), text.span(tokens), scope};
}

namespace {

bool is_theirs(HeardBy by, Person subject) {
  switch (by) {
    case HeardBy::other:
      return subject == Person::other || subject == Person::none;
    case HeardBy::named:
      return subject == Person::other;
    case HeardBy::writer:
      return subject == Person::writer || subject == Person::none;
    case HeardBy::anyone:
      break;
  }
  return subject != Person::third;
}

// What was sent matters less than that it is still unanswered.
bool is_pending(std::string_view event) {
  return event == "no-reply" || event == "left-on-read" || event == "short-reply";
}
bool is_sending(std::string_view event) {
  return event == "i-texted" || event == "i-called";
}
bool is_contact(std::string_view event) {
  return is_sending(event) || event == "they-reached-out";
}

// Events that are so when the other person says them.
bool is_told(std::string_view event) {
  constexpr std::string_view told[] = {"broke-up",   "someone-new", "got-engaged", "cheated",
                                       "moved-away", "moved-out",   "divorce",     "left-me"};
  return event.starts_with("asked") || event.starts_with("said") || is_one_of(event, told);
}

// "no reply from the landlord", "he never texts me first": not the silence that is meant.
bool is_of_another(const Text& text, const People& people, const HeardMatch& match) {
  const bool pending = is_pending(match.phrase->value);
  if (!pending && match.phrase->value != "they-reached-out") return false;
  const uint32_t last = match.tokens.last;
  if (pending && last < text.size() && text.word(last) == "first") return true;
  const auto from_at = [&text](uint32_t at) { return at < text.size() && text.word(at) == "from"; };
  const bool from = from_at(last) || from_at(last - 1) || (last >= 2 && from_at(last - 2));
  constexpr std::string_view offices[] = {"work",    "bank",    "school", "uni",
                                          "hr",      "council", "office", "clinic",
                                          "company", "police",  "court",  "gp"};
  for (uint32_t at = last; from && at < last + 4 && at < text.size(); ++at) {
    if (people.at(at) == Person::third || is_one_of(text.word(at), offices)) return true;
  }
  return false;
}

// He said "i need space": in quotes, and said by the other person.
bool is_own_quote(const Text& text, const People& people, uint32_t token) {
  if (!is_quoted(text, token)) return false;
  constexpr uint32_t reach = 12;
  uint32_t opening = token;
  while (opening > 0 && token - opening < reach && is_quoted(text, opening - 1)) {
    --opening;
    const std::string_view word = text.word(opening);
    if (is_negation(word) || word == "if" || word == "might" || word == "would") return false;
  }
  constexpr std::string_view saying[] = {"said", "says", "say",   "goes",   "went",    "like",
                                         "me",   "just", "wrote", "texted", "replied", "back"};
  return opening > 0 && is_one_of(text.word(opening - 1), saying) &&
         people.subject_before(opening) == Person::other;
}

// "he always texts me", "whenever she calls": a habit, nothing that happened.
bool is_habit(const Text& text, TokenRange tokens) {
  constexpr std::string_view habits[] = {"always",    "usually",   "normally", "every", "whenever",
                                         "everytime", "sometimes", "often",    "each"};
  for (uint32_t at = clause_begin(text, tokens.first); at < tokens.last; ++at) {
    if (is_one_of(text.word(at), habits)) return true;
  }
  const bool more = tokens.last < text.size() && text.word(tokens.last) == "every";
  return more;
}

// "the card she wrote me": tells which card, not what happened. "The day he called" is a time.
bool is_relative(const Text& text, TokenRange tokens) {
  constexpr std::string_view pronouns[] = {"he", "she", "they"};
  uint32_t at = tokens.first;
  if (at > 0 && is_one_of(text.word(at - 1), pronouns)) --at;
  if (!is_one_of(text.word(at), pronouns) || at < 2 || breaks_after(text, at - 1)) return false;
  constexpr std::string_view articles[] = {"the", "that", "every", "my", "this", "last"};
  constexpr std::string_view times[] = {"day",   "night", "week",    "time",    "moment",  "minute",
                                        "month", "year",  "morning", "evening", "weekend", "ex"};
  return is_one_of(text.word(at - 2), articles) && !is_one_of(text.word(at - 1), times) &&
         sentence_of(text, at).first + 2 <= at;
}

// "he called me crazy", "called me a liar": no call.
bool is_called_names(const Text& text, TokenRange tokens) {
  constexpr std::string_view calls[] = {"called", "calls", "calling", "call"};
  constexpr std::string_view names[] = {
      "a",      "an",        "crazy",    "needy",       "clingy",   "names",    "psycho",
      "stupid", "selfish",   "toxic",    "dramatic",    "too",      "insecure", "babe",
      "baby",   "fat",       "ugly",     "mad",         "pathetic", "lazy",     "jealous",
      "his",    "desperate", "obsessed", "controlling", "mental",   "the",      "out",
      "my",     "by",        "paranoid", "weak",        "dumb"};
  constexpr std::string_view people[] = {"me", "him", "her", "them"};
  for (uint32_t at = tokens.first; at + 1 < tokens.last && at + 2 < text.size(); ++at) {
    if (!is_one_of(text.word(at), calls) || !is_one_of(text.word(at + 1), people)) continue;
    if (breaks_after(text, at + 1) || !is_one_of(text.word(at + 2), names)) continue;
    const bool time = at + 3 < text.size() && text.word(at + 2) == "a" &&
                      (text.word(at + 3) == "few" || text.word(at + 3) == "couple" ||
                       text.word(at + 3) == "million" || text.word(at + 3) == "lot");
    if (!time) return true;
  }
  return false;
}

}  // namespace

std::optional<HeardEvent> main_event(const Text& text, const People& people,
                                     std::span<const HeardMatch> found) {
  std::optional<HeardEvent> best;
  uint32_t best_rank = 0;
  for (const HeardMatch& match : found) {
    const std::string_view value = match.phrase->value;
    const bool quoted = is_quoted(text, match.tokens.first);
    if (!quoted && !is_theirs(match.phrase->by, people.subject_of(match.tokens))) continue;
    const bool beside = value == "someone-new" || value.starts_with("saw-them");
    if (!beside && people.has_pronoun_of_third(match.tokens)) continue;
    if (is_called_names(text, match.tokens)) continue;
    if (is_of_another(text, people, match)) continue;
    const bool contact = is_contact(value);
    if (contact && (people.has_third(match.tokens) || is_habit(text, match.tokens) ||
                    is_relative(text, match.tokens))) {
      continue;
    }
    Scope scope = scope_of(text, match.tokens);
    // "she said she needs space": to have said it is the event.
    if (scope == Scope::quoted && is_told(value)) {
      scope = is_own_quote(text, people, match.tokens.first) ? Scope::plain
                                                             : scope_as_told(text, match.tokens);
    }
    // Plain statements first, then the earlier rank, then the earlier words.
    const uint32_t rank = event_rank(value) + (scope == Scope::plain ? 0 : 10);
    const bool pending =
        best && rank == best_rank && is_sending(best->event.value) && is_pending(value);
    if (best && best_rank <= rank && !pending) continue;
    best_rank = rank;
    best = HeardEvent{particular_of(text, match.tokens, std::string(value), scope), match.tokens};
  }
  return best;
}

namespace {

// "anxious attachment", "the avoidant type": a kind of person, not a feeling now.
bool names_a_kind(const Text& text, uint32_t after) {
  constexpr std::string_view kinds[] = {
      "attachment", "attached", "avoidant",  "type",        "types",       "style",
      "person",     "people",   "partner",   "partners",    "preoccupied", "birthday",
      "bday",       "new",      "christmas", "anniversary", "ending",      "eid",
      "diwali",     "easter",   "days",      "place",       "valentines"};
  return after < text.size() && !breaks_after(text, after - 1) &&
         sentence_of(text, after).first != after && is_one_of(text.word(after), kinds);
}

// "his empty half of the wardrobe", "a sad song": the thing is so, and not the writer.
bool is_of_a_thing(const Text& text, TokenRange match) {
  constexpr std::string_view articles[] = {"his", "her", "their", "the", "a", "an"};
  constexpr std::string_view own[] = {"feeling", "feelings", "wreck", "mess",  "person", "one",
                                      "bit",     "little",   "lot",   "girl",  "woman",  "man",
                                      "guy",     "idiot",    "fool",  "bitch", "and",    "but"};
  if (match.first == 0 || match.last >= text.size()) return false;
  return is_one_of(text.word(match.first - 1), articles) && !breaks_after(text, match.last - 1) &&
         text.tokens()[match.last].kind == TokenKind::word &&
         !is_one_of(text.word(match.last), own);
}

// "she tells me im paranoid", "he called me pathetic": somebody else's word.
bool is_said_of_writer(const Text& text, uint32_t first) {
  constexpr std::string_view sayings[] = {"tell", "tells", "told",  "telling", "says",   "said",
                                          "say",  "call",  "calls", "called",  "calling"};
  constexpr std::string_view links[] = {"me",   "i",   "im", "am",    "so",  "too",
                                        "that", "was", "a",  "being", "just"};
  for (uint32_t back = 1; back <= 5 && back <= first; ++back) {
    const std::string_view word = text.word(first - back);
    const bool own = first >= back + 1 && text.word(first - back - 1) == "i";
    if (is_one_of(word, sayings)) return !own;
    if (!is_one_of(word, links)) return false;
  }
  return false;
}

}  // namespace

std::vector<Particular> feelings_of(const Text& text, const People& people,
                                    std::span<const HeardMatch> found) {
  std::vector<Particular> feelings;
  for (const HeardMatch& match : found) {
    const Person subject = people.subject_before(match.tokens.first);
    if (subject == Person::other || subject == Person::third) continue;
    if (names_a_kind(text, match.tokens.last) || is_of_a_thing(text, match.tokens)) continue;
    if (is_said_of_writer(text, match.tokens.first)) continue;
    // "i hurt him", "i upset her": done to somebody, not felt.
    constexpr std::string_view objects[] = {"him", "her", "them", "himself", "herself"};
    const uint32_t after = match.tokens.last;
    if (after < text.size() && is_one_of(text.word(after), objects)) continue;
    const Scope scope = scope_of(text, match.tokens);
    const bool known = std::any_of(feelings.begin(), feelings.end(), [&match](const Particular& f) {
      return f.value == match.phrase->value;
    });
    if (known) continue;
    feelings.push_back(particular_of(text, match.tokens, std::string(match.phrase->value), scope));
  }
  // Those that are so come first, because scripts say the first one back.
  std::stable_sort(feelings.begin(), feelings.end(), [](const Particular& a, const Particular& b) {
    return (a.scope == Scope::plain) > (b.scope == Scope::plain);
  });
  return feelings;
}

namespace {

// "not a phone call", "not even by text".
bool is_denied_channel(const Text& text, TokenRange channel) {
  constexpr std::string_view passed[] = {"a", "an", "the", "even", "on", "by", "over", "via", "in"};
  uint32_t at = channel.first;
  while (at > 0 && is_one_of(text.word(at - 1), passed) && !breaks_after(text, at - 1)) --at;
  return at > 0 && text.word(at - 1) == "not";
}

// "hes on instagram all day", "ring the bell": where somebody is, not where they wrote.
bool is_only_online(const Text& text, TokenRange channel) {
  constexpr std::string_view leads[] = {"hes on", "shes on", "theyre on", "he is on", "she is on"};
  constexpr std::string_view bells[] = {"ring the bell", "rang the bell", "ring the doorbell",
                                        "rang the doorbell"};
  return has_phrase_before(text, channel.first, leads) ||
         longest_phrase_at(text, channel.last - 1, bells) > 0;
}

}  // namespace

std::optional<Particular> channel_of(const Text& text, const People& people,
                                     std::span<const HeardMatch> found) {
  const HeardMatch* best = nullptr;
  for (const HeardMatch& match : found) {
    if (best != nullptr && match.row >= best->row) continue;
    if (people.subject_before(match.tokens.first) == Person::third) continue;
    if (people.has_pronoun_of_third(match.tokens)) continue;
    // A channel is where somebody writes or wants to write; only the denied and the past are apart.
    if (is_called_names(text, match.tokens)) continue;
    if (is_denied_channel(text, match.tokens) || is_only_online(text, match.tokens)) continue;
    if (scope_of(text, match.tokens) == Scope::past) continue;
    best = &match;
  }
  if (best == nullptr) return std::nullopt;
  return particular_of(text, best->tokens, std::string(best->phrase->value), Scope::plain);
}

}  // namespace keel
