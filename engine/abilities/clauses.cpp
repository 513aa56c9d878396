#include "abilities/clauses.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace keel {
namespace {

using namespace std::string_view_literals;

constexpr std::array linking = {"and"sv,   "but"sv,    "so"sv,       "because"sv, "cause"sv,
                                "cuz"sv,   "coz"sv,    "cos"sv,      "bc"sv,      "then"sv,
                                "which"sv, "means"sv,  "plus"sv,     "yet"sv,     "tho"sv,
                                "or"sv,    "though"sv, "although"sv, "while"sv,   "n"sv};
// After a linking word only these begin a statement: "he took a brush and the blanket" is one.
constexpr std::array pronouns = {
    "i"sv,      "im"sv,     "ive"sv,        "ill"sv,   "id"sv,     "he"sv,       "hes"sv,
    "hed"sv,    "hell"sv,   "she"sv,        "shes"sv,  "shed"sv,   "shell"sv,    "they"sv,
    "theyre"sv, "theyve"sv, "theyll"sv,     "we"sv,    "weve"sv,   "you"sv,      "youre"sv,
    "it"sv,     "its"sv,    "itll"sv,       "thats"sv, "theres"sv, "everyone"sv, "everybody"sv,
    "nobody"sv, "noone"sv,  "everything"sv, "maybe"sv, "only"sv,   "on"sv};
// After a comma these too.
constexpr std::array openers = {
    "my"sv,    "his"sv,       "her"sv,     "their"sv,     "our"sv,      "this"sv,
    "that"sv,  "there"sv,     "someone"sv, "no"sv,        "nothing"sv,  "probably"sv,
    "if"sv,    "what"sv,      "now"sv,     "obviously"sv, "clearly"sv,  "apparently"sv,
    "the"sv,   "last"sv,      "people"sv,  "who"sv,       "an"sv,       "a"sv,
    "since"sv, "yesterday"sv, "today"sv,   "tomorrow"sv,  "normally"sv, "usually"sv,
    "said"sv,  "then"sv,      "sooner"sv,  "were"sv,      "all"sv,      "one"sv};
constexpr std::array conditional = {"if"sv,       "unless"sv, "when"sv,
                                    "whenever"sv, "until"sv,  "once"sv};

template <size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool opens_clause(std::string_view word, bool after_comma) {
  return among(pronouns, word) || (after_comma && among(openers, word));
}

// What stands between two tokens holds a mark that parts clauses.
bool parted(const Text& text, uint32_t before) {
  const Span left = text.tokens()[before].source;
  const Span right = text.tokens()[before + 1].source;
  const std::string_view gap =
      std::string_view(text.source()).substr(left.end, right.begin - left.end);
  return gap.find_first_of(",;:(") != std::string_view::npos ||
         gap.find(" - ") != std::string_view::npos || gap.find("–") != std::string_view::npos ||
         gap.find("—") != std::string_view::npos || gap.find("…") != std::string_view::npos ||
         gap.find("..") != std::string_view::npos;
}

void add(const Text& text, uint32_t first, uint32_t last, std::vector<TokenRange>& out) {
  while (first < last && among(linking, text.word(first))) ++first;
  if (first < last) out.push_back({first, last});
}

void cut_sentence(const Text& text, TokenRange sentence, std::vector<TokenRange>& out) {
  uint32_t first = sentence.first;
  for (uint32_t i = sentence.first + 1; i < sentence.last; ++i) {
    const bool comma = parted(text, i - 1);
    const bool link = among(linking, text.word(i));
    const uint32_t next = link ? i + 1 : i;
    const bool subject_next = next < sentence.last && opens_clause(text.word(next), comma);
    const bool long_enough = i - first >= 2 || (comma && i > first);
    // "if he wanted to, he would" and "when she left, i cried" belong together.
    const bool held = comma && !link && among(conditional, text.word(first));
    if (!long_enough || !subject_next || held || (!comma && !link)) continue;
    add(text, first, i, out);
    first = i;
  }
  add(text, first, sentence.last, out);
}

}  // namespace

std::vector<TokenRange> clauses_of(const Text& text) {
  std::vector<TokenRange> clauses;
  for (const TokenRange& sentence : text.sentences()) cut_sentence(text, sentence, clauses);
  return clauses;
}

}  // namespace keel
