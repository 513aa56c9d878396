#include "understand/dictionary.h"

#include <cmath>
#include <unordered_map>

#include "base/hash.h"
#include "understand/steady_math.h"

namespace keel {
namespace {

constexpr uint32_t absent = UINT32_MAX;

// The squares of a message's values by block, and of what is not known of it.
struct Squares {
  std::array<float, feature_block_count> known{};
  std::array<float, feature_block_count> strange{};
};

struct Scale {
  std::array<float, feature_block_count> factors{};
  float share = 0;  // of the message that is known
};

Scale scale_of(const Squares& squares, const FeatureOptions& options) {
  Scale scale;
  float heard = 0;
  float all = 0;
  for (size_t block = 0; block < feature_block_count; ++block) {
    const float weight = options.weights[block];
    const float known = squares.known[block];
    if (known > 0) scale.factors[block] = weight / std::sqrt(known);
    if (known + squares.strange[block] <= 0) continue;
    heard += weight * std::sqrt(known / (known + squares.strange[block]));
    all += weight;
  }
  scale.share = all > 0 ? heard / all : 0;
  return scale;
}

// The keys of one message, so that each counts once.
class Seen {
 public:
  explicit Seen(size_t keys) {
    size_t size = 64;
    while (size < keys * 2) size *= 2;
    keys_.assign(size, 0);
  }
  bool add(uint64_t key) {
    const size_t mask = keys_.size() - 1;
    size_t slot = key & mask;
    while (keys_[slot] != 0 && keys_[slot] != key) slot = (slot + 1) & mask;
    if (keys_[slot] == key) return false;
    keys_[slot] = key;
    return true;
  }

