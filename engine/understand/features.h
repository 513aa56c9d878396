#pragma once
// Features: what the intent model sees of a message. Words, their stems, runs and near pairs of
// them, and pieces of words, each as a 64-bit key with the tokens it was read from.
//
// Blocks: W words; ST stems and stem pairs; N word pairs and triples; S stem pairs with words
// between them; C letters, 2 to 5 in a row. Threads: pure functions.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace keel {

enum class FeatureBlock : uint8_t { word, stem, run, pair, letters };
constexpr size_t feature_block_count = 5;

struct RawFeature {
  uint64_t key = 0;
  uint16_t first = 0;  // tokens of the text, `last` exclusive
  uint16_t last = 0;
  FeatureBlock block = FeatureBlock::word;
};

// Every feature of the text as often as it occurs. Texts are read up to `feature_tokens_max`
// tokens; pairs have at most `pair_gap_max` words between them.
constexpr uint32_t feature_tokens_max = 400;
constexpr uint32_t pair_gap_max = 3;
void raw_features(const Text& text, std::vector<RawFeature>& out);

// The words that features are made of: contractions apart, a question mark as a word.
struct FeatureWord {
  std::string_view folded;
  uint16_t token = 0;
};
void feature_words(const Text& text, std::vector<FeatureWord>& out);

}  // namespace keel
