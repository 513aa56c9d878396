// Who the other person is, and which pronoun the writer uses for them.
#include <algorithm>
#include <array>

#include "text/services.h"
#include "text/utf8.h"
#include "understand/clock.h"
#include "understand/heard.h"
#include "understand/names.h"
#include "understand/phrases.h"
#include "understand/scope.h"

namespace keel {
namespace {

constexpr uint32_t partner_roles = 17;  // rows of roles.cpp before family and friends

constexpr std::string_view contact_verbs[] = {
    "text",      "texted", "texting", "call",  "called",  "calling", "message",   "messaged",
    "messaging", "ring",   "rang",    "phone", "phoned",  "email",   "emailed",   "dm",
    "dmed",      "miss",   "missing", "love",  "loved",   "contact", "contacted", "see",
    "saw",       "seeing", "tell",    "told",  "asked",   "ask",     "send",      "sent",
    "write",     "wrote",  "without", "reply", "replied", "answer",  "unblock",   "block",
    "facetime",  "dating", "with",    "about", "to",      "from",    "over",      "hate",
    "want",      "meet",   "met",     "lost",  "trust",   "at",      "for"};

constexpr std::string_view event_verbs[] = {
    "left",     "broke", "dumped",  "texted",    "called",   "hasnt",   "didnt",   "doesnt",
    "wont",     "isnt",  "said",    "says",      "told",     "replied", "reads",   "read",
    "blocked",  "ended", "ghosted", "moved",     "cheated",  "wants",   "asked",   "stopped",
    "messaged", "liked", "posted",  "cancelled", "canceled", "needs",   "went",    "has",
    "is",       "was",   "never",   "just",      "used",     "goes",    "sent",    "saw",
    "keeps",    "still", "pulled",  "took",      "got",      "came",    "started", "rang",
    "wrote",    "lied",  "had",     "and",       "hates",    "loves",   "wasnt",   "likes",
    "thinks",   "knows", "cant"};

std::string_view word_at(const Text& text, uint32_t index) {
  return index < text.size() ? text.word(index) : std::string_view{};
}

std::string_view before(const Text& text, uint32_t index, uint32_t steps = 1) {
  return index >= steps ? text.word(index - steps) : std::string_view{};
}

bool is_capital(const Text& text, uint32_t token) {
  const std::string_view typed = text.words({token, token + 1});
  const CodePoint first = read_code_point(typed, 0);
  if (first.value < 'A' || is_lower_case(first.value)) return false;
  std::string folded;
  append_folded(typed.substr(0, first.bytes), folded);
  if (folded == typed.substr(0, first.bytes)) return false;
  // "TEN" is a shout, not a name.
  if (typed.size() <= first.bytes) return true;
  return is_lower_case(read_code_point(typed, first.bytes).value);
}

bool begins_sentence(const Text& text, uint32_t token) {
  return sentence_of(text, token).first == token;
}

// A message in which most words are capitals tells nothing by them.
bool shouts(const Text& text) {
  uint32_t capitals = 0;
  for (uint32_t i = 0; i < text.size(); ++i) capitals += is_capital(text, i) ? 1 : 0;
  return text.size() >= 4 && capitals * 2 > text.size();
}

// Another person's: "my sister's boyfriend", "his ex", "a boyfriend".
bool is_someone_elses(const Text& text, uint32_t token) {
  constexpr std::string_view owners[] = {
      "his",      "her",     "their", "your",     "a",         "an",     "any",     "every",
      "no",       "another", "new",   "next",     "good",      "bad",    "first",   "sisters",
      "brothers", "friends", "mates", "someones", "somebodys", "mums",   "moms",    "dads",
      "perfect",  "better",  "old",   "whose",    "friend",    "secure", "previous"};
  return is_one_of(before(text, token), owners);
}

std::optional<Particular> role_of(const Text& text, std::span<const HeardMatch> roles,
                                  bool partner) {
  uint32_t taken = 0;
  for (const HeardMatch& match : roles) {
    if ((match.row < partner_roles) != partner || match.tokens.first < taken) continue;
    taken = match.tokens.last;
    if (is_someone_elses(text, match.tokens.first)) continue;
    if (!partner) {
      // Family and friends: only as those written to, called or waited for.
      const std::string_view owner = before(text, match.tokens.first);
      const std::string_view verb = before(text, match.tokens.first, 2);
      constexpr std::string_view reach[] = {"text",    "call",   "message", "ring",     "phone",
                                            "contact", "texted", "called",  "messaged", "rang",
                                            "miss",    "lost",   "email",   "emailed",  "phoned"};
      if (owner != "my" || !is_one_of(verb, reach)) continue;
    }
    if (match.phrase->value == "partner" && before(text, match.tokens.first) != "my") continue;
    return particular_of(text, match.tokens, std::string(match.phrase->value), Scope::plain);
  }
  return std::nullopt;
}

bool follows_family(const Text& text, uint32_t token) {
  constexpr std::string_view family[] = {
      "friend",    "sister", "brother", "mum",       "mom",   "dad",       "mate",       "cousin",
      "aunt",      "auntie", "uncle",   "therapist", "boss",  "colleague", "flatmate",   "roommate",
      "dog",       "cat",    "son",     "daughter",  "niece", "nephew",    "counsellor", "baby",
      "neighbour", "kid",    "friends", "called",    "bestie"};
  return is_one_of(before(text, token), family) && before(text, token, 2) != "is";
}

bool names_a_place(const Text& text, uint32_t token) {
  constexpr std::string_view places[] = {"in",      "near", "outside", "into", "around",
                                         "towards", "the",  "leave",   "of",   "a",
                                         "an",      "this", "that",    "by"};
  return is_one_of(before(text, token), places) || month_of(text.word(token)) ||
         weekday_of(text.word(token));
}

// The folded word without a possessive: "Lucas's" -> "lucas".
std::string_view name_word(const Text& text, uint32_t token) {
  const std::string_view typed = text.words({token, token + 1});
  const bool owns = without_possessive(typed).size() < typed.size();
  return text.word(token).substr(0, text.word(token).size() - (owns ? 1 : 0));
}

struct NameFound {
  uint32_t token = 0;
  uint32_t weight = 0;
  uint32_t times = 0;
};

uint32_t weight_of_name(const Text& text, uint32_t token, bool capitals_tell) {
  constexpr std::string_view no_people[] = {
      "god",       "christmas", "english", "british", "american", "london",  "tv",     "uber",
      "netflix",   "google",    "jesus",   "lord",    "ok",       "x",       "u",      "uk",
      "usa",       "nye",       "chatgpt", "ai",      "nc",       "adhd",    "ptsd",   "bpd",
      "cbt",       "nhs",       "pdf",     "hello",   "dear",     "thanks",  "insta",  "whatsapp",
      "instagram", "facebook",  "tinder",  "hinge",   "bumble",   "spotify", "strava", "venmo",
      "snapchat",  "tiktok",    "sober"};
  const std::string_view word = name_word(text, token);
  const bool capital = capitals_tell && is_capital(text, token);
  const bool given = is_given_name(word);
  if (text.tokens()[token].kind != TokenKind::word || word.size() < 2) return 0;
  if (!given && !capital) return 0;
  if (!may_be_name(word) || is_one_of(word, no_people) || names_a_place(text, token)) return 0;
  if (follows_family(text, token)) return 0;
  constexpr std::string_view titles[] = {"mr", "mrs", "ms", "dr", "sir", "prof"};
  if (is_one_of(before(text, token), titles)) return 0;
  if (word.ends_with("days") && weekday_of(word.substr(0, word.size() - 1))) return 0;
  const std::string_view typed = text.words({token, token + 1});
  if (typed.size() > 2 && typed[0] >= 'A' && typed[0] <= 'Z' && !is_capital(text, token)) return 0;
  // "her name is mia", "my ex dan".
  const bool told = (before(text, token) == "is" && before(text, token, 2) == "name") ||
                    (before(text, token) == "called" && given) || before(text, token) == "ex";
  if (told && (given || capital)) return 6;
  if (!given && !(capital && !begins_sentence(text, token))) return 0;
  uint32_t weight = given ? 1 : 0;
  if (is_one_of(before(text, token), contact_verbs)) weight += 2;
  if (is_one_of(word_at(text, token + 1), event_verbs)) weight += 2;
  constexpr std::string_view partner_words[] = {"ex", "boyfriend", "bf",   "girlfriend",
                                                "gf", "husband",   "wife", "partner"};
  if (is_one_of(before(text, token), partner_words)) weight += 4;
  if (!capital && weight < 2) return 0;
  return weight;
}

std::optional<Particular> name_in(const Text& text) {
  const bool capitals_tell = !shouts(text);
  std::vector<NameFound> names;
  for (uint32_t i = 0; i < text.size(); ++i) {
    const uint32_t weight = weight_of_name(text, i, capitals_tell);
    if (weight == 0 || is_quoted(text, i)) continue;
    const auto known = std::find_if(names.begin(), names.end(), [&](const NameFound& name) {
      return name_word(text, name.token) == name_word(text, i);
    });
    if (known == names.end()) {
      names.push_back({i, weight, 1});
    } else {
      known->weight += weight;
      ++known->times;
    }
  }
  if (names.empty()) return std::nullopt;
  std::stable_sort(names.begin(), names.end(),
                   [](const NameFound& a, const NameFound& b) { return a.weight > b.weight; });
  // Two people with equal claims: better no name than the wrong one.
  if (names.size() > 1 && names[0].weight < names[1].weight + 2) return std::nullopt;
  const TokenRange range{names[0].token, names[0].token + 1};
  return particular_of(text, range, name_of_tokens(text, range), Scope::plain);
}

struct PronounWord {
  std::string_view word;
  uint8_t pronoun;  // 0 he, 1 she, 2 they
  bool object;
};

constexpr PronounWord pronoun_words[] = {
    {"he", 0, false},    {"hes", 0, false},     {"hed", 0, false},    {"him", 0, true},
    {"his", 0, false},   {"himself", 0, false}, {"she", 1, false},    {"shes", 1, false},
    {"shed", 1, false},  {"her", 1, true},      {"hers", 1, false},   {"herself", 1, false},
    {"they", 2, false},  {"theyre", 2, false},  {"theyve", 2, false}, {"them", 2, true},
    {"their", 2, false}, {"theyd", 2, false}};

// "my sister says she": the pronoun is hers, not the person's the message is about.
bool is_of_another(const Text& text, uint32_t token) {
  constexpr std::string_view others[] = {"couples", "guys",   "women",    "men",      "girls",
                                         "boys",    "anyone", "girl",     "woman",    "dog",
                                         "cat",     "texts",  "messages", "thoughts", "feelings",
                                         "things",  "exes",   "guy",      "man"};
  constexpr uint32_t reach = 4;
  const uint32_t begin = sentence_of(text, token).first;
  for (uint32_t steps = 1; steps <= reach && token >= begin + steps; ++steps) {
    const std::string_view word = text.word(token - steps);
    if (is_one_of(word, others) || is_bystander(word)) return true;
    for (const PronounWord& row : pronoun_words) {
      if (row.word == word) return false;
    }
  }
  return false;
}

std::optional<uint8_t> gender_of_role(std::string_view role) {
  constexpr std::string_view men[] = {"boyfriend", "husband", "ex-boyfriend", "ex-husband",
                                      "father",    "brother", "son"};
  constexpr std::string_view women[] = {"girlfriend", "wife",   "ex-girlfriend", "ex-wife",
                                        "mother",     "sister", "daughter"};
  if (is_one_of(role, men)) return 0;
  if (is_one_of(role, women)) return 1;
  return std::nullopt;
}

std::optional<Particular> pronoun_in(const Text& text, const std::optional<Particular>& who,
                                     const std::optional<HeardEvent>& event) {
  struct Found {
    uint32_t weight = 0;
    std::optional<uint32_t> token;
  };
  std::array<Found, 3> found;
  for (uint32_t i = 0; i < text.size(); ++i) {
    for (const PronounWord& row : pronoun_words) {
      if (row.word != text.word(i) || is_quoted(text, i)) continue;
      Found& entry = found[row.pronoun];
      const bool object_of_verb = row.object && is_one_of(before(text, i), contact_verbs);
      uint32_t weight = !object_of_verb && is_of_another(text, i) ? 0 : 2;

      const bool acts = !row.object && is_one_of(word_at(text, i + 1), event_verbs);
      if (weight > 0) weight += object_of_verb ? 2 : acts ? 1 : 0;
      if (weight > 0 && event && i + 2 >= event->tokens.first && i < event->tokens.last)
        weight += 2;
      if (weight > 0 && !entry.token) entry.token = i;
      entry.weight += weight;
    }
  }
  const auto gender = who ? gender_of_role(who->value) : std::nullopt;
  if (gender && found[*gender].token) {
    found[1U - *gender] = {};
    found[*gender].weight += 6;
  }
  // "They" is often several people: it stands for one only where no "he" or "she" does.
  const uint8_t best = found[0].weight >= found[1].weight ? 0 : 1;
  const uint32_t other = found[1U - best].weight;
  // "my boyfriend hates her": a pronoun for somebody else.
  if (gender && found[best].token && best != *gender) return std::nullopt;
  constexpr std::string_view names[] = {"he", "she", "they"};
  if (found[best].token) {
    if (found[best].weight < other * 2 || (other > 0 && found[best].weight < other + 3)) {
      return std::nullopt;
    }
    const uint32_t token = *found[best].token;
    return particular_of(text, {token, token + 1}, std::string(names[best]), Scope::plain);
  }
  const bool one_person = who.has_value() || event.has_value();
  if (!found[2].token || !one_person) return std::nullopt;
  const uint32_t token = *found[2].token;
  return particular_of(text, {token, token + 1}, "they", Scope::plain);
}

}  // namespace

WhoPronoun who_and_pronoun(const Text& text, std::span<const HeardMatch> roles,
                           const std::optional<HeardEvent>& event) {
  WhoPronoun person;
  const std::optional<Particular> role = role_of(text, roles, true);
  person.who = name_in(text);
  if (!person.who) person.who = role;
  if (!person.who) person.who = role_of(text, roles, false);
  person.pronoun = pronoun_in(text, role ? role : person.who, event);
  return person;
}

}  // namespace keel
