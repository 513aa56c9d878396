#pragma once
// Features: what the intent model sees of a message. Words, their stems, runs and near pairs of
// them, and pieces of words, each as a 64-bit key with the tokens it was read from. A Dictionary,
// built from training messages, turns keys into features with a row of weights and a value.
//
// Features that occur in exactly the same training messages share a row: under AdaGrad their
// weights take the same steps whatever their values, so one row says all that theirs would. Most
// features occur in one message only; the rows are a fifth to a half as many as the features.
//
// Blocks: W words; ST stems and stem pairs; N word pairs and triples; S stem pairs with words
// between them; C letters, 2 to 5 in a row. Each block's values have length 1 times the block's
// weight. Threads: pure functions; a Dictionary is immutable once built.
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "base/bytes.h"
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

struct FeatureOptions {
  std::array<float, feature_block_count> weights{1, 1, 0.3F, 0.3F, 1};
  std::array<uint32_t, feature_block_count> messages_min{1, 1, 1, 2, 2};  // that must have it
  uint32_t pair_gap_max = 3;
};

// Every feature of the text once. Texts are read up to `feature_tokens_max` tokens.
constexpr uint32_t feature_tokens_max = 400;
void raw_features(const Text& text, uint32_t pair_gap_max, std::vector<RawFeature>& out);

struct Feature {
  uint32_t row = 0;
  float value = 0;
  uint16_t first = 0;
  uint16_t last = 0;
};

class Dictionary {
 public:
  static Dictionary build(std::span<const std::vector<RawFeature>> messages,
                          const FeatureOptions& options);

  // The known ones among `raw`, weighted. Returns how much of the message they are, 0 to 1.
  float features(std::span<const RawFeature> raw, std::vector<Feature>& out) const;
  void append_to(BytesOut& out) const;
  static bool take(BytesIn& in, Dictionary& dictionary);
  uint32_t rows() const { return static_cast<uint32_t>(values_.size()); }
  const FeatureOptions& options() const { return options_; }

 private:
  // Half of a key finds the slot, the other half is kept to check it: eight bytes a slot keep the
  // table in the cache, and two features taken for one in 2^32 do no harm.
  struct Slot {
    uint32_t check = 0;
    uint32_t row = UINT32_MAX;  // UINT32_MAX: empty
  };
  size_t find(uint64_t key) const;

  FeatureOptions options_;
  std::vector<Slot> slots_;    // open addressing, a power of two
  std::vector<float> values_;  // by row, the root of the inverse document frequency
  float rarest_ = 1;           // the square of the value of a feature that no message has
};

}  // namespace keel
