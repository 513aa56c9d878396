#include "understand/word_table.h"

#include <bit>

#include "base/assert.h"
#include "base/hash.h"

namespace keel {
namespace {

// A word is a polynomial over its letters, so that the hash of one without a letter follows from
// the hashes of what stands before and behind it.
constexpr uint64_t base = 0x9e3779b97f4a7c15ULL;

constexpr std::array<uint64_t, WordHash::letters_max + 1> powers = [] {
  std::array<uint64_t, WordHash::letters_max + 1> all{};
  uint64_t power = 1;
  for (uint64_t& one : all) {
    one = power;
    power *= base;
  }
  return all;
}();

uint64_t with_letter(uint64_t hash, char letter) {
  return hash * base + static_cast<unsigned char>(letter) + 1;
}

// The polynomial's low bits say little of its first letters.
uint64_t spread(uint64_t hash) {
  return hash ^ (hash >> 32U);
}

}  // namespace

WordHash::WordHash(std::string_view word) : word_(word) {
  KEEL_ASSERT(word.size() <= letters_max);
  before_[0] = 0;
  for (size_t i = 0; i < word.size(); ++i) before_[i + 1] = with_letter(before_[i], word[i]);
}

uint64_t WordHash::without(size_t letter) const {
  const size_t behind = word_.size() - letter - 1;
  const uint64_t tail = before_[word_.size()] - before_[letter + 1] * powers[behind];
  return before_[letter] * powers[behind] + tail;
}

uint64_t WordHash::of(std::string_view word) {
  uint64_t hash = 0;
  for (const char letter : word) hash = with_letter(hash, letter);
  return hash;
}

template <class Same>
std::optional<uint32_t> WordTable::look(uint64_t hash, const Same& same) const {
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

std::optional<uint32_t> WordTable::at(uint64_t hash, std::string_view word) const {
  return look(hash, [word](std::string_view known) { return known == word; });
}

std::optional<uint32_t> WordTable::find_without(uint64_t hash, std::string_view word,
                                                size_t letter) const {
  return look(hash, [=](std::string_view known) {
    return known.size() + 1 == word.size() && known.substr(0, letter) == word.substr(0, letter) &&
           known.substr(letter) == word.substr(letter + 1);
  });
}

void WordTable::place(uint64_t hash, uint32_t word) {
  const uint64_t spread_hash = spread(hash);
  size_t at = spread_hash & (slots_.size() - 1);
  while (slots_[at].word != 0) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = {static_cast<uint32_t>(spread_hash >> 32U), word + 1};
}

void WordTable::grow() {
  slots_.assign(std::bit_ceil((words_.size() + 1) * 4), {});
  for (uint32_t i = 0; i < words_.size(); ++i) place(WordHash::of(letters(words_[i])), i);
}

bool WordTable::add(std::string_view word, uint32_t number) {
  if (has(word)) return false;
  if ((words_.size() + 1) * 2 > slots_.size()) grow();
  const auto begin = static_cast<uint32_t>(letters_.size());
  letters_ += word;
  words_.push_back({begin, static_cast<uint32_t>(letters_.size()), number});
  place(WordHash::of(word), static_cast<uint32_t>(words_.size() - 1));
  return true;
}

}  // namespace keel
