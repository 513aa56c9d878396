#pragma once
// Lexicon: every feature of a corpus by number, and which messages have it. Training counts and
// weighs numbers; keys are looked up once each.
//
//   Lexicon lexicon;
//   lexicon.add(raw);                       // message 0
//   for (uint32_t number : lexicon.message(0)) lexicon.key(number);
//
// Threads: none while it grows; then immutable. Numbers are 32 bits: four thousand million.
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/large_array.h"
#include "understand/features.h"

namespace keel {

class Lexicon {
 public:
  // The next message; of several occurrences of a feature the first counts.
  void add(std::span<const RawFeature> raw);

  size_t messages() const { return ends_.size(); }
  // Numbers, each once, in the order of first sight.
  std::span<const uint32_t> message(size_t number) const;

  size_t occurrences() const { return numbers_.size(); }

  size_t features() const { return known_.size(); }
  uint64_t key(uint32_t number) const { return known_[number].key; }
  FeatureBlock block(uint32_t number) const { return known_[number].block; }

 private:
  struct Known {
    uint64_t key = 0;
    uint32_t last = 0;  // message that had it
    FeatureBlock block = FeatureBlock::word;
  };
  void grow();

  LargeArray<Known> known_;
  LargeArray<uint32_t> slots_;  // open addressing over `known_`, a power of two
  std::vector<uint32_t> numbers_;
  std::vector<size_t> ends_;  // of each message in `numbers_`
};

}  // namespace keel
