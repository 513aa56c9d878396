// Corrected pronouns, genders, roles and status.
#include <string>

#include "understand/answers.h"
#include "understand/correction_evidence.h"
#include "understand/corrections.h"
#include "understand/phrases.h"
#include "understand/scope.h"

namespace keel {
namespace {

// "dermot's a fella", "she's a woman you know": what the other person is.
std::optional<std::string_view> pronoun_of_noun(const Text& text, uint32_t token) {
  constexpr std::string_view he[] = {"fella", "guy", "bloke", "lad", "man", "boy", "dude", "male"};
  constexpr std::string_view she[] = {"woman", "girl", "lady", "lass", "female", "chick"};
  const bool led = token > 1 && (text.word(token - 1) == "a") && text.word(token - 2) != "im" &&
                   text.word(token - 2) != "am" && !is_taken_back(text, {token, token + 1});
  constexpr std::string_view tails[] = {"mate", "lol", "btw",    "actually", "not", "you",
                                        "tho",  "fyi", "though", "haha",     "so",  "ok"};
  const bool ends =
      token + 1 == clause_of(text, token).last || is_one_of(word_at(text, token + 1), tails);
  if (!led || !ends) return std::nullopt;
  if (is_one_of(text.word(token), he)) return "he";
  if (is_one_of(text.word(token), she)) return "she";
  return std::nullopt;
}

// "he. he told me", "you can say she": another pronoun than the one that was said.
std::optional<Correction> pronoun_put_right(const CorrectionSides& sides) {
  const Text& text = sides.text;
  std::optional<std::string_view> said;
  for (uint32_t i = 0; i < sides.facts.size() && !said; ++i) said = pronoun_of(sides.facts.word(i));
  bool denied = false;
  for (uint32_t i = 0; i < text.size(); ++i)
    denied = denied || (pronoun_of(text.word(i)) && i > 0 && text.word(i - 1) == "a" &&
                        is_taken_back(text, {i, i + 1}));
  if (!denied && (!said || sides.asked)) return std::nullopt;
  for (uint32_t i = 0; i < text.size(); ++i) {
    const auto here = pronoun_of(text.word(i));
    const auto noun = pronoun_of_noun(text, i);
    const std::string_view before = i > 0 ? text.word(i - 1) : std::string_view{};
    const TokenRange range{i, i + 1};
    const bool only = here && i == 0 && clause_of(text, 0).last == 1;
    const bool is_now = before == "its" || (before == "is" && i > 1 && text.word(i - 2) == "it");
    const bool told = here && (before == "say" || before == "said" || before == "meant" || is_now);
    const bool left = here && denied && before != "a" && !is_taken_back(text, range);
    const std::string_view value = noun ? *noun : here ? *here : std::string_view{};
    if (value.empty() || (said && value == *said)) continue;
    if (only || (told && i + 1 == clause_of(text, i).last) || left || (noun && said))
      return correction_of(text, range, "other-pronoun", std::string(value));
    if (told && word_at(text, i + 1) == "you")
      return correction_of(text, range, "other-pronoun", std::string(value));
  }
  return std::nullopt;
}

std::optional<Correction> pronoun_correction(const CorrectionSides& sides) {
  const Text& text = sides.text;
  const auto corrected = [&](uint32_t first, uint32_t last, std::string_view value) {
    return correction_of(text, {first, last}, "other-pronoun", std::string(value));
  };
  for (uint32_t i = 0; i < text.size() && text.size() <= 12; ++i) {
    const auto here = pronoun_of(text.word(i));
    const auto after_not =
        word_at(text, i + 1) == "not" ? pronoun_of(word_at(text, i + 2)) : std::nullopt;
    if (here && after_not && *here != *after_not) return corrected(i, i + 3, *here);
    const auto denied = text.word(i) == "not" ? pronoun_of(word_at(text, i + 1)) : std::nullopt;
    const auto then = denied ? pronoun_of(word_at(text, i + 2)) : std::nullopt;
    if (then && *then != *denied) return corrected(i, i + 3, *then);
    // "alex is a he", "it's a she".
    const bool named =
        i > 0 && text.word(i - 1) == "a" && here && !is_taken_back(text, {i - 1, i + 1});
    if (named) return corrected(i - 1, i + 1, *here);
    constexpr std::string_view leads[] = {"uses", "use", "pronouns"};
    const bool uses = is_one_of(text.word(i), leads) && i + 1 < text.size();
    const auto used =
        uses ? pronoun_of(text.word(i + (word_at(text, i + 1) == "are" ? 2 : 1))) : std::nullopt;
    if (used) return corrected(i, i + 2, *used);
  }
  return pronoun_put_right(sides);
}

// What is said of the person themself: "you are the man", "as a woman", "the best husband".
bool is_other_gender(const Text& facts, std::string_view gender) {
  constexpr std::string_view woman[] = {"woman",      "women", "girl", "girls",
                                        "girlfriend", "wife",  "lady", "mother",
                                        "daughter",   "mum",   "mom"};
  constexpr std::string_view man[] = {"man",     "men",    "guy", "guys", "boy", "boyfriend",
                                      "husband", "father", "son", "lad",  "dad"};
  constexpr std::string_view of_you[] = {"you", "youre", "youve", "youd",
                                         "as",  "women", "men",   "one"};
  // Of everybody: "Many men feel that way."
  constexpr std::string_view many[] = {"men", "women", "guys", "girls"};
  constexpr std::string_view like_you[] = {"in your", "like you", "your age"};
  for (uint32_t i = 0; i < facts.size(); ++i) {
    const bool other = (gender != "woman" && is_one_of(facts.word(i), woman)) ||
                       (gender != "man" && is_one_of(facts.word(i), man));
    if (other && (is_one_of(facts.word(i), many) || longest_phrase_at(facts, i + 1, like_you) > 0))
      return true;
    for (uint32_t back = 0; other && back <= 5 && back <= i; ++back) {
      if (is_one_of(facts.word(i - back), of_you)) return true;
      if (facts.word(i - back) == "your") break;
    }
  }
  return false;
}

std::optional<Correction> gender_correction(const CorrectionSides& sides) {
  const Text& text = sides.text;
  struct Row {
    std::string_view word;
    std::string_view gender;
  };
  constexpr Row rows[] = {{"guy", "man"},
                          {"man", "man"},
                          {"dude", "man"},
                          {"bloke", "man"},
                          {"boy", "man"},
                          {"male", "man"},
                          {"lad", "man"},
                          {"fella", "man"},
                          {"woman", "woman"},
                          {"girl", "woman"},
                          {"lady", "woman"},
                          {"female", "woman"},
                          {"gal", "woman"},
                          {"lass", "woman"},
                          {"enby", "non-binary"},
                          {"nb", "non-binary"},
                          {"chick", "woman"},
                          {"wife", "woman"},
                          {"girlfriend", "woman"},
                          {"mum", "woman"},
                          {"husband", "man"},
                          {"boyfriend", "man"},
                          {"mother", "woman"},
                          {"father", "man"},
                          {"dad", "man"},
                          {"nonbinary", "non-binary"},
                          {"wives", "woman"},
                          {"husbands", "man"},
                          {"women", "woman"},
                          {"men", "man"},
                          {"girls", "woman"},
                          {"guys", "man"},
                          {"non binary", "non-binary"}};
  constexpr std::string_view leads[] = {
      "im a",   "i am a",   "im actually a", "im",     "i am",   "actually a", "im actually",
      "im the", "i am the", "ive been a",    "im his", "im her", "were two",   "were both"};
  constexpr std::string_view tails[] = {"btw",    "actually", "not",  "lol", "by",   "though",
                                        "tho",    "too",      "haha", "so",  "here", "fyi",
                                        "myself", "in",       "mate", "and"};
  constexpr std::string_view not_one[] = {"im not a", "i am not a", "not a", "im not one",
                                          "i am not one"};
  constexpr std::string_view relations[] = {"wife",   "girlfriend", "mum",   "husband", "boyfriend",
                                            "mother", "father",     "dad",   "wives",   "husbands",
                                            "women",  "men",        "girls", "guys"};
  for (uint32_t i = 0; i < text.size(); ++i) {
    for (const Row& row : rows) {
      const uint32_t taken = phrase_at(text, i, row.word);
      if (taken == 0 || is_taken_back(text, {i, i + taken})) continue;
      const TokenRange clause = clause_of(text, i);
      const bool led = has_phrase_before(text, i, leads);
      const bool corrects = is_other_gender(sides.facts, row.gender);
      const bool role = i + taken <= text.size() && is_one_of(row.word, relations);
      const bool denied_first = corrects && longest_phrase_at(text, 0, not_one) > 0;
      if (role && !(corrects && (i == 0 || led)) && !denied_first) continue;
      const bool alone = corrects && is_alone(text, {i, i + taken});
      // "im a man who ..." describes; a correction ends there or with a "btw".
      const bool ends = i + taken == clause.last || is_one_of(word_at(text, i + taken), tails);
      const bool by_itself = text.size() <= 8 || corrects;
      if (!alone && !(led && ends && by_itself)) continue;
      return correction_of(text, {i, i + taken}, "own-gender", std::string(row.gender));
    }
  }
  return std::nullopt;
}

// What the other person was called: "boyfriend", and "colleague" just as well.
std::string role_said(const CorrectionSides& sides) {
  if (!sides.before.roles.empty()) return std::string(sides.before.roles.front().phrase->value);
  for (uint32_t i = 1; i < sides.facts.size(); ++i) {
    if (sides.facts.word(i - 1) == "your" && is_bystander(sides.facts.word(i)))
      return std::string(sides.facts.word(i));
  }
  return {};
}

// "he was my boyfriend", "this is about my wife", "partner is the word".
bool is_role_told(const Text& text, TokenRange role) {
  constexpr std::string_view leads[] = {"was my",   "is my",  "hes my", "shes my",
                                        "about my", "its my", "were my"};
  constexpr std::string_view after[] = {"is the word", "is the right word", "is closer"};
  return has_phrase_before(text, role.first, leads) ||
         longest_phrase_at(text, role.last, after) > 0;
}

std::optional<Correction> role_correction(const CorrectionSides& sides) {
  const std::string old = role_said(sides);
  if (old.empty() || (sides.asked && !sides.cued)) return std::nullopt;
  for (const HeardMatch& match : sides.heard.roles) {
    std::string now(match.phrase->value);
    if (now == old || is_taken_back(sides.text, match.tokens)) continue;
    const bool parallel =
        sides.cued && !sides.before.roles.empty() &&
        is_parallel(sides.text, match.tokens, sides.facts, sides.before.roles.front().tokens);
    const bool alone = is_alone(sides.text, match.tokens) && match.tokens.first <= 4;
    const bool taken_back = sides.cued && denies(sides.text, old);
    const bool former = now == "ex-" + old && is_head(sides.text, match.tokens);
    const bool told = !sides.asked && is_role_told(sides.text, match.tokens);
    const bool stated = taken_back && is_stated(sides.text, match.tokens);
    // A role in passing ("his mum said no") corrects nothing.
    if (!parallel && !alone && !former && !told && !stated) continue;
    if (now == "ex" && !old.starts_with("ex")) now = "ex-" + old;
    return correction_of(sides.text, match.tokens, "who", now);
  }
  return std::nullopt;
}

std::optional<Correction> status_correction(const CorrectionSides& sides) {
  struct Row {
    std::string_view phrase;
    std::string_view status;
  };
  constexpr Row rows[] = {{"on a break", "on a break"},
                          {"taking a break", "on a break"},
                          {"separated", "separated"},
                          {"divorced", "divorced"},
                          {"still married", "married"},
                          {"married", "married"},
                          {"engaged", "engaged"},
                          {"still together", "together"},
                          {"still with", "together"},
                          {"back together", "together"},
                          {"were together", "together"},
                          {"broken up", "broken up"},
                          {"broke up", "broken up"},
                          {"single", "single"},
                          {"still sleep together", "situationship"},
                          {"sleeping together", "situationship"},
                          {"situationship", "situationship"},
                          {"friends with benefits", "situationship"},
                          {"fwb", "situationship"},
                          {"its complicated", "situationship"},
                          {"dating", "dating"},
                          {"seeing each other", "dating"},
                          {"split up", "broken up"},
                          {"exclusive", "together"}};
  const auto says = [&rows](const Text& text, bool denied, std::string_view unlike) {
    std::optional<Row> found;
    for (uint32_t i = 0; i < text.size() && !found; ++i) {
      for (const Row& row : rows) {
        if (phrase_at(text, i, row.phrase) == 0 || row.status == unlike) continue;
        const bool no = (i > 0 && is_negation(text.word(i - 1))) ||
                        (i > 1 && text.word(i - 2) == "not" && text.word(i - 1) != "were");
        if (no == denied) found = row;
      }
    }
    return found;
  };
  const auto old = says(sides.facts, false, {});
  const bool two = has_phrase(sides.facts, "you") || has_phrase(sides.facts, "youre") ||
                   has_phrase(sides.facts, "youve");
  if (!old || !two) return std::nullopt;
  const auto now = says(sides.text, false, old->status);
  const bool about_length =
      old->status == "married" && !sides.cued && clause_of(sides.text, 0).last > 2;
  if (!now || about_length) return std::nullopt;
  const bool complicated = has_phrase(sides.text, "its complicated");
  return correction_of(sides.text, {0, sides.text.size()}, "status",
                       std::string(complicated ? "situationship" : now->status));
}

}  // namespace

std::optional<Correction> person_correction(const CorrectionSides& sides) {
  if (auto found = gender_correction(sides)) return found;
  if (auto found = name_correction(sides)) return found;
  if (auto found = pronoun_correction(sides)) return found;
  if (auto found = role_correction(sides)) return found;
  return status_correction(sides);
}

}  // namespace keel
