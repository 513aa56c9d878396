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
  const std::optional<HeardEvent> event = main_event(text, found.events);
  if (event) heard.event = event->event;
  WhoPronoun person = who_and_pronoun(text, found.roles, event);
  heard.who = std::move(person.who);
  heard.pronoun = std::move(person.pronoun);
  HeardTimes times = times_of(text, event);
  heard.duration = std::move(times.duration);
  heard.since = std::move(times.since);
  heard.together_for = std::move(times.together_for);
  heard.channel = channel_of(text, found.channels);
  heard.intensity = intensity_of(text);
  heard.count = count_of(text);
  heard.feelings = feelings_of(text, found.feelings);
  return heard;
}

Particular particular_of(const Text& text, TokenRange tokens, std::string value, Scope scope) {
  return {std::move(value), std::string(text.words(tokens)), text.span(tokens), scope};
}

namespace {

bool is_theirs(HeardBy by, Subject subject) {
  switch (by) {
    case HeardBy::other:
      return subject == Subject::other || subject == Subject::none;
    case HeardBy::named:
      return subject == Subject::other;
    case HeardBy::writer:
      return subject == Subject::writer || subject == Subject::none;
    case HeardBy::anyone:
      break;
  }
  return subject != Subject::third;
}

// What was sent matters less than that it is still unanswered.
bool is_pending(std::string_view event) {
  return event == "no-reply" || event == "left-on-read" || event == "short-reply";
}
bool is_sending(std::string_view event) {
  return event == "i-texted" || event == "i-called";
}

}  // namespace

std::optional<HeardEvent> main_event(const Text& text, std::span<const HeardMatch> found) {
  std::optional<HeardEvent> best;
  uint32_t best_rank = 0;
  for (const HeardMatch& match : found) {
    if (!is_theirs(match.phrase->by, subject_before(text, match.tokens.first))) continue;
    Scope scope = scope_of(text, match.tokens);
    // "she said she needs space": to have said it is the event.
    const bool saying =
        match.phrase->value.starts_with("asked") || match.phrase->value.starts_with("said");
    if (scope == Scope::quoted && saying && !is_quoted(text, match.tokens.first))
      scope = Scope::plain;
    // Plain statements first, then the earlier rank, then the earlier words.
    const uint32_t rank = event_rank(match.phrase->value) + (scope == Scope::plain ? 0 : 10);
    const bool pending = best && rank == best_rank && is_sending(best->event.value) &&
                         is_pending(match.phrase->value);
    if (best && best_rank <= rank && !pending) continue;
    best_rank = rank;
    best = HeardEvent{particular_of(text, match.tokens, std::string(match.phrase->value), scope),
                      match.tokens};
  }
  return best;
}

namespace {

// "anxious attachment", "the avoidant type": a kind of person, not a feeling now.
bool names_a_kind(const Text& text, uint32_t after) {
  constexpr std::string_view kinds[] = {"attachment", "attached", "avoidant",   "type",
                                        "types",      "style",    "person",     "people",
                                        "partner",    "partners", "preoccupied"};
  return after < text.size() && is_one_of(text.word(after), kinds);
}

}  // namespace

std::vector<Particular> feelings_of(const Text& text, std::span<const HeardMatch> found) {
  std::vector<Particular> feelings;
  for (const HeardMatch& match : found) {
    const Subject subject = subject_before(text, match.tokens.first);
    if (subject == Subject::other || subject == Subject::third) continue;
    if (names_a_kind(text, match.tokens.last)) continue;
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

std::optional<Particular> channel_of(const Text& text, std::span<const HeardMatch> found) {
  const HeardMatch* best = nullptr;
  for (const HeardMatch& match : found) {
    if (best != nullptr && match.row >= best->row) continue;
    if (subject_before(text, match.tokens.first) == Subject::third) continue;
    // A channel is where somebody writes or wants to write; only the denied and the past are apart.
    const bool denied = match.tokens.first > 0 && text.word(match.tokens.first - 1) == "not";
    if (denied || scope_of(text, match.tokens) == Scope::past) continue;
    best = &match;
  }
  if (best == nullptr) return std::nullopt;
  return particular_of(text, best->tokens, std::string(best->phrase->value), Scope::plain);
}

}  // namespace keel
