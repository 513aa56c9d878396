#include "understand/people.h"

#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "understand/names.h"
#include "understand/phrases.h"
#include "understand/scope.h"

namespace keel {
namespace {

enum class Kind : uint8_t { writer, pronoun, role, bystander, stranger, somebody, things };
enum class Sex : uint8_t { unknown, he, she, they };

struct Row {
  Kind kind;
  Sex sex = Sex::unknown;
  bool acts = true;
};

struct Words {
  std::string_view words;
  Row row;
};

constexpr Words tables[] = {
    {"i im ive id ill we weve wed myself me", {Kind::writer}},
    {"he hes hed hell", {Kind::pronoun, Sex::he}},
    {"him himself", {Kind::pronoun, Sex::he}},
    {"his", {Kind::pronoun, Sex::he, false}},
    {"she shes shed shell", {Kind::pronoun, Sex::she}},
    {"her hers herself", {Kind::pronoun, Sex::she, false}},
    {"they theyre theyve theyd theyll them themself themselves", {Kind::pronoun, Sex::they}},
    {"their theirs", {Kind::pronoun, Sex::they, false}},
    {"you youre u ur youve who mine", {Kind::role}},
    {"ex partner fiance fiancé fiancee fiancée situationship crush exs partners x", {Kind::role}},
    {"boyfriend bf husband hubby hubs boyfriends bfs husbands exhusband exboyfriend",
     {Kind::role, Sex::he}},
    {"girlfriend gf wife wifey missus girlfriends gfs wifes exwife exgirlfriend",
     {Kind::role, Sex::she}},
    {"friend mate therapist counsellor counselor boss manager landlord colleague coworker cousin "
     "flatmate roommate housemate doctor gp teacher bestie neighbour neighbor lawyer solicitor "
     "psychologist psychiatrist baby kid child sponsor coach supervisor driver client pal buddy "
     "guest student priest pastor nurse bff classmate toddler sibling supervisor",
     {Kind::bystander}},
    {"someone somebody", {Kind::somebody}},
    {"sister sisters mum mom mam mother aunt auntie nan gran grandma daughter niece nieces mums "
     "moms mothers mummy mama ma landlady nani dadi amma granny daughters aunty",
     {Kind::bystander, Sex::she}},
    {"brother brothers dad father uncle grandad grandpa son nephew nephews dads fathers papa sons "
     "daddy boy",
     {Kind::bystander, Sex::he}},
    {"friends mates cousins flatmates roommates people everyone everybody parents kids children "
     "couples family guys men women girls boys "
     "anyone exes neighbours neighbors colleagues coworkers inlaws doctors teachers",
     {Kind::bystander, Sex::they}},
    {"guy man bloke lad fella dude", {Kind::stranger, Sex::he}},
    {"girl woman lady chick lass bird", {Kind::stranger, Sex::she}},
    {"texts messages thoughts feelings things photos pictures pics keys words letters calls emails "
     "stuff clothes plans",
     {Kind::things, Sex::they, false}},
};

using Index = std::unordered_map<std::string_view, Row>;

const Index& index_of_words() {
  static const Index index = [] {
    Index built;
    for (const Words& table : tables) {
      std::string_view rest = table.words;
      while (!rest.empty()) {
        const size_t space = rest.find(' ');
        built.emplace(rest.substr(0, space), table.row);
        rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
      }
    }
    return built;
  }();
  return index;
}

constexpr std::string_view saying[] = {
    "says",  "said", "say",     "thinks", "think",  "reckons", "reckon",
    "tells", "told", "tell",    "keeps",  "swears", "knows",   "asks",
    "asked", "that", "noticed", "heard",  "saw",    "goes",    "mentioned"};

class Cast {
 public:
  explicit Cast(const Text& text) : text_(text) {}

  Person name(uint32_t token, bool third) {
    return third ? meet(third_, Person::third, token, Sex::unknown)
                 : meet(other_, Person::other, token, Sex::unknown);
  }

  Person mention(uint32_t token, const Row& row) {
    switch (row.kind) {
      case Kind::writer:
        return word(token) == "me" && !is_caused(token) ? Person::none : Person::writer;
      case Kind::things:
        if (is_recent(other_, token)) return Person::none;
        return meet(third_, Person::third, token, row.sex);
      case Kind::bystander:
        if (is_no_person(token)) return Person::none;
        // "she is like an elder sister": said of somebody, not a new person.
        if (before(token) == "like" || before(token, 2) == "like") return Person::none;
        keep_owner(token);
        return meet(third_, Person::third, token, row.sex);
      case Kind::somebody:
        return Person::third;
      case Kind::stranger:
        return stranger(token, row.sex);
      case Kind::role:
        return role(token, row.sex);
      case Kind::pronoun:
        return pronoun(token, row);
    }
    return Person::none;
  }

