#include "understand/features.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/hash.h"
#include "understand/steady_math.h"
#include "understand/stem.h"

namespace keel {
namespace {

constexpr uint64_t salt_of(FeatureBlock block, uint64_t kind) {
  return mix(static_cast<uint64_t>(block) * 16 + kind + 1);
}

uint64_t joined(uint64_t a, uint64_t b) {
  return mix(a * 0x9e3779b97f4a7c15ULL ^ b);
}

struct Word {
  uint64_t word = 0;
  uint64_t stem = 0;
  std::string_view letters;
  uint16_t token = 0;
};

struct Contraction {
  std::string_view written;
  std::string_view first;
  std::string_view second;
};

// Written without their apostrophe these are still two words.
constexpr Contraction contractions[] = {
    {"dont", "do", "not"},       {"cant", "can", "not"},      {"wont", "will", "not"},
    {"didnt", "did", "not"},     {"doesnt", "does", "not"},   {"isnt", "is", "not"},
    {"wasnt", "was", "not"},     {"arent", "are", "not"},     {"werent", "were", "not"},
    {"havent", "have", "not"},   {"hasnt", "has", "not"},     {"hadnt", "had", "not"},
    {"wouldnt", "would", "not"}, {"couldnt", "could", "not"}, {"shouldnt", "should", "not"},
    {"aint", "is", "not"},       {"im", "i", "am"},           {"ive", "i", "have"},
    {"youre", "you", "are"},     {"youve", "you", "have"},    {"theyre", "they", "are"},
    {"theyve", "they", "have"},  {"weve", "we", "have"},      {"hes", "he", "s"},
    {"shes", "she", "s"},        {"whats", "what", "s"},      {"thats", "that", "s"},
    {"theres", "there", "s"},    {"wheres", "where", "s"},    {"hows", "how", "s"},
    {"whos", "who", "s"},        {"lets", "let", "s"},        {"theyll", "they", "will"},
    {"youll", "you", "will"},    {"itll", "it", "will"},      {"youd", "you", "would"},
    {"theyd", "they", "would"},  {"cannot", "can", "not"},    {"gonna", "going", "to"},
    {"wanna", "want", "to"},     {"gotta", "got", "to"}};

class Reader {
 public:
  Reader(const Text& text, std::vector<Word>& words) : text_(text), words_(words) {}

  void run() {
    const uint32_t count = std::min(text_.size(), feature_tokens_max);
    for (uint32_t token = 0; token < count; ++token) {
      read(token);
      if (asks_after(token)) add("?", token);
    }
  }

 private:
  void add(std::string_view word, uint32_t token) {
    const uint64_t hash = hash_of(word);
    const bool plain = text_.tokens()[token].kind == TokenKind::word && word.size() > 3;
    words_.push_back({hash, plain ? hash_of(stem_of(word)) : hash,
                      word.size() > 1 ? word : std::string_view{}, static_cast<uint16_t>(token)});
  }

  void read(uint32_t token) {
    const std::string_view word = text_.word(token);
    if (const Contraction* known = contraction_of(word)) {
      add(known->first, token);
      add(known->second, token);
      return;
    }
    const auto [stem, ending] = apostrophe_of(token);
    if (ending.empty()) return add(word, token);
    add(stem, token);
    add(ending, token);
  }

  static const Contraction* contraction_of(std::string_view word) {
    if (word.size() < 2 || word.size() > 8) return nullptr;
    for (const Contraction& row : contractions) {
      if (row.written == word) return &row;
    }
    return nullptr;
  }

  // "he'd" -> "he", "would"; the apostrophe is only in what was typed.
  struct Split {
    std::string_view stem;
    std::string_view ending;
  };
  Split apostrophe_of(uint32_t token) const {
    const std::string_view word = text_.word(token);
    const std::string_view typed = text_.words({token, token + 1});
    if (typed.size() == word.size()) return {};
    struct Ending {
      std::string_view written;
      std::string_view said;
    };
    constexpr Ending endings[] = {{"ll", "will"}, {"re", "are"}, {"ve", "have"},
                                  {"d", "would"}, {"m", "am"},   {"s", "s"}};
    for (const Ending& ending : endings) {
      if (word.size() <= ending.written.size() || !word.ends_with(ending.written)) continue;
      const size_t at = typed.size() - ending.written.size();
      const bool marked = typed[at - 1] == '\'' || typed[at - 1] == '`' ||
                          static_cast<unsigned char>(typed[at - 1]) >= 0x80;
      if (marked) return {word.substr(0, word.size() - ending.written.size()), ending.said};
    }
    return {};
  }

  bool asks_after(uint32_t token) const {
    const uint32_t begin = text_.tokens()[token].source.end;
    const uint32_t end = token + 1 < text_.size() ? text_.tokens()[token + 1].source.begin
                                                  : static_cast<uint32_t>(text_.source().size());
    return std::string_view(text_.source()).substr(begin, end - begin).find('?') !=
           std::string_view::npos;
  }

