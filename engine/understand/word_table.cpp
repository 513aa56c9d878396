#include "understand/word_table.h"

#include <bit>

#include "base/assert.h"

namespace keel {
namespace {

// A word is a polynomial over its letters, so that the hash of one without a letter follows from
// the hashes of what stands before and behind it.
constexpr std::array<uint64_t, ShorterHashes::letters_max + 1> powers_of(uint64_t base) {
  std::array<uint64_t, ShorterHashes::letters_max + 1> all{};
  uint64_t power = 1;
  for (uint64_t& one : all) {
    one = power;
    power *= base;
  }
  return all;
}

// The polynomial's low bits say little of its first letters.
uint64_t spread(WordHash hash) {
  return hash.value() ^ (hash.value() >> 32U);
}

}  // namespace

ShorterHashes::ShorterHashes(std::string_view word) : size_(word.size()) {
  KEEL_ASSERT(word.size() <= letters_max);
  WordHash hash;
  before_[0] = 0;
  for (size_t i = 0; i < word.size(); ++i) {
    hash.add(word[i]);
    before_[i + 1] = hash.value();
  }
}

WordHash ShorterHashes::without(size_t letter) const {
  static constexpr auto powers = powers_of(WordHash::base);
  const uint64_t power = powers[size_ - letter - 1];
  const uint64_t tail = before_[size_] - before_[letter + 1] * power;
  return WordHash(before_[letter] * power + tail);
}

template <class Same>
std::optional<uint32_t> WordTable::look(WordHash hash, const Same& same) const {
  if (slots_.empty()) return std::nullopt;
  const uint64_t spread_hash = spread(hash);
  const auto check = static_cast<uint32_t>(spread_hash >> 32U);
  for (size_t at = spread_hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
    const Slot& slot = slots_[at];
    if (slot.word == 0) return std::nullopt;
    if (slot.check != check) continue;
    const Word& word = words_[slot.word - 1];
    if (same(letters(word))) return word.number;
  }
}

std::optional<uint32_t> WordTable::find(WordHash hash, std::string_view word) const {
  return look(hash, [word](std::string_view known) { return known == word; });
}

std::optional<uint32_t> WordTable::find_without(WordHash hash, std::string_view word,
                                                size_t letter) const {
  return look(hash, [=](std::string_view known) {
    return known.size() + 1 == word.size() && known.substr(0, letter) == word.substr(0, letter) &&
           known.substr(letter) == word.substr(letter + 1);
  });
}

void WordTable::place(WordHash hash, uint32_t word) {
  const uint64_t spread_hash = spread(hash);
  size_t at = spread_hash & (slots_.size() - 1);
  while (slots_[at].word != 0) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = {static_cast<uint32_t>(spread_hash >> 32U), word + 1};
}

void WordTable::grow() {
  slots_.assign(std::bit_ceil((words_.size() + 1) * 4), {});
  for (uint32_t i = 0; i < words_.size(); ++i) place(WordHash(letters(words_[i])), i);
}

bool WordTable::add(std::string_view word, uint32_t number) {
  if (has(word)) return false;
  if ((words_.size() + 1) * 2 > slots_.size()) grow();
  const auto begin = static_cast<uint32_t>(letters_.size());
  letters_ += word;
  words_.push_back({begin, static_cast<uint32_t>(letters_.size()), number});
  place(WordHash(word), static_cast<uint32_t>(words_.size() - 1));
  return true;
}

}  // namespace keel
