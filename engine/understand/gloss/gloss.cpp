#include "understand/gloss/gloss.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <span>
#include <string>

#include "base/hash.h"
#include "understand/gloss/gloss_table.h"

namespace keel {
namespace {

static_assert(std::endian::native == std::endian::little, "the table's numbers are little-endian");

constexpr size_t row_bytes = gloss_width / 2;
constexpr size_t bytes_per_word = sizeof(uint32_t) + 1 + row_bytes;
constexpr size_t letters_min = 3;  // of what is left without an ending

// Hashes in order, then a byte of weight for each, then the rows.
size_t table_words() {
  return gloss_table().size() / bytes_per_word;
}

uint32_t hash_at(size_t place) {
  uint32_t hash = 0;
  std::memcpy(&hash, gloss_table().data() + place * sizeof hash, sizeof hash);
  return hash;
}

uint8_t weight_at(size_t place) {
  return gloss_table()[table_words() * sizeof(uint32_t) + place];
}

const uint8_t* row_at(size_t place) {
  return gloss_table().data() + table_words() * (sizeof(uint32_t) + 1) + place * row_bytes;
}

std::optional<uint32_t> place_of(std::string_view word) {
  const auto hash = static_cast<uint32_t>(hash_of(word) >> 32U);
  size_t low = 0;
  size_t high = table_words();
  while (low < high) {
    const size_t middle = (low + high) / 2;
    if (hash_at(middle) < hash) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == table_words() || hash_at(low) != hash) return std::nullopt;
  return static_cast<uint32_t>(low);
}

// Calls `use` with each form that the word may be of: "trying" try, "hoping" hope, "dumped" dump.
template <class Use>
void for_each_form(std::string_view word, const Use& use) {
  struct Ending {
    std::string_view written;
    std::string_view instead;
  };
  constexpr Ending endings[] = {{"s", ""},  {"es", ""},   {"ies", "y"}, {"d", ""},
                                {"ed", ""}, {"ied", "y"}, {"ing", ""},  {"ing", "e"}};
  for (const Ending& ending : endings) {
    if (!word.ends_with(ending.written) || word.ends_with("ss")) continue;
    const std::string_view stem = word.substr(0, word.size() - ending.written.size());
    if (stem.size() + ending.instead.size() < letters_min) continue;
    use(std::string(stem) += ending.instead);
    const bool doubled = stem.size() > letters_min && stem.back() == stem[stem.size() - 2];
    if (doubled && ending.instead.empty()) use(std::string(stem.substr(0, stem.size() - 1)));
  }
}

}  // namespace

void Gloss::add_to(GlossSum& sum) const {
  const uint8_t* row = row_at(place_);
  std::array<float, gloss_width> steps;  // -8 to 7
  for (size_t i = 0; i < row_bytes; ++i) {
    const auto byte = static_cast<int8_t>(row[i]);
    steps[i] = static_cast<float>(static_cast<int8_t>(row[i] << 4) >> 4);
    steps[row_bytes + i] = static_cast<float>(byte >> 4);
  }
  float square = 0;
  for (const float step : steps) square += step * step;
  if (square <= 0) return;
  const float factor = static_cast<float>(weight_at(place_)) / 255 / std::sqrt(square);
  for (size_t i = 0; i < gloss_width; ++i) sum[i] += factor * steps[i];
}

std::optional<Gloss> gloss_of(std::string_view folded) {
  std::optional<uint32_t> best = place_of(folded);
  for_each_form(folded, [&](const std::string& form) {
    const auto found = place_of(form);
    if (found && (!best || weight_at(*found) < weight_at(*best))) best = found;
  });
  if (!best) return std::nullopt;
  return Gloss(*best);
}

uint64_t gloss_fingerprint() {
  const std::span<const uint8_t> table = gloss_table();
  uint64_t fingerprint = table.size();
  for (size_t at = 0; at + sizeof(uint64_t) <= table.size(); at += sizeof(uint64_t)) {
    uint64_t part = 0;
    std::memcpy(&part, table.data() + at, sizeof part);
    fingerprint = mix(fingerprint ^ part);
  }
  return fingerprint;
}

}  // namespace keel