 private:
  struct Last {
    std::optional<uint32_t> token;
    Sex sex = Sex::unknown;
    bool plain_noun = false;  // the noun itself, not a pronoun for it
  };

  std::string_view word(uint32_t token) const { return text_.word(token); }
  std::string_view before(uint32_t token, uint32_t steps = 1) const {
    return token >= steps ? text_.word(token - steps) : std::string_view{};
  }

  Person meet(Last& last, Person person, uint32_t token, Sex sex, bool noun = true) {
    const bool same = last.token && !noun;
    last.token = token;
    if (!same || last.sex == Sex::unknown) last.sex = sex;
    last.plain_noun = noun;
    return person;
  }

  // "my cousin's firm", "the same friend group".
  bool is_no_person(uint32_t token) const {
    if (token + 1 >= text_.size()) return false;
    constexpr std::string_view groups[] = {"group", "zone", "circle", "request", "chat", "groups"};
    if (is_one_of(text_.word(token + 1), groups)) return true;
    const std::string_view typed = text_.words({token, token + 1});
    if (without_possessive(typed).size() == typed.size()) return false;
    const auto next = index_of_words().find(text_.word(token + 1));
    return next == index_of_words().end() || next->second.kind == Kind::things;
  }

  // "my flatmate's boyfriend": the flatmate stays in the talk beside him.
  void keep_owner(uint32_t token) {
    if (third_.token && token - *third_.token <= 4) owner_ = third_;
  }

  // "he makes me sad": the feeling is the writer's.
  bool is_caused(uint32_t token) const {
    constexpr std::string_view causes[] = {"makes", "made", "make", "making", "leaves", "drives",
                                           "gets",  "got",  "has",  "had",    "feels",  "keeps"};
    return is_one_of(before(token), causes);
  }

  // A person is in the talk for the sentence that names them and the next one.
  bool is_recent(const Last& last, uint32_t token) const {
    if (!last.token) return false;
    const uint32_t first = sentence_of(text_, token).first;
    if (*last.token >= first) return true;
    return first > 0 && *last.token >= sentence_of(text_, first - 1).first;
  }

  Person stranger(uint32_t token, Sex sex) {
    constexpr std::string_view known[] = {"this", "my"};
    if (is_recent(third_, token) && before(token, 2) == "is") {
      return meet(third_, Person::third, token, sex);
    }
    if (!other_.token && is_one_of(before(token), known)) {
      return meet(other_, Person::other, token, sex);
    }
    // "the guy im seeing"
    const bool seen = token + 1 < text_.size() && is_one_of(text_.word(token + 1), dated());
    if (!other_.token && seen) return meet(other_, Person::other, token, sex);
    return meet(third_, Person::third, token, sex);
  }

  static std::span<const std::string_view> dated() {
    static constexpr std::string_view words[] = {"i", "im", "ive"};
    return words;
  }

  bool belongs_to_another(uint32_t token) const {
    constexpr std::string_view owners[] = {"his",      "her",       "their",     "whose",
                                           "someones", "somebodys", "everyones", "peoples"};
    constexpr std::string_view between[] = {"new",  "first",    "old",   "last",    "ex",
                                            "own",  "previous", "crazy", "current", "then",
                                            "long", "future",   "stupid"};
    uint32_t at = token;
    if (at > 0 && is_one_of(word(at - 1), between)) --at;
    if (at > 0 && is_one_of(word(at - 1), between)) --at;
    if (at == 0) return false;
    const std::string_view owner = word(at - 1);
    if (is_one_of(owner, owners)) return true;
    const auto row = index_of_words().find(owner);
    if (row == index_of_words().end() || !owner.ends_with('s')) return false;
    return row->second.kind == Kind::bystander || row->second.kind == Kind::role;
  }

