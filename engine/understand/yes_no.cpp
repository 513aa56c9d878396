// Yes, no and not sure, as people type them.
#include <span>

#include "understand/answers.h"
#include "understand/phrases.h"

namespace keel {
namespace {

struct Row {
  std::string_view phrase;
  YesNo answer;
};

constexpr YesNo yes = YesNo::yes;
constexpr YesNo no = YesNo::no;
constexpr YesNo unsure = YesNo::unsure;

// The longest phrase that the answer begins with decides.
constexpr Row openings[] = {{"yes", yes},
                            {"yeah", yes},
                            {"yea", yes},
                            {"yep", yes},
                            {"yup", yes},
                            {"ye", yes},
                            {"yeh", yes},
                            {"yah", yes},
                            {"ya", yes},
                            {"yess", yes},
                            {"yas", yes},
                            {"yse", yes},
                            {"yeas", yes},
                            {"yeahh", yes},
                            {"aye", yes},
                            {"sure", yes},
                            {"ok", yes},
                            {"okay", yes},
                            {"okey", yes},
                            {"k", yes},
                            {"kk", yes},
                            {"alright", yes},
                            {"definitely", yes},
                            {"defo", yes},
                            {"absolutely", yes},
                            {"totally", yes},
                            {"of course", yes},
                            {"ofc", yes},
                            {"correct", yes},
                            {"right", yes},
                            {"true", yes},
                            {"exactly", yes},
                            {"indeed", yes},
                            {"i do", yes},
                            {"i did", yes},
                            {"i am", yes},
                            {"i have", yes},
                            {"i was", yes},
                            {"i will", yes},
                            {"i can", yes},
                            {"i would", yes},
                            {"it is", yes},
                            {"it does", yes},
                            {"it was", yes},
                            {"it did", yes},
                            {"he did", yes},
                            {"she did", yes},
                            {"they did", yes},
                            {"he has", yes},
                            {"she has", yes},
                            {"they have", yes},
                            {"he is", yes},
                            {"she is", yes},
                            {"i think so", yes},
                            {"i guess so", yes},
                            {"guess so", yes},
                            {"think so", yes},
                            {"i guess", unsure},
                            {"probably", yes},
                            {"very much", yes},
                            {"yes please", yes},
                            {"please", yes},
                            {"pls", yes},
                            {"go on", yes},
                            {"lets do it", yes},
                            {"lets go", yes},
                            {"sounds good", yes},
                            {"no doubt", yes},
                            {"no yeah", yes},
                            {"si", yes},
                            {"affirmative", yes},
                            {"for sure", yes},
                            {"hell yes", yes},
                            {"hell yeah", yes},
                            {"thats right", yes},
                            {"not wrong", yes},
                            {"mhm", yes},
                            {"mm hmm", yes},
                            {"uh huh", yes},
                            {"yis", yes},
                            {"👍", yes},
                            {"✅", yes},
                            {"👌", yes},

                            {"no", no},
                            {"nope", no},
                            {"nah", no},
                            {"nay", no},
                            {"na", no},
                            {"naw", no},
                            {"nop", no},
                            {"noo", no},
                            {"nooo", no},
                            {"nein", no},
                            {"never", no},
                            {"not really", no},
                            {"not at all", no},
                            {"not yet", no},
                            {"not now", no},
                            {"not today", no},
                            {"not ever", no},
                            {"not anymore", no},
                            {"not any more", no},
                            {"not for me", no},
                            {"not", no},
                            {"i dont", no},
                            {"i didnt", no},
                            {"i havent", no},
                            {"im not", no},
                            {"i am not", no},
                            {"i wont", no},
                            {"i cant", no},
                            {"i wouldnt", no},
                            {"i wasnt", no},
                            {"i do not", no},
                            {"i did not", no},
                            {"i have not", no},
                            {"it isnt", no},
                            {"its not", no},
                            {"it doesnt", no},
                            {"he didnt", no},
                            {"she didnt", no},
                            {"they didnt", no},
                            {"he hasnt", no},
                            {"she hasnt", no},
                            {"they havent", no},
                            {"he never", no},
                            {"she never", no},
                            {"they never", no},
                            {"nobody did", no},
                            {"dont think so", no},
                            {"i dont think so", no},
                            {"i doubt it", no},
                            {"doubt it", no},
                            {"hell no", no},
                            {"god no", no},
                            {"fuck no", no},
                            {"absolutely not", no},
                            {"definitely not", no},
                            {"of course not", no},
                            {"ofc not", no},
                            {"certainly not", no},
                            {"probably not", no},
                            {"i guess not", no},
                            {"guess not", no},
                            {"no way", no},
                            {"no thanks", no},
                            {"no thank you", no},
                            {"rather not", no},
                            {"nothing", no},
                            {"none", no},
                            {"wrong", no},
                            {"false", no},
                            {"yeah no", no},
                            {"yeah nah", no},
                            {"ya no", no},
                            {"not quite", no},
                            {"not particularly", no},
                            {"👎", no},
                            {"❌", no},
                            {"🙅", no},

                            {"idk", unsure},
                            {"dk", unsure},
                            {"dunno", unsure},
                            {"idek", unsure},
                            {"iono", unsure},
                            {"i dont know", unsure},
                            {"dont know", unsure},
                            {"i do not know", unsure},
                            {"dont no", unsure},
                            {"i dunno", unsure},
                            {"i really dont know", unsure},
                            {"i honestly dont know", unsure},
                            {"not sure", unsure},
                            {"im not sure", unsure},
                            {"i am not sure", unsure},
                            {"not really sure", unsure},
                            {"im not really sure", unsure},
                            {"unsure", unsure},
                            {"maybe", unsure},
                            {"mayb", unsure},
                            {"perhaps", unsure},
                            {"possibly", unsure},
                            {"might", unsure},
                            {"i might", unsure},
                            {"hard to say", unsure},
                            {"hard to tell", unsure},
                            {"cant tell", unsure},
                            {"i cant tell", unsure},
                            {"cant say", unsure},
                            {"no idea", unsure},
                            {"no clue", unsure},
                            {"i have no idea", unsure},
                            {"yes and no", unsure},
                            {"kinda", unsure},
                            {"kind of", unsure},
                            {"sorta", unsure},
                            {"sort of", unsure},
                            {"depends", unsure},
                            {"it depends", unsure},
                            {"sometimes", unsure},
                            {"a bit", unsure},
                            {"a little", unsure},
                            {"in a way", unsure},
                            {"half half", unsure},
                            {"who knows", unsure},
                            {"hm", unsure},
                            {"hmm", unsure},
                            {"im torn", unsure},
                            {"torn", unsure},
                            {"both", unsure},
                            {"🤷", unsure}};

// Said before the answer and without weight.
constexpr std::string_view fillers[] = {
    "um",   "umm",      "uh",          "uhh",           "er",           "erm",       "well",
    "so",   "lol",      "haha",        "honestly",      "tbh",          "oh",        "ah",
    "like", "actually", "just",        "omg",           "ugh",          "i mean",    "and",
    "but",  "hey",      "i think",     "think",         "hmm well",     "god",       "eh",
    "ngl",  "id say",   "i would say", "the answer is", "my answer is", "obviously", "ha",
    "pff",  "meh",      "really",      "sadly",         "unfortunately"};

// Words after "no" or "yes" that make it the beginning of something else.
bool begins_other_words(const Text& text, uint32_t after, std::string_view phrase) {
  constexpr std::string_view after_no[] = {"one",    "contact",  "matter", "reply",
                                           "answer", "response", "longer", "need",
                                           "point",  "word",     "more"};
  constexpr std::string_view after_right[] = {"now", "after", "before", "then", "there"};
  if (after >= text.size()) return false;
  const std::string_view next = text.word(after);
  if (phrase == "no") return is_one_of(next, after_no);
  if (phrase == "right") return is_one_of(next, after_right);
  if (phrase == "not" || phrase == "nothing" || phrase == "none") return text.size() > after + 1;
  if (phrase == "please" || phrase == "pls") return true;
  if (phrase == "never" || phrase == "it was" || phrase == "might") return text.size() > 6;
  return false;
}

struct Found {
  YesNo answer = YesNo::unsure;
  uint32_t tokens = 0;
};

Found opening_at(const Text& text, uint32_t index) {
  Found best;
  for (const Row& row : openings) {
    const uint32_t taken = phrase_at(text, index, row.phrase);
    if (taken <= best.tokens || begins_other_words(text, index + taken, row.phrase)) continue;
    best = {row.answer, taken};
  }
  return best;
}

}  // namespace

std::optional<YesNo> read_yes_no(const Text& text) {
  uint32_t at = 0;
  for (;;) {
    const Found found = opening_at(text, at);
    if (found.tokens > 0) return found.answer;
    const uint32_t filler = longest_phrase_at(text, at, fillers);
    if (filler == 0) break;
    at += filler;
  }
  // "she did, yes": a short answer may end with its yes or no.
  if (text.size() < 2 || text.size() > 6) return std::nullopt;
  const Found last = opening_at(text, text.size() - 1);
  const bool plain = last.tokens == 1 && last.answer != YesNo::unsure;
  if (!plain || text.word(text.size() - 1) == "right" || text.word(text.size() - 1) == "ok") {
    return std::nullopt;
  }
  return last.answer;
}

}  // namespace keel
