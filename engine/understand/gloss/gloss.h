#pragma once
// Gloss: what a word means, as far as WordNet's explanations tell. Words that are explained alike
// have directions near each other, so that a message is heard by what its words mean even where no
// example has them. The table is learnt by `learn.py` and lies in the program, read where it lies.
//
//   GlossSum sum;
//   if (const auto gloss = gloss_of("texting")) gloss->add_to(sum);
//
// Words with endings the table lacks, or has but rarely met, are found without them. Directions
// have length 1; frequent words weigh less. Source: `learn.py`. Threads: immutable, pure functions.
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace keel {

constexpr size_t gloss_width = 64;
using GlossSum = std::array<float, gloss_width>;

class Gloss {
 public:
  // The direction times the word's weight.
  void add_to(GlossSum& sum) const;

 private:
  friend std::optional<Gloss> gloss_of(std::string_view folded);
  explicit Gloss(uint32_t place) : place_(place) {}

  uint32_t place_ = 0;  // in the table
};

std::optional<Gloss> gloss_of(std::string_view folded);

// Of the whole table: whatever was learnt with another one is of no use.
uint64_t gloss_fingerprint();

}  // namespace keel
