#pragma once
// Dictionary: what the intent model knows of features. Built from training messages, it turns keys
// into features with a row of weights and a value, and says how much of a message it knows.
//
// Features that occur in exactly the same training messages share a row: under AdaGrad their
// weights take the same steps whatever their values, so one row says all that theirs would. Most
// features occur in one message only; the rows are a fifth to a half as many as the features.
//
// A feature's value is the root of its inverse document frequency; each block's values have length
// 1 times the block's weight. Threads: immutable once built.
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "base/bytes.h"
#include "base/large_array.h"
#include "understand/features.h"
#include "understand/lexicon.h"

namespace keel {

struct FeatureOptions {
  std::array<float, feature_block_count> weights{1, 1, 0.3F, 0.3F, 1};
  std::array<uint32_t, feature_block_count> messages_min{1, 1, 1, 2, 2};  // that must have it
};

struct Feature {
  uint32_t row = 0;
  float value = 0;
  uint16_t first = 0;  // tokens of the text, `last` exclusive
  uint16_t last = 0;
};

struct RowValue {
  uint32_t row = 0;
  float value = 0;
};
using RowValues = LargeArray<RowValue>;

class Dictionary {
 public:
  static constexpr uint32_t unknown = UINT32_MAX;  // row of a feature that is not in it

  // From the first `messages` of the corpus. `rows`: of each of its features.
  static Dictionary build(const Lexicon& corpus, size_t messages, const FeatureOptions& options,
                          std::vector<uint32_t>& rows);

  // The known ones among `raw`, weighted. Returns how much of the message they are, 0 to 1.
  float features(std::span<const RawFeature> raw, std::vector<Feature>& out) const;
  void append_to(BytesOut& out) const;
  static bool take(BytesIn& in, Dictionary& dictionary);
  uint32_t row_count() const { return static_cast<uint32_t>(values_.size()); }
  const FeatureOptions& options() const { return options_; }

 private:
  friend class CorpusRows;

  // Half of a key finds the slot, the other half is kept to check it: eight bytes a slot keep the
  // table in the cache, and two features taken for one in 2^32 do no harm.
  struct Slot {
    uint32_t check = 0;
    uint32_t row = unknown;  // `unknown`: empty
  };
  uint32_t row_of(uint64_t key) const;

  FeatureOptions options_;
  std::vector<Slot> slots_;    // open addressing, a power of two
  std::vector<float> values_;  // by row, the root of the inverse document frequency
  float rarest_ = 1;           // the square of the value of a feature that no message has
};

// A corpus and the dictionary built from its first `messages`: its messages as rows, with no
// feature looked up at each occurrence. Threads: one at a time.
class CorpusRows {
 public:
  // `corpus` must outlive this.
  CorpusRows(const Lexicon& corpus, size_t messages, const FeatureOptions& options);

  // Like `Dictionary::features`, at the end of `out`; features that share a row count together, so
  // that each row is there once.
  float read(size_t message, RowValues& out);

  const Dictionary& dictionary() const { return dictionary_; }

 private:
  struct Known {
    uint32_t row = 0;
    float value = 0;
    FeatureBlock block = FeatureBlock::word;
  };

  const Lexicon& corpus_;
  Dictionary dictionary_;
  LargeArray<Known> known_;       // the features, by number
  std::vector<uint32_t> places_;  // by row: where it stands in the message that is read
};

}  // namespace keel