 private:
  std::vector<uint64_t> keys_;  // 0: none; no feature has this key
};

}  // namespace

Dictionary Dictionary::build(const Lexicon& corpus, size_t messages, const FeatureOptions& options,
                             std::vector<uint32_t>& rows) {
  struct Count {
    uint32_t messages = 0;
    uint64_t where = 0;  // a sum over its messages, the same for the same messages
  };
  LargeArray<Count> counts(corpus.features());
  for (size_t m = 0; m < messages; ++m) {
    const uint64_t here = mix(m + 1);
    for (const uint32_t number : corpus.message(m)) {
      ++counts[number].messages;
      counts[number].where += here;
    }
  }
  Dictionary dictionary;
  dictionary.options_ = options;
  std::vector<Slot> kept;
  std::vector<uint64_t> keys;
  std::unordered_map<uint64_t, uint32_t> row_of;
  row_of.reserve(counts.size() / 4);
  rows.assign(counts.size(), unknown);
  const double all = static_cast<double>(messages);
  for (uint32_t number = 0; number < counts.size(); ++number) {
    const Count& count = counts[number];
    const auto least = options.messages_min[static_cast<size_t>(corpus.block(number))];
    if (count.messages == 0 || count.messages < least) continue;
    const auto [row, fresh] = row_of.try_emplace(count.where, dictionary.row_count());
    keys.push_back(corpus.key(number));
    kept.push_back({static_cast<uint32_t>(keys.back() >> 32U), row->second});
    rows[number] = row->second;
    if (!fresh) continue;
    const double idf = steady_log((1 + all) / (1 + count.messages)) + 1;
    dictionary.values_.push_back(static_cast<float>(std::sqrt(idf)));
  }
  dictionary.rarest_ = static_cast<float>(steady_log(1 + all) + 1);
  size_t slots = 16;
  while (slots < kept.size() * 2) slots *= 2;
  dictionary.slots_.assign(slots, {});
  for (size_t i = 0; i < kept.size(); ++i) {
    size_t slot = keys[i] & (slots - 1);
    while (dictionary.slots_[slot].row != unknown) slot = (slot + 1) & (slots - 1);
    dictionary.slots_[slot] = kept[i];
  }
  return dictionary;
}

void Dictionary::append_to(BytesOut& out) const {
  out.value(options_);
  out.values(slots_);
  out.values(values_);
  out.value(rarest_);
}

bool Dictionary::take(BytesIn& in, Dictionary& dictionary) {
  const bool whole = in.value(dictionary.options_) && in.values(dictionary.slots_) &&
                     in.values(dictionary.values_) && in.value(dictionary.rarest_);
  if (!whole) return false;
  // `row_of` ends at an empty slot, so that there must be one; and a row must be one of ours.
  const std::vector<Slot>& slots = dictionary.slots_;
  bool free = slots.empty();
  for (const Slot& slot : slots) {
    free = free || slot.row == unknown;
    if (slot.row != unknown && slot.row >= dictionary.row_count()) return false;
  }
  return free && (slots.size() & (slots.size() - 1)) == 0;
}

uint32_t Dictionary::row_of(uint64_t key) const {
  const auto check = static_cast<uint32_t>(key >> 32U);
  const size_t mask = slots_.size() - 1;
  for (size_t slot = key & mask;; slot = (slot + 1) & mask) {
    const Slot& found = slots_[slot];
    if (found.row == unknown || found.check == check) return found.row;
  }
}

float Dictionary::features(std::span<const RawFeature> raw, std::vector<Feature>& out) const {
  out.clear();
  if (slots_.empty()) return 0;
  for (const RawFeature& feature : raw)
    __builtin_prefetch(&slots_[feature.key & (slots_.size() - 1)]);
  Squares squares;
  Seen seen(raw.size());
  std::vector<FeatureBlock> blocks;
  blocks.reserve(raw.size());
  out.reserve(raw.size());
  for (const RawFeature& feature : raw) {
    if (!seen.add(feature.key)) continue;
    const uint32_t row = row_of(feature.key);
    if (row == unknown) {
      squares.strange[static_cast<size_t>(feature.block)] += rarest_;
      continue;
    }
    squares.known[static_cast<size_t>(feature.block)] += values_[row] * values_[row];
    out.push_back({row, values_[row], feature.first, feature.last});
    blocks.push_back(feature.block);
  }
  const Scale scale = scale_of(squares, options_);
  for (size_t i = 0; i < out.size(); ++i) {
    out[i].value *= scale.factors[static_cast<size_t>(blocks[i])];
  }
  return scale.share;
}

CorpusRows::CorpusRows(const Lexicon& corpus, size_t messages, const FeatureOptions& options)
    : corpus_(corpus) {
  std::vector<uint32_t> rows;
  dictionary_ = Dictionary::build(corpus, messages, options, rows);
  places_.assign(dictionary_.row_count(), absent);
  known_.reserve(rows.size());
  for (uint32_t number = 0; number < rows.size(); ++number) {
    const uint32_t row = rows[number];
    const float value = row == Dictionary::unknown ? 0 : dictionary_.values_[row];
    known_.push_back({row, value, corpus.block(number)});
  }
}

float CorpusRows::read(size_t message, RowValues& out) {
  const std::span<const uint32_t> numbers = corpus_.message(message);
  Squares squares;
  for (const uint32_t number : numbers) {
    const Known& known = known_[number];
    const auto block = static_cast<size_t>(known.block);
    if (known.row == Dictionary::unknown) {
      squares.strange[block] += dictionary_.rarest_;
    } else {
      squares.known[block] += known.value * known.value;
    }
  }
  const Scale scale = scale_of(squares, dictionary_.options_);
  const size_t begin = out.size();
  for (const uint32_t number : numbers) {
    const Known& known = known_[number];
    if (known.row == Dictionary::unknown) continue;
    uint32_t& place = places_[known.row];
    if (place == absent) {
      place = static_cast<uint32_t>(out.size());
      out.push_back({known.row, 0});
    }
    out[place].value += known.value * scale.factors[static_cast<size_t>(known.block)];
  }
  for (size_t i = begin; i < out.size(); ++i) places_[out[i].row] = absent;
  return scale.share;
}

}  // namespace keel
