// Corrected names, pronouns, roles and status, and who did it.
#include <algorithm>
#include <string>

#include "text/services.h"
#include "understand/answers.h"
#include "understand/corrections.h"
#include "understand/names.h"
#include "understand/phrases.h"
#include "understand/scope.h"

namespace keel {
namespace {

std::string_view word_at(const Text& text, uint32_t index) {
  return index < text.size() ? text.word(index) : std::string_view{};
}

// Capitals inside what was said last are names: it is written with care.
bool is_capital(const Text& text, uint32_t token) {
  const std::string_view typed = text.words({token, token + 1});
  return text.word(token) != typed && capitalised(text.word(token)) == typed;
}

bool is_name_said(const Text& facts, std::string_view name) {
  for (uint32_t i = 0; i < facts.size(); ++i) {
    if (facts.word(i) == name && is_capital(facts, i) && may_be_name(name)) return true;
  }
  return false;
}

// Whether what was said last calls the person themself by a name: "Good to see you, Sara."
bool addresses(const Text& facts) {
  if (has_phrase(facts, "call you") || has_phrase(facts, "your name")) return true;
  for (uint32_t i = 1; i < facts.size(); ++i) {
    const bool after_you = facts.word(i - 1) == "you" || facts.word(i - 1) == "hello" ||
                           facts.word(i - 1) == "hi" || facts.word(i - 1) == "back";
    if (after_you && is_capital(facts, i) && i + 1 == facts.size()) return true;
  }
  return false;
}

std::string name_at(const Text& text, uint32_t token) {
  return name_of_tokens(text, {token, token + 1});
}

bool usable_name(const Text& text, uint32_t token) {
  if (token >= text.size() || text.tokens()[token].kind != TokenKind::word) return false;
  const std::string_view word = text.word(token);
  return word.size() >= 2 && may_be_name(word) && !is_negation(word) && !is_bystander(word);
}

std::optional<Correction> name_correction(const CorrectionSides& sides) {
  const Text& text = sides.text;
  constexpr std::string_view theirs[] = {"her name is", "his name is", "their name is",
                                         "her names",   "his names",   "their names",
                                         "hes called",  "shes called", "theyre called"};
  constexpr std::string_view mine[] = {"my name is", "my names", "call me", "i go by", "my name"};
  constexpr std::string_view wrong[] = {"thats not her name",   "thats not his name",
                                        "thats not their name", "not her name",
                                        "not his name",         "wrong name"};
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (longest_phrase_at(text, i, wrong) > 0) {
      return correction_of(text, {0, text.size()}, "other-name", std::nullopt);
    }
    uint32_t taken = longest_phrase_at(text, i, theirs);
    const bool own = taken == 0;
    if (own) taken = longest_phrase_at(text, i, mine);
    while (taken > 0 && word_at(text, i + taken) == "actually") ++taken;
    if (taken == 0 || !usable_name(text, i + taken)) continue;
    return correction_of(text, {i, i + taken + 1}, own ? "own-name" : "other-name",
                         name_at(text, i + taken));
  }
  const std::string slot = addresses(sides.facts) ? "own-name" : "other-name";
  bool name_before = false;
  for (uint32_t i = 0; i < sides.facts.size(); ++i) {
    name_before = name_before ||
                  (is_capital(sides.facts, i) && is_name_said(sides.facts, sides.facts.word(i)) &&
                   (i > 0 || is_given_name(sides.facts.word(i))));
  }
  if (!name_before || text.size() > 12) return std::nullopt;
  // "its brian not ryan": the denied one was said, the other is new.
  for (uint32_t i = 0; i + 2 < text.size(); ++i) {
    const bool pair = text.word(i + 1) == "not" && is_name_said(sides.facts, text.word(i + 2));
    if (pair && usable_name(text, i))
      return correction_of(text, {i, i + 3}, slot, name_at(text, i));
  }
  // "its Sarah with an h", "Just Dinesh is fine", "the colleague is amber".
  constexpr std::string_view before[] = {"its", "is", "just", "im", "called", "to"};
  for (uint32_t i = text.size(); i-- > 1;) {
    if (!is_one_of(text.word(i - 1), before) || !usable_name(text, i)) continue;
    if (is_name_said(sides.facts, text.word(i)) && slot != "own-name") continue;
    const bool known = is_given_name(text.word(i)) || is_capital(text, i);
    if (known) return correction_of(text, {i, i + 1}, slot, name_at(text, i));
  }
  return std::nullopt;
}

std::optional<std::string_view> pronoun_of(std::string_view word) {
  struct Row {
    std::string_view word;
    std::string_view pronoun;
  };
  constexpr Row rows[] = {{"he", "he"},     {"him", "he"},      {"hes", "he"},
                          {"his", "he"},    {"she", "she"},     {"her", "she"},
                          {"shes", "she"},  {"hers", "she"},    {"they", "they"},
                          {"them", "they"}, {"theyre", "they"}, {"their", "they"}};
  for (const Row& row : rows) {
    if (row.word == word) return row.pronoun;
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
    const bool named = i > 0 && text.word(i - 1) == "a" && here;
    if (named) return corrected(i - 1, i + 1, *here);
    const bool uses = (text.word(i) == "uses" || text.word(i) == "pronouns") && i + 1 < text.size();
    const auto used =
        uses ? pronoun_of(text.word(i + (word_at(text, i + 1) == "are" ? 2 : 1))) : std::nullopt;
    if (used) return corrected(i, i + 2, *used);
  }
  // "he. he told me": a pronoun alone, and another one was said.
  if (text.empty() || text.sentences().empty() || sides.asked) return std::nullopt;
  const TokenRange first = text.sentences()[0];
  const auto alone =
      first.last - first.first == 1 ? pronoun_of(text.word(first.first)) : std::nullopt;
  if (!alone) return std::nullopt;
  for (uint32_t i = 0; i < sides.facts.size(); ++i) {
    const auto said = pronoun_of(sides.facts.word(i));
    if (said && *said != *alone) return corrected(0, 1, *alone);
  }
  return std::nullopt;
}

std::optional<Correction> gender_correction(const Text& text) {
  struct Row {
    std::string_view word;
    std::string_view gender;
  };
  constexpr Row rows[] = {{"guy", "man"},    {"man", "man"},      {"dude", "man"},
                          {"bloke", "man"},  {"boy", "man"},      {"male", "man"},
                          {"lad", "man"},    {"woman", "woman"},  {"girl", "woman"},
                          {"lady", "woman"}, {"female", "woman"}, {"gal", "woman"}};
  constexpr std::string_view leads[] = {"im a", "i am a", "im actually a", "im", "i am"};
  for (uint32_t i = 0; i < text.size() && text.size() <= 8; ++i) {
    const uint32_t lead = longest_phrase_at(text, i, leads);
    if (lead == 0) continue;
    const std::string_view word = word_at(text, i + lead);
    if (word == "nonbinary" || word == "enby" ||
        (word == "non" && word_at(text, i + lead + 1) == "binary")) {
      return correction_of(text, {i, i + lead + 1}, "own-gender", "nonbinary");
    }
    // "im a man who ..." describes; a correction ends there or with a "btw".
    const std::string_view next = word_at(text, i + lead + 1);
    const bool ends = next.empty() || next == "btw" || next == "actually" || next == "not" ||
                      next == "lol" || next == "by" || next == "though" || next == "tho";
    for (const Row& row : rows) {
      if (row.word == word && ends) {
        return correction_of(text, {i, i + lead + 1}, "own-gender", std::string(row.gender));
      }
    }
  }
  return std::nullopt;
}

std::optional<Correction> role_correction(const CorrectionSides& sides) {
  if (sides.before.roles.empty() || sides.heard.roles.empty()) return std::nullopt;
  if (sides.asked && !sides.cued) return std::nullopt;
  const std::string old(sides.before.roles.front().phrase->value);
  for (const HeardMatch& match : sides.heard.roles) {
    std::string now(match.phrase->value);
    if (now == old) continue;
    const uint32_t first = match.tokens.first;
    if (first > 0 && is_negation(sides.text.word(first - 1))) continue;
    const std::string_view lead = first > 0 ? sides.text.word(first - 1) : std::string_view{};
    const bool opens = first == 0 || lead == "my" || lead == "a" || lead == "its" || lead == "no" ||
                       lead == "hes" || lead == "shes" || lead == "actually" || lead == "not";
    // A role in passing ("his mum said no") corrects nothing.
    const std::string_view before_my = first > 1 ? sides.text.word(first - 2) : std::string_view{};
    const bool states = first <= 1 || lead == "its" || lead == "no" || before_my == "shes" ||
                        before_my == "hes" || before_my == "its" || before_my == "is" ||
                        before_my == "no" || before_my == "theyre" || before_my == "was";
    if (!opens || !states || sides.text.size() > 8) continue;
    if (now == "ex" && !old.starts_with("ex")) now = "ex-" + old;
    if (is_bystander(now) != is_bystander(old) && first > 1) continue;
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
                          {"back together", "together"},
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
  const bool two = has_phrase(sides.facts, "you two") || has_phrase(sides.facts, "you are") ||
                   has_phrase(sides.facts, "youre") || has_phrase(sides.facts, "you were");
  if (!old || !two) return std::nullopt;
  const auto now = says(sides.text, false, old->status);
  const bool about_length = sides.text.size() > 0 && old->status == "married" && !sides.cued;
  if (!now || about_length) return std::nullopt;
  const bool complicated = has_phrase(sides.text, "its complicated");
  return correction_of(sides.text, {0, sides.text.size()}, "status",
                       std::string(complicated ? "situationship" : now->status));
}

std::optional<Correction> agent_correction(const CorrectionSides& sides) {
  const Text& text = sides.text;
  constexpr std::string_view by_writer[] = {"i broke up with", "i ended it",      "i ended things",
                                            "i left him",      "i left her",      "i left them",
                                            "it was me",       "i dumped",        "i was the one",
                                            "i blocked",       "i called it off", "i cheated"};
  constexpr std::string_view turned[] = {"other way round", "other way around",
                                         "the other way round", "the other way around", "opposite"};
  const TokenRange all{0, text.size()};
  for (uint32_t i = 0; i < text.size(); ++i) {
    const bool turns = longest_phrase_at(text, i, turned) > 0;
    const bool mine = longest_phrase_at(text, i, by_writer) > 0 && (sides.cued || turns);
    if (mine) return correction_of(text, all, "agent", "I");
  }
  // "no my friend saw them, i wasnt there": said of the person, done by somebody else.
  constexpr std::string_view not_me[] = {"i wasnt", "not me", "i didnt", "wasnt me", "i never"};
  bool denied = false;
  for (uint32_t i = 0; i < text.size(); ++i)
    denied = denied || longest_phrase_at(text, i, not_me) > 0;
  if (!denied || !has_phrase(sides.facts, "you")) return std::nullopt;
  for (uint32_t i = 1; i < text.size(); ++i) {
    const bool owner = text.word(i - 1) == "my" && is_bystander(text.word(i));
    if (owner) return correction_of(text, all, "agent", std::string(text.word(i)));
    const auto pronoun = pronoun_of(text.word(i));
    if (pronoun && word_at(text, i + 1) == "did")
      return correction_of(text, all, "agent", std::string(*pronoun));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Correction> person_correction(const CorrectionSides& sides) {
  if (auto found = name_correction(sides)) return found;
  if (auto found = pronoun_correction(sides)) return found;
  if (auto found = gender_correction(sides.text)) return found;
  if (sides.facts.empty()) return std::nullopt;
  if (auto found = agent_correction(sides)) return found;
  if (auto found = role_correction(sides)) return found;
  return status_correction(sides);
}

}  // namespace keel