  const Text& text_;
  std::vector<Word>& words_;
};

uint64_t shape_of(std::string_view word) {
  uint64_t hash = hash_seed;
  bool digits = false;
  bool any = false;
  for (const char c : word) {
    const bool digit = c >= '0' && c <= '9';
    any = any || digit;
    if (!digit || !digits) hash = hash_of(digit ? "0" : std::string_view(&c, 1), hash);
    digits = digit;
  }
  return any ? hash : 0;
}

class Writer {
 public:
  Writer(std::span<const Word> words, std::vector<RawFeature>& out) : words_(words), out_(out) {}

  void run(uint32_t pair_gap_max) {
    const auto count = static_cast<uint32_t>(words_.size());
    for (uint32_t i = 0; i < count; ++i) {
      const Word& word = words_[i];
      put(FeatureBlock::word, 0, word.word, i, i);
      if (const uint64_t shape = shape_of(word.letters)) put(FeatureBlock::word, 1, shape, i, i);
      put(FeatureBlock::stem, 0, word.stem, i, i);
      letters(i);
    }
    for (uint32_t i = 0; i <= count && count > 0; ++i) {
      const uint32_t left = i == 0 ? 0 : i - 1;
      const uint32_t right = i == count ? count - 1 : i;
      const uint64_t a = i == 0 ? boundary : words_[left].word;
      const uint64_t b = i == count ? boundary : words_[right].word;
      put(FeatureBlock::run, 0, joined(a, b), left, right);
      const uint64_t stem_a = i == 0 ? boundary : words_[left].stem;
      const uint64_t stem_b = i == count ? boundary : words_[right].stem;
      put(FeatureBlock::stem, 1, joined(stem_a, stem_b), left, right);
      if (i + 1 > count) continue;
      const uint32_t third = i + 1 == count ? count - 1 : i + 1;
      const uint64_t c = i + 1 == count ? boundary : words_[third].word;
      put(FeatureBlock::run, 1, joined(joined(a, b), c), left, third);
    }
    for (uint32_t i = 0; i < count; ++i) {
      for (uint32_t j = i + 2; j <= i + 1 + pair_gap_max && j < count; ++j) {
        put(FeatureBlock::pair, 0, joined(words_[i].stem, words_[j].stem), i, j);
      }
    }
  }

 private:
  static constexpr uint64_t boundary = 0x6b65656cULL;

  void put(FeatureBlock block, uint64_t kind, uint64_t hash, uint32_t first, uint32_t last) {
    const uint64_t key = joined(salt_of(block, kind), hash);
    out_.push_back({key == 0 ? 1 : key, words_[first].token,
                    static_cast<uint16_t>(words_[last].token + 1), block});
  }

  // Pieces of "_word_", 2 to 5 bytes long.
  void letters(uint32_t index) {
    const std::string_view word = words_[index].letters;
    if (word.empty()) return;
    const size_t size = std::min<size_t>(word.size(), 24) + 2;
    const auto at = [&](size_t i) { return i == 0 || i + 1 == size ? '_' : word[i - 1]; };
    for (size_t begin = 0; begin + 1 < size; ++begin) {
      uint64_t hash = hash_seed;
      for (size_t length = 1; length <= 5 && begin + length <= size; ++length) {
        hash = (hash ^ static_cast<unsigned char>(at(begin + length - 1))) * 0x100000001b3ULL;
        if (length >= 2) put(FeatureBlock::letters, length, hash, index, index);
      }
    }
  }

