// Who the other person is, and which pronoun the writer uses for them.
#include <algorithm>
#include <array>

#include "understand/heard.h"
#include "understand/names.h"
#include "understand/people.h"
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

std::string_view before(const Text& text, uint32_t index, uint32_t steps = 1) {
  return index >= steps ? text.word(index - steps) : std::string_view{};
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
                                  const People& people, bool partner) {
  uint32_t taken = 0;
  for (const HeardMatch& match : roles) {
    if ((match.row < partner_roles) != partner || match.tokens.first < taken) continue;
    taken = match.tokens.last;
    if (is_someone_elses(text, match.tokens.first)) continue;
    if (partner && people.at(match.tokens.last - 1) != Person::other) continue;
    if (!partner) {
      // Family and friends: only as those written to, called or waited for.
      const std::string_view owner = before(text, match.tokens.first);
      const std::string_view verb = before(text, match.tokens.first, 2);
      constexpr std::string_view reach[] = {"text",    "call",   "message", "ring",     "phone",
                                            "contact", "texted", "called",  "messaged", "rang",
                                            "miss",    "lost",   "email",   "emailed",  "phoned"};
      if (owner != "my" || !is_one_of(verb, reach)) continue;
    }
    if (match.phrase->value == "partner" && before(text, match.tokens.last - 1) != "my") continue;
    return particular_of(text, match.tokens, std::string(match.phrase->value), Scope::plain);
  }
  return std::nullopt;
}

struct NameFound {
  uint32_t token = 0;
  uint32_t weight = 0;
};

std::optional<Particular> name_of(const Text& text, std::span<const NameMention> mentions) {
  std::vector<NameFound> names;
  for (const NameMention& mention : mentions) {
    if (mention.third || is_quoted(text, mention.token)) continue;
    const auto known = std::find_if(names.begin(), names.end(), [&](const NameFound& name) {
      return name_word(text, name.token) == name_word(text, mention.token);
    });
    if (known == names.end()) {
      names.push_back({mention.token, mention.weight});
    } else {
      known->weight += mention.weight;
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
    {"he", 0, false},     {"hes", 0, false},     {"hed", 0, false},    {"him", 0, true},
    {"his", 0, false},    {"himself", 0, false}, {"she", 1, false},    {"shes", 1, false},
    {"shed", 1, false},   {"her", 1, true},      {"hers", 1, false},   {"herself", 1, false},
    {"hell", 0, false},   {"shell", 1, false},   {"theyll", 2, false}, {"they", 2, false},
    {"theyre", 2, false}, {"theyve", 2, false},  {"them", 2, true},    {"their", 2, false},
    {"theyd", 2, false}};

std::optional<uint8_t> gender_of_role(std::string_view role) {
  constexpr std::string_view men[] = {"boyfriend", "husband", "ex-boyfriend", "ex-husband",
                                      "father",    "brother", "son"};
  constexpr std::string_view women[] = {"girlfriend", "wife",   "ex-girlfriend", "ex-wife",
                                        "mother",     "sister", "daughter"};
  if (is_one_of(role, men)) return 0;
  if (is_one_of(role, women)) return 1;
  return std::nullopt;
}

std::optional<Particular> pronoun_in(const Text& text, const People& people,
                                     const std::optional<Particular>& who,
                                     const std::optional<HeardEvent>& event) {
  struct Found {
    uint32_t weight = 0;
    std::optional<uint32_t> token;
  };
  std::array<Found, 3> found;
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (people.at(i) != Person::other) continue;
    for (const PronounWord& row : pronoun_words) {
      if (row.word != text.word(i)) continue;
      Found& entry = found[row.pronoun];
      const bool object_of_verb = row.object && is_one_of(before(text, i), contact_verbs);
      const bool acts = !row.object && is_one_of(word_at(text, i + 1), event_verbs);
      uint32_t weight = object_of_verb ? 4 : acts ? 3 : 2;
      if (event && i + 2 >= event->tokens.first && i < event->tokens.last) weight += 2;
      if (!entry.token) entry.token = i;
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
  // "gave me them": "them" alone may be things.
  if (!found[2].token || !one_person) return std::nullopt;
  if (text.word(*found[2].token) == "them" && found[2].weight < 3) return std::nullopt;
  const uint32_t token = *found[2].token;
  return particular_of(text, {token, token + 1}, "they", Scope::plain);
}

}  // namespace

WhoPronoun who_and_pronoun(const Text& text, const People& people,
                           std::span<const NameMention> names, std::span<const HeardMatch> roles,
                           const std::optional<HeardEvent>& event) {
  WhoPronoun person;
  const std::optional<Particular> role = role_of(text, roles, people, true);
  person.who = name_of(text, names);
  if (!person.who) person.who = role;
  if (!person.who) person.who = role_of(text, roles, people, false);
  person.pronoun = pronoun_in(text, people, role ? role : person.who, event);
  return person;
}

}  // namespace keel
