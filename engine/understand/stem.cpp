#include "understand/stem.h"

namespace keel {
namespace {

constexpr size_t stem_letters_min = 3;

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

bool drop(std::string& word, std::string_view ending, std::string_view instead = {}) {
  if (!word.ends_with(ending)) return false;
  if (word.size() - ending.size() + instead.size() < stem_letters_min) return false;
  word.resize(word.size() - ending.size());
  word += instead;
  return true;
}

bool has_vowel(std::string_view word) {
  for (const char c : word) {
    if (is_vowel(c) || c == 'y') return true;
  }
  return false;
}

void drop_plural(std::string& word) {
  if (word.ends_with("ss") || word.ends_with("us") || word.ends_with("is")) return;
  if (drop(word, "ies", "y")) return;
  for (const std::string_view ending : {"sses", "shes", "ches", "xes", "zes"}) {
    if (word.ends_with(ending) && drop(word, "es")) return;
  }
  drop(word, "s");
}

void drop_tense(std::string& word) {
  const std::string_view ending = word.ends_with("ing") ? "ing" : word.ends_with("ed") ? "ed" : "";
  if (ending.empty()) return;
  const std::string_view rest = std::string_view(word).substr(0, word.size() - ending.size());
  if (!has_vowel(rest) || !drop(word, ending)) return;
  const size_t size = word.size();
  const bool doubled = size > stem_letters_min && word[size - 1] == word[size - 2];
  if (doubled && !is_vowel(word[size - 1]) && word[size - 1] != 'l' && word[size - 1] != 's') {
    word.pop_back();
  }
}

void drop_suffix(std::string& word) {
  for (const std::string_view ending : {"ation", "ition", "ment", "ness", "ance", "ence", "ion",
                                        "able", "ally", "ly", "er", "al"}) {
    if (drop(word, ending)) return;
  }
}

}  // namespace

std::string stem_of(std::string_view folded) {
  std::string word(folded);
  if (word.size() <= stem_letters_min) return word;
  drop_plural(word);
  drop_tense(word);
  drop_suffix(word);
  if (word.size() > stem_letters_min && word.back() == 'e') word.pop_back();
  if (word.back() == 'y') word.back() = 'i';
  return word;
}

}  // namespace keel