  std::span<const Word> words_;
  std::vector<RawFeature>& out_;
};

constexpr uint32_t unknown = UINT32_MAX;

}  // namespace

void raw_features(const Text& text, uint32_t pair_gap_max, std::vector<RawFeature>& out) {
  out.clear();
  std::vector<Word> words;
  words.reserve(text.size() + 8);
  Reader(text, words).run();
  Writer(words, out).run(pair_gap_max);
}

Dictionary Dictionary::build(std::span<const std::vector<RawFeature>> messages,
                             const FeatureOptions& options) {
  struct Count {
    uint64_t key = 0;
    uint32_t messages = 0;  // 0: the slot is free
    uint32_t last = 0;
    uint64_t where = 0;  // a sum over its messages, the same for the same messages
  };
  size_t raws = 0;
  for (const std::vector<RawFeature>& message : messages) raws += message.size();
  size_t places = 16;
  while (places < raws * 2) places *= 2;
  std::vector<Count> counts(places);
  struct Seen {
    size_t place = 0;
    FeatureBlock block = FeatureBlock::word;
  };
  std::vector<Seen> order;  // of first sight
  for (uint32_t m = 0; m < messages.size(); ++m) {
    for (const RawFeature& raw : messages[m]) {
      size_t place = raw.key & (places - 1);
      while (counts[place].messages != 0 && counts[place].key != raw.key)
        place = (place + 1) & (places - 1);
      Count& count = counts[place];
      if (count.messages == 0) {
        count.key = raw.key;
        order.push_back({place, raw.block});
      } else if (count.last == m) {
        continue;
      }
      count.last = m;
      ++count.messages;
      count.where += mix(m + 1);
    }
  }
  Dictionary dictionary;
  dictionary.options_ = options;
  std::vector<uint64_t> kept;
  std::vector<uint32_t> rows;
  std::unordered_map<uint64_t, uint32_t> row_of;
  const double all = static_cast<double>(messages.size());
  for (const Seen& seen : order) {
    const Count& count = counts[seen.place];
    if (count.messages < options.messages_min[static_cast<size_t>(seen.block)]) continue;
    kept.push_back(count.key);
    const auto [row, fresh] = row_of.try_emplace(count.where, static_cast<uint32_t>(row_of.size()));
    rows.push_back(row->second);
    if (!fresh) continue;
    const double idf = steady_log((1 + all) / (1 + count.messages)) + 1;
    dictionary.values_.push_back(static_cast<float>(std::sqrt(idf)));
  }
  dictionary.rarest_ = static_cast<float>(steady_log(1 + all) + 1);
  size_t slots = 16;
  while (slots < kept.size() * 2) slots *= 2;
  dictionary.slots_.assign(slots, {});
  for (size_t i = 0; i < kept.size(); ++i) {
    size_t slot = kept[i] & (slots - 1);
    while (dictionary.slots_[slot].row != unknown) slot = (slot + 1) & (slots - 1);
    dictionary.slots_[slot] = {static_cast<uint32_t>(kept[i] >> 32U), rows[i]};
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
  // `find` ends at an empty slot, so that there must be one; and a row must be one of ours.
  const std::vector<Slot>& slots = dictionary.slots_;
  bool free = slots.empty();
  for (const Slot& slot : slots) {
    free = free || slot.row == unknown;
    if (slot.row != unknown && slot.row >= dictionary.rows()) return false;
  }
  return free && (slots.size() & (slots.size() - 1)) == 0;
}

size_t Dictionary::find(uint64_t key) const {
  const auto check = static_cast<uint32_t>(key >> 32U);
  const size_t mask = slots_.size() - 1;
  for (size_t slot = key & mask;; slot = (slot + 1) & mask) {
    const Slot& found = slots_[slot];
    if (found.row == unknown || found.check == check) return slot;
  }
}

float Dictionary::features(std::span<const RawFeature> raw, std::vector<Feature>& out) const {
  out.clear();
  if (slots_.empty()) return 0;
  struct Known {
    Feature feature;
    FeatureBlock block;
  };
  std::vector<Known> known;
  std::array<float, feature_block_count> strange{};  // the squares of what it does not know
  known.reserve(raw.size());
  // Slots already seen in this message, so that each feature counts once.
  size_t seen_size = 64;
  while (seen_size < raw.size() * 2) seen_size *= 2;
  std::vector<uint32_t> seen(seen_size, unknown);
#if defined(__GNUC__)
  for (const RawFeature& feature : raw) {
    __builtin_prefetch(&slots_[feature.key & (slots_.size() - 1)]);
  }
#endif
  for (const RawFeature& feature : raw) {
    const auto at = static_cast<uint32_t>(find(feature.key));
    const uint32_t row = slots_[at].row;
    if (row == unknown) {
      strange[static_cast<size_t>(feature.block)] += rarest_;
      continue;
    }
    size_t slot = (at * 2654435769U) & (seen_size - 1);
    while (seen[slot] != unknown && seen[slot] != at) slot = (slot + 1) & (seen_size - 1);
    if (seen[slot] == at) continue;
    seen[slot] = at;
    known.push_back({{row, values_[row], feature.first, feature.last}, feature.block});
  }
  std::array<float, feature_block_count> squares{};
  for (const Known& item : known) {
    squares[static_cast<size_t>(item.block)] += item.feature.value * item.feature.value;
  }
  std::array<float, feature_block_count> factors{};
  float heard = 0;
  float all = 0;
  for (size_t block = 0; block < feature_block_count; ++block) {
    const float weight = options_.weights[block];
    if (squares[block] > 0) factors[block] = weight / std::sqrt(squares[block]);
    if (squares[block] + strange[block] <= 0) continue;
    heard += weight * std::sqrt(squares[block] / (squares[block] + strange[block]));
    all += weight;
  }
  for (Known& item : known) {
    item.feature.value *= factors[static_cast<size_t>(item.block)];
    out.push_back(item.feature);
  }
  return all > 0 ? heard / all : 0;
}

}  // namespace keel
