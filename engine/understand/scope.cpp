#include "understand/scope.h"

#include <algorithm>

#include "understand/phrases.h"

namespace keel {
namespace {

constexpr std::string_view negations[] = {
    "not",    "dont",   "didnt",   "doesnt",  "isnt",    "wasnt",   "arent",  "werent", "never",
    "havent", "hasnt",  "hadnt",   "wont",    "wouldnt", "couldnt", "cant",   "cannot", "shouldnt",
    "no",     "nobody", "without", "neither", "nor",     "aint",    "hardly", "barely", "stopped"};

constexpr std::string_view clause_openers[] = {
    "but",   "because", "cause", "cos",    "cuz",  "bc",    "so",    "although", "though", "then",
    "while", "yet",     "still", "unless", "when", "since", "after", "until",    "why"};

// What comes after these is imagined, planned, asked or guessed, not told.
constexpr std::string_view imagined[] = {
    "if",           "whether",   "unless",    "would",     "wouldve",  "might",    "could",
    "should",       "may",       "maybe",     "perhaps",   "probably", "wish",     "hope",
    "hoping",       "hoped",     "imagine",   "imagining", "imagined", "scared",   "afraid",
    "worried",      "worry",     "terrified", "fear",      "dread",    "dreamt",   "dreamed",
    "dream",        "pretend",   "suppose",   "will",      "gonna",    "shell",    "hell",
    "itll",         "going",     "wants",     "want",      "wanted",   "wanna",    "think",
    "guess",        "suspect",   "seems",     "theyll",    "nearly",   "almost",   "threatened",
    "threatens",    "planning",  "plan",      "ll",        "til",      "until",    "before",
    "anticipating", "can",       "how",       "supposed",  "able",     "promised", "promises",
    "doubt",        "convinced", "mustve"};

constexpr std::string_view speakers[] = {"said",   "says",    "saying", "told",    "tells",
                                         "thinks", "reckons", "claims", "claimed", "swears",
                                         "swore",  "asked",   "asks",   "wrote",   "admitted"};

constexpr std::string_view opening_quote = "\xE2\x80\x9C";
constexpr std::string_view closing_quote = "\xE2\x80\x9D";

}  // namespace

bool breaks_after(const Text& text, uint32_t left) {
  const uint32_t begin = text.tokens()[left].source.end;
  const uint32_t end = text.tokens()[left + 1].source.begin;
  const std::string_view gap = std::string_view(text.source()).substr(begin, end - begin);
  return gap.find_first_of(",;:()\n") != std::string_view::npos || gap == " - " ||
         gap.find("..") != std::string_view::npos ||
         gap.find("\xE2\x80\x94") != std::string_view::npos ||
         gap.find("\xE2\x80\xA6") != std::string_view::npos ||
         gap.find("\xE2\x80\x93") != std::string_view::npos;
}

bool is_bystander(std::string_view word) {
  constexpr std::string_view bystanders[] = {
      "friend",    "friends",    "sister",    "sisters",   "brother",     "brothers", "mum",
      "mom",       "mam",        "dad",       "mother",    "father",      "mate",     "mates",
      "therapist", "counsellor", "counselor", "boss",      "manager",     "landlord", "colleague",
      "coworker",  "aunt",       "auntie",    "uncle",     "cousin",      "cousins",  "flatmate",
      "roommate",  "housemate",  "doctor",    "gp",        "nan",         "gran",     "grandma",
      "people",    "everyone",   "everybody", "someone",   "somebody",    "parents",  "kids",
      "neighbour", "neighbours", "teacher",   "bestie",    "daughter",    "son",      "nephew",
      "nephews",   "niece",      "lawyer",    "solicitor", "psychologist"};
  return is_one_of(word, bystanders);
}

bool is_negation(std::string_view word) {
  return is_one_of(word, negations);
}

TokenRange sentence_of(const Text& text, uint32_t token) {
  const std::span<const TokenRange> all = text.sentences();
  const auto found =
      std::upper_bound(all.begin(), all.end(), token,
                       [](uint32_t value, const TokenRange& range) { return value < range.last; });
  return found == all.end() ? TokenRange{0, text.size()} : *found;
}

uint32_t clause_begin(const Text& text, uint32_t token) {
  // Nobody's clause is longer; the bound keeps a page without punctuation from costing its square.
  constexpr uint32_t clause_tokens_max = 40;
  uint32_t first = sentence_of(text, token).first;
  if (token > first + clause_tokens_max) first = token - clause_tokens_max;
  uint32_t at = token;
  while (at > first) {
    if (breaks_after(text, at - 1) || is_one_of(text.word(at - 1), clause_openers)) break;
    --at;
  }
  return at;
}

bool is_quoted(const Text& text, uint32_t token) {
  const uint32_t until = text.tokens()[token].source.begin;
  const std::string_view source = std::string_view(text.source()).substr(0, until);
  if (source.find('"') == source.npos && source.find(opening_quote) == source.npos) return false;
  bool open = false;
  for (size_t at = 0; at < source.size(); ++at) {
    if (source[at] == '"') open = !open;
    if (source.substr(at, opening_quote.size()) == opening_quote) open = true;
    if (source.substr(at, closing_quote.size()) == closing_quote) open = false;
  }
  return open;
}

namespace {

Scope read_scope(const Text& text, TokenRange statement, bool heed_speakers) {
  if (is_quoted(text, statement.first)) return Scope::quoted;
  constexpr uint32_t reach = 7;
  const uint32_t begin = clause_begin(text, statement.first);
  const uint32_t first = statement.first > begin + reach ? statement.first - reach : begin;
  Scope scope = Scope::plain;
  bool planned = false;
  for (uint32_t at = first; at < statement.first; ++at) {
    const std::string_view word = text.word(at);
    const std::string_view next = at + 1 < text.size() ? text.word(at + 1) : std::string_view{};
    if (word == "used" && next == "to") return Scope::past;
    // "no contact and im proud": a new subject, a new statement.
    constexpr std::string_view selves[] = {"i", "im", "ive", "id"};
    if (word == "and" && is_one_of(next, selves) &&
        (scope == Scope::negated || scope == Scope::quoted)) {
      scope = Scope::plain;
    }
    // "he was supposed to come and he bailed": the plan, and then what happened.
    constexpr std::string_view them[] = {"he", "she", "they", "it", "i", "we"};
    if (planned && (word == "and" || word == "but") && is_one_of(next, them)) {
      scope = Scope::plain;
      planned = false;
    }
    planned = planned || word == "supposed" || word == "promised" || word == "meant";
    if (word == "no" && next == "contact") continue;
    // "not angry, just sad": what comes after "just" is so.
    if (word == "just" && scope == Scope::negated) scope = Scope::plain;
    if (word == "not" && (next == "only" || next == "just")) continue;
    // "no it was him who left" denies what was said before, not what follows.
    constexpr std::string_view after_no[] = {"it",  "its",  "he", "she",  "they",  "i",   "im",
                                             "hes", "shes", "we", "that", "thats", "you", "theyre"};
    if (word == "no" && is_one_of(next, after_no)) continue;
    // "cant stop crying" is crying.
    if (is_negation(word) && (next == "stop" || next == "help")) continue;
    if (is_negation(word) && next != "idea" && next != "clue" && next != "wonder") {
      // "i dont know if" and "i dont think" leave what follows open, they do not deny it.
      const bool open = next == "know" || next == "sure" || next == "think" || next == "get" ||
                        next == "understand" || next == "care" || next == "believe";
      scope = open ? Scope::hypothetical : Scope::negated;
    } else if (is_one_of(word, imagined) && scope == Scope::plain) {
      scope = Scope::hypothetical;
    } else if (heed_speakers && is_one_of(word, speakers) && scope == Scope::plain) {
      scope = Scope::quoted;
    }
  }
  return scope;
}

}  // namespace

Scope scope_of(const Text& text, TokenRange statement) {
  return read_scope(text, statement, true);
}

Scope scope_as_told(const Text& text, TokenRange statement) {
  return read_scope(text, statement, false);
}

}  // namespace keel
