#include "understand/meaning.h"

#include <cmath>

#include "understand/features.h"

namespace keel {
namespace {

float length_of(const Meaning& meaning) {
  float square = 0;
  for (const float value : meaning) square += value * value;
  return std::sqrt(square);
}

void shorten(Meaning& meaning, float length) {
  for (float& value : meaning) value = length > 0 ? value / length : 0;
}

}  // namespace

Meaning meaning_of(const Text& text) {
  std::vector<FeatureWord> words;
  feature_words(text, words);
  Meaning meaning = {};
  for (const FeatureWord& word : words) {
    if (const auto gloss = gloss_of(word.folded)) gloss->add_to(meaning);
  }
  shorten(meaning, length_of(meaning));
  return meaning;
}

std::vector<Meaning> meaning_by_token(const Text& text) {
  std::vector<FeatureWord> words;
  feature_words(text, words);
  std::vector<Meaning> meanings(text.size());
  Meaning whole = {};
  for (const FeatureWord& word : words) {
    const auto gloss = gloss_of(word.folded);
    if (!gloss) continue;
    gloss->add_to(meanings[word.token]);
    gloss->add_to(whole);
  }
  const float length = length_of(whole);
  for (Meaning& meaning : meanings) shorten(meaning, length);
  return meanings;
}

}  // namespace keel
