// Names in a message, each with what speaks for its being the person's the message is about.
#include <string_view>
#include <unordered_set>

#include "text/services.h"
#include "text/utf8.h"
#include "understand/clock.h"
#include "understand/names.h"
#include "understand/people.h"
#include "understand/phrases.h"
#include "understand/scope.h"

namespace keel {
namespace {

using WordSet = std::unordered_set<std::string_view>;

WordSet words_of(std::string_view joined) {
  WordSet words;
  while (!joined.empty()) {
    const size_t space = joined.find(' ');
    words.insert(joined.substr(0, space));
    joined = space == std::string_view::npos ? std::string_view{} : joined.substr(space + 1);
  }
  return words;
}

// Before a name: what is done to a person, or said, sent and owed to one.
const WordSet& contact_words() {
  static const WordSet words = words_of(
      "text texted texting call called calling message messaged messaging ring rang ringing phone "
      "phoned email emailed dm dmed miss missing missed love loved contact contacted see saw "
      "seeing tell told telling asked ask asking send sent sending write wrote writing without "
      "reply replied answer unblock block blocked facetime dating with about over hate want meet "
      "met lost trust at for unfollowed follow stalking chasing forgive forget spoke dated marry "
      "married like than when because that and whatsapp whatsapped ghosted left dumped kissed "
      "caught watched watching messages texts");
  return words;
}

// After a name: what a person does.
const WordSet& deed_words() {
  static const WordSet words = words_of(
      "left leave broke dumped texted called hasnt didnt doesnt wont isnt said says say told tells "
      "replied reads read blocked ended ghosted moved cheated wants asked asks stopped messaged "
      "liked posted cancelled canceled needs went has is was never just used goes sent saw keeps "
      "still pulled took got came started rang wrote lied had hates loves wasnt likes thinks knows "
      "cant gave gives cried looked walked promised wanted dropped met answered answers reached "
      "ignored ignores calls texts flaked split packed chose unfollowed works work lives hasn "
      "aint hadnt wouldnt couldnt isnt been does did would will bought made makes kissed slept "
      "proposed");
  return words;
}

// The same for words of which nothing else says that they are names: only what nobody but a person
// does.
const WordSet& sure_deed_words() {
  static const WordSet words = words_of(
      "left leave broke dumped texted called hasnt said says say told tells replied blocked ended "
      "ghosted moved cheated wants asked asks stopped messaged posted cancelled canceled needs "
      "rang wrote lied loves hates thinks gave promised reached ignored flaked unfollowed knows "
      "proposed walked packed");
  return words;
}

const WordSet& no_people() {
  static const WordSet words = words_of(
      "mrs mr ms dr god christmas english british american london tv uber netflix google jesus "
      "lord ok x u uk "
      "usa nye chatgpt ai nc adhd ptsd bpd cbt nhs pdf hello dear thanks insta whatsapp instagram "
      "facebook tinder hinge bumble spotify strava venmo snapchat tiktok sober work school college "
      "uni life love time everything everybody everyone something someone therapy bank police "
      "mine his hers both neither either each another other others half part some many most "
      "yours ours dad mum mom sister brother friend friends people nobody none heart brain head "
      "body mind phone text texts message messages email family anxiety karma covid hubby wife "
      "husband boyfriend girlfriend ex partner man men woman women girl boy these those there "
      "which what whoever whatever then now today yesterday last night morning only even also "
      "sir madam maam bro babe mate guys lads abeg please pls sorry yes no nah yeah okay hi hey "
      "long short honestly literally apparently basically meanwhile finally never always still "
      "except maybe since after before until while once first second third proud sad angry "
      "update question help months weeks days years hours saturday sunday facetime zoom twitter "
      "linkedin telegram reddit mondays internet ramadan eid diwali easter halloween valentines "
      "new old my our your its it is was were has had have feel feeling missing getting going");
  return words;
}

std::string_view before(const Text& text, uint32_t index, uint32_t steps = 1) {
  return index >= steps ? text.word(index - steps) : std::string_view{};
}

bool is_capital(const Text& text, uint32_t token) {
  const std::string_view typed = text.words({token, token + 1});
  if (static_cast<unsigned char>(typed[0]) < 0x80) {
    if (typed[0] < 'A' || typed[0] > 'Z') return false;
    return typed.size() <= 1 || is_lower_case(read_code_point(typed, 1).value);
  }
  const CodePoint first = read_code_point(typed, 0);
  if (first.value < 'A' || is_lower_case(first.value)) return false;
  std::string folded;
  append_folded(typed.substr(0, first.bytes), folded);
  if (folded == typed.substr(0, first.bytes)) return false;
  // "TEN" is a shout, not a name.
  if (typed.size() <= first.bytes) return true;
  return is_lower_case(read_code_point(typed, first.bytes).value);
}

bool is_shout(std::string_view typed) {
  return typed.size() > 2 && typed[0] >= 'A' && typed[0] <= 'Z' && typed[1] >= 'A' &&
         typed[1] <= 'Z';
}

// A message in which most words are capitals tells nothing by them.
bool shouts(const Text& text) {
  uint32_t capitals = 0;
  for (uint32_t i = 0; i < text.size(); ++i) capitals += is_capital(text, i) ? 1 : 0;
  return text.size() >= 4 && capitals * 2 > text.size();
}

// "declan (the brother)"
bool is_apposed(const Text& text, uint32_t token) {
  constexpr std::string_view owners[] = {"the", "my", "his", "her", "their"};
  return token + 2 < text.size() && breaks_after(text, token) &&
         is_one_of(text.word(token + 1), owners) && is_bystander(text.word(token + 2));
}

// "my sister anna", "a girl called tess", "his son, theo".
bool names_a_bystander(const Text& text, uint32_t token) {
  if (sentence_of(text, token).first == token) return is_apposed(text, token);
  const std::string_view previous = before(text, token);
  const bool called = previous == "called" || previous == "named" || previous == "name";
  const std::string_view noun = called ? before(text, token, 2) : previous;
  constexpr std::string_view more[] = {"dog",  "cat",   "son",   "baby",  "kid",   "boy",
                                       "girl", "woman", "puppy", "horse", "child", "bride"};
  // "the person i text most is dan": not a person of that kind, but "my friend is called dan" is.
  if (is_bystander(noun) || is_one_of(noun, more)) return before(text, token, 2) != "is";
  const bool guy = noun == "guy" || noun == "man" || noun == "lad" || noun == "bloke";
  if (guy && called) return true;
  return is_apposed(text, token);
}

// "sneha thinks i should block him": somebody who advises.
bool advises(const Text& text, uint32_t token) {
  constexpr std::string_view opinions[] = {"thinks", "says", "reckons", "said",
                                           "reckon", "told", "think",   "say"};
  constexpr std::string_view advice[] = {"i should",    "i shouldnt",  "i need",     "i deserve",
                                         "me to block", "me to leave", "me to dump", "to block",
                                         "to dump",     "to forget"};
  return is_one_of(word_at(text, token + 1), opinions) &&
         (longest_phrase_at(text, token + 2, advice) > 0 ||
          longest_phrase_at(text, token + 3, advice) > 0);
}

// "moved to perth", "a train from leeds", "in delhi".
bool names_a_place(const Text& text, uint32_t token, bool given) {
  constexpr std::string_view places[] = {"in",   "near",  "outside", "into", "around",  "towards",
                                         "the",  "leave", "of",      "a",    "an",      "this",
                                         "that", "by",    "visit",   "via",  "through", "across"};
  const std::string_view previous = before(text, token);
  if (previous == "that" && given) return false;
  if (is_one_of(previous, places)) return true;
  constexpr std::string_view directions[] = {"to", "from", "back", "for", "at"};
  if (!is_one_of(previous, directions)) return false;
  // Who something is said or sent to is a person; where one moves to is none.
  static const WordSet moves = words_of(
      "move moved moving moves go going goes gone went drive drove fly flew flight flying flights "
      "travel commute relocate relocated relocating trip train bus back drive leaving left leeds "
      "distance came come coming emigrated posted transferred shifted shifting");
  for (uint32_t steps = 2; steps <= 4; ++steps) {
    if (moves.contains(before(text, token, steps))) return true;
  }
  if (given || previous == "for") return false;
  if (previous == "at") {
    constexpr std::string_view moods[] = {"mad",     "angry",  "shouted",  "look",    "looking",
                                          "looked",  "yelled", "screamed", "furious", "annoyed",
                                          "laughed", "smiled", "snapped",  "stare",   "staring"};
    return !is_one_of(before(text, token, 2), moods);
  }
  static const WordSet to_people = words_of(
      "text texts texted texting message messages messaged wrote write writing written talk talked "
      "talking talks speak spoke spoken speaking reply replied replying send sent sending call "
      "calls called email emails said say back listen listening married engaged close next bye "
      "goodbye sorry happened heard hear letter note word nothing anything news gift voicemail "
      "reach lie lied explain apologise apologize here due out dm dms run running attached");
  for (uint32_t steps = 2; steps <= 5; ++steps) {
    if (to_people.contains(before(text, token, steps))) return false;
  }
  return true;
}

uint32_t weight_of_name(const Text& text, uint32_t token, bool capitals_tell) {
  const std::string_view typed = text.words({token, token + 1});
  const std::string_view word = name_word(text, token);
  if (text.tokens()[token].kind != TokenKind::word || word.size() < 2) return 0;
  const std::string_view previous = before(text, token);
  const std::string_view next = word_at(text, token + 1);
  const bool capital = capitals_tell && is_capital(text, token);
  const bool given = is_given_name(word);
  // "me n jonno split up", "jonno and me broke up": a couple by the grammar.
  constexpr std::string_view ands[] = {"and", "n", "an", "nd"};
  constexpr std::string_view selves[] = {"me", "i"};
  constexpr std::string_view pairs[] = {"broke", "broken", "split", "been",  "are",
                                        "were",  "got",    "have",  "had",   "finished",
                                        "ended", "arent",  "is",    "dated", "was"};
  const bool after_me = is_one_of(previous, ands) && is_one_of(before(text, token, 2), selves) &&
                        is_one_of(next, pairs);
  const bool before_me =
      is_one_of(next, ands) && is_one_of(word_at(text, token + 2), selves) && (capital || given);
  const bool couple = after_me || before_me;
  if (!given && !capital && !couple) return 0;
  if (!may_be_name(word) || no_people().contains(word) || is_bystander(word)) return 0;
  if (month_of(word) || weekday_of(word)) return 0;
  constexpr std::string_view titles[] = {"mr", "mrs", "ms", "dr", "sir", "prof", "auntie", "uncle"};
  if (is_one_of(previous, titles) || names_a_place(text, token, given)) return 0;
  if (word.ends_with("days") && weekday_of(word.substr(0, word.size() - 1))) return 0;
  if (is_shout(typed) && !given) return 0;
  // "its ella not emma", "like tom and jerry".
  if (previous == "not" || (previous == "like" && is_one_of(next, ands))) return 0;

  const bool joined =
      token > 0 && !breaks_after(text, token - 1) && sentence_of(text, token).first != token;
  const bool told = (previous == "is" && before(text, token, 2) == "name") ||
                    (previous == "called" && given) || (previous == "ex" && joined);
  if (told) return 6;
  const bool owns = name_word(text, token).size() < text.word(token).size();
  const bool begins = sentence_of(text, token).first == token;
  constexpr std::string_view partners[] = {"ex",     "boyfriend", "bf",   "girlfriend",
                                           "gf",     "husband",   "wife", "partner",
                                           "fiance", "fiancee"};
  uint32_t weight = 0;
  constexpr std::string_view calls[] = {"no", "hey", "hi", "dear", "oh", "sorry", "fuck"};
  if (given && is_one_of(previous, calls)) weight += 2;
  if (couple) weight += 3;
  if (joined && contact_words().contains(previous)) weight += 2;
  const bool linked = previous == "to" || previous == "from";
  if (joined && linked) weight += 2;
  if (deed_words().contains(next)) weight += 2;
  if (!given && !couple && begins && !sure_deed_words().contains(next)) return 0;
  if (joined && is_one_of(previous, partners)) weight += 4;
  if (owns && capital && !begins) weight += 2;
  if (given && capital) return weight + 1;
  return weight >= 2 ? weight : 0;
}

}  // namespace

std::string_view name_word(const Text& text, uint32_t token) {
  const std::string_view typed = text.words({token, token + 1});
  const std::string_view word = text.word(token);
  if (without_possessive(typed).size() < typed.size()) return word.substr(0, word.size() - 1);
  // "lauras number", typed without its apostrophe.
  if (word.size() < 4 || !word.ends_with('s') || is_given_name(word)) return word;
  const std::string_view stem = word.substr(0, word.size() - 1);
  return is_given_name(stem) ? stem : word;
}

std::vector<NameMention> names_in(const Text& text) {
  const bool capitals_tell = !shouts(text);
  std::vector<NameMention> names;
  for (uint32_t i = 0; i < text.size(); ++i) {
    const uint32_t weight = weight_of_name(text, i, capitals_tell);
    if (weight == 0) continue;
    const std::string_view word = name_word(text, i);
    bool third = names_a_bystander(text, i) || advises(text, i);
    for (const NameMention& known : names) {
      third = third || (known.third && name_word(text, known.token) == word);
    }
    names.push_back({i, weight, third});
  }
  return names;
}

}  // namespace keel