  Person role(uint32_t token, Sex sex) {
    if (word(token) == "x" && before(token) != "my") return Person::none;
    if (word(token) == "who") {
      const bool of_third = third_.token && token - *third_.token <= 2;
      return of_third ? Person::third : Person::other;
    }
    if (word(token) == "mine" && token > 0 && sentence_of(text_, token).first != token) {
      return Person::none;
    }
    constexpr std::string_view addressed[] = {"you", "youre", "u", "ur", "youve", "mine"};
    if (is_one_of(word(token), addressed)) return Person::other;
    if (belongs_to_another(token)) {
      keep_owner(token);
      return meet(third_, Person::third, token, sex);
    }
    constexpr std::string_view any[] = {"a",       "an",      "any",  "every",  "no",
                                        "another", "perfect", "good", "secure", "better"};
    if (is_one_of(before(token), any)) return Person::other;
    return meet(other_, Person::other, token, sex);
  }

  static bool fits(const Last& last, Sex sex) {
    if (last.sex == Sex::unknown) return true;
    return last.sex == sex;
  }

  Person pronoun(uint32_t token, const Row& row) {
    // "hell" and "shell" are pronouns only with their apostrophe.
    const bool short_form = word(token) == "hell" || word(token) == "shell";
    if (short_form && text_.words({token, token + 1}).size() == word(token).size()) {
      return Person::none;
    }
    const bool third_fits = is_recent(third_, token) && fits(third_, row.sex);
    const bool other_fits = !other_.token || fits(other_, row.sex);
    const bool of_owner = owner_.token && is_recent(owner_, token) && fits(owner_, row.sex);
    if (!third_fits) {
      const bool known_third = of_owner || seen_third_[static_cast<size_t>(row.sex)];
      if (is_against_subject(token, row) || (known_third && other_.token && !other_fits) ||
          (of_owner && !(other_.token && other_.sex == row.sex))) {
        seen_third_[static_cast<size_t>(row.sex)] = true;
        return Person::third;
      }
      return meet(other_, Person::other, token, row.sex, false);
    }
    const bool other_nearer = other_.token && *other_.token > *third_.token;
    const bool certain = other_.token && other_.sex == row.sex;
    if (other_nearer && (certain || other_fits)) {
      return meet(other_, Person::other, token, row.sex, false);
    }
    if (third_.sex == row.sex && other_.token && !other_fits) {
      return meet(third_, Person::third, token, row.sex, false);
    }
    // "my mate hates him": what a third person does is done to somebody else.
    const bool object = word(token) == "him" || word(token) == "them" || is_object_her(token);
    if (object && third_.plain_noun && third_is_subject(token)) {
      return meet(other_, Person::other, token, row.sex, false);
    }
    // "my friend says he": of the other person, when that is how they have been spoken of.
    const bool told = third_.plain_noun && is_one_of(before(token), saying);
    if (third_.sex == Sex::unknown && (told || is_told(token) || does_what_hurts(token))) {
      if (certain || (!told && !is_told(token))) {
        return meet(other_, Person::other, token, row.sex, false);
      }
      seen_third_[static_cast<size_t>(row.sex)] = true;
      return Person::none;
    }
    seen_third_[static_cast<size_t>(row.sex)] = true;
    return meet(third_, Person::third, token, row.sex, false);
  }

  // "my counsellor asked how i felt when he walked out": told of the one whom it is all about.
  bool does_what_hurts(uint32_t token) const {
    constexpr std::string_view deeds[] = {"left",  "walked",  "dumped", "broke",  "blocked",
                                          "ended", "cheated", "leaves", "ghosted"};
    if (token + 1 >= text_.size() || !is_one_of(text_.word(token + 1), deeds)) return false;
    // "she left me a note" hurts nobody.
    constexpr std::string_view gifts[] = {"left me a", "left me the", "left me some", "left a"};
    return longest_phrase_at(text_, token + 1, gifts) == 0;
  }

  // "my mate hates him", but not "i rang my mate and told him".
  bool third_is_subject(uint32_t token) const {
    const uint32_t begin = clause_begin(text_, token);
    if (*third_.token < begin) return false;
    for (uint32_t at = begin; at < *third_.token; ++at) {
      const auto found = index_of_words().find(word(at));
      if (found != index_of_words().end() && found->second.kind == Kind::writer) return false;
    }
    return true;
  }

  // "i told my friend he left"
  bool is_told(uint32_t token) const {
    return third_.plain_noun && *third_.token + 1 == token && is_one_of(before(token, 3), saying);
  }

  bool is_object_her(uint32_t token) const {
    if (word(token) != "her") return false;
    if (token + 1 >= text_.size() || breaks_after(text_, token)) return true;
    constexpr std::string_view after[] = {
        "and",    "but",  "so",    "that", "to",      "again", "for",  "i",       "or",
        "not",    "when", "about", "on",   "because", "in",    "at",   "too",     "he",
        "anyway", "with", "from",  "a",    "an",      "the",   "my",   "another", "some",
        "one",    "by",   "if",    "then", "is",      "was",   "last", "today",   "back",
        "off",    "up",   "out",   "away", "all"};
    return is_one_of(word(token + 1), after);
  }

  // "she got back with him": one clause, two people.
  bool is_against_subject(uint32_t token, const Row& row) const {
    if (word(token) != "him" && !is_object_her(token)) return false;
    const uint32_t begin = clause_begin(text_, token);
    for (uint32_t at = token; at > begin; --at) {
      const auto found = index_of_words().find(word(at - 1));
      if (found == index_of_words().end()) continue;
      if (found->second.kind == Kind::writer) return false;
      const bool subject = found->second.kind == Kind::pronoun && found->second.acts;
      if (subject) return found->second.sex != row.sex && found->second.sex != Sex::they;
    }
    return false;
  }

  const Text& text_;
  Last other_;
  Last third_;
  Last owner_;
  std::array<bool, 4> seen_third_{};  // by sex
};

}  // namespace

People People::of(const Text& text, std::span<const NameMention> names) {
  People people;
  people.text_ = &text;
  people.mentions_.resize(text.size());
  Cast cast(text);
  const bool quotes = text.source().find('"') != std::string::npos ||
                      text.source().find("\xE2\x80\x9C") != std::string::npos;
  size_t next = 0;
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (next < names.size() && names[next].token == i) {
      people.mentions_[i] = {cast.name(i, names[next].third), true};
      ++next;
      continue;
    }
    const auto found = index_of_words().find(text.word(i));
    if (found == index_of_words().end() || (quotes && is_quoted(text, i))) continue;
    const Person person = cast.mention(i, found->second);
    people.mentions_[i] = {person, found->second.acts, found->second.kind == Kind::pronoun};
  }
  return people;
}

bool People::follows_preposition(uint32_t token) const {
  constexpr std::string_view owners[] = {"my",  "his",  "her", "their", "the",  "a",
                                         "our", "some", "new", "old",   "best", "work"};
  constexpr std::string_view prepositions[] = {"with", "to",   "at",   "from", "for", "about",
                                               "by",   "near", "like", "w",    "of"};
  uint32_t at = token;
  while (at > 0 && token - at < 3 && is_one_of(text_->word(at - 1), owners)) --at;
  return at > 0 && is_one_of(text_->word(at - 1), prepositions);
}

Person People::subject_before(uint32_t token) const {
  uint32_t end = token;
  Person beside = Person::none;
  for (int clauses = 0; clauses < 2; ++clauses) {
    const uint32_t begin = clause_begin(*text_, end);
    for (uint32_t at = end; at > begin; --at) {
      const Mention& mention = mentions_[at - 1];
      if (!mention.acts || mention.person == Person::none) continue;
      // "she is away with her mates and hasnt replied": they are no subject.
      if (mention.person == Person::third && !mention.pronoun && follows_preposition(at - 1)) {
        beside = Person::third;
        continue;
      }
      return mention.person;
    }
    if (beside != Person::none) return beside;
    // "he said his piece and then went quiet": the subject stays.
    const uint32_t first = sentence_of(*text_, token).first;
    constexpr std::string_view joins[] = {"and", "then"};
    if (begin <= first + 1) return Person::none;
    const bool joined = is_one_of(text_->word(begin - 1), joins) ||
                        (begin < token && is_one_of(text_->word(begin), joins));
    if (!joined) return Person::none;
    end = begin - 1;
  }
  return Person::none;
}

Person People::subject_of(TokenRange statement) const {
  const Mention& first = mentions_[statement.first];
  if (first.acts && first.person != Person::none) return first.person;
  return subject_before(statement.first);
}

bool People::has_third(TokenRange tokens) const {
  for (uint32_t i = tokens.first; i < tokens.last; ++i) {
    if (mentions_[i].person == Person::third) return true;
  }
  return false;
}

bool People::has_pronoun_of_third(TokenRange tokens) const {
  for (uint32_t i = tokens.first; i < tokens.last; ++i) {
    if (mentions_[i].pronoun && mentions_[i].person == Person::third) return true;
  }
  return false;
}

}  // namespace keel
