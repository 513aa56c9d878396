#include "understand/features.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/hash.h"
#include "understand/stem.h"

namespace keel {
namespace {

constexpr size_t letters_max = 5;  // in one piece of a word

// By block and kind, so that features of two kinds never have one key.
constexpr auto salts = [] {
  std::array<std::array<uint64_t, letters_max + 1>, feature_block_count> all = {};
  for (size_t block = 0; block < all.size(); ++block) {
    for (size_t kind = 0; kind < all[block].size(); ++kind)
      all[block][kind] = mix(block * 16 + kind + 1);
  }
  return all;
}();

uint64_t joined(uint64_t a, uint64_t b) {
  return mix(a * 0x9e3779b97f4a7c15ULL ^ b);
}

struct Word {
  uint64_t word = 0;
  uint64_t stem = 0;
  std::string_view letters;  // empty for a word of one
  uint16_t token = 0;
};

struct Contraction {
  std::string_view written;
  std::string_view first;
  std::string_view second;
};

// Written without their apostrophe these are still two words. Sorted.
constexpr Contraction contractions[] = {{"aint", "is", "not"},       {"arent", "are", "not"},
                                        {"cannot", "can", "not"},    {"cant", "can", "not"},
                                        {"couldnt", "could", "not"}, {"didnt", "did", "not"},
                                        {"doesnt", "does", "not"},   {"dont", "do", "not"},
                                        {"gonna", "going", "to"},    {"gotta", "got", "to"},
                                        {"hadnt", "had", "not"},     {"hasnt", "has", "not"},
                                        {"havent", "have", "not"},   {"hes", "he", "s"},
                                        {"hows", "how", "s"},        {"im", "i", "am"},
                                        {"isnt", "is", "not"},       {"itll", "it", "will"},
                                        {"ive", "i", "have"},        {"lets", "let", "s"},
                                        {"shes", "she", "s"},        {"shouldnt", "should", "not"},
                                        {"thats", "that", "s"},      {"theres", "there", "s"},
                                        {"theyd", "they", "would"},  {"theyll", "they", "will"},
                                        {"theyre", "they", "are"},   {"theyve", "they", "have"},
                                        {"wanna", "want", "to"},     {"wasnt", "was", "not"},
                                        {"werent", "were", "not"},   {"weve", "we", "have"},
                                        {"whats", "what", "s"},      {"wheres", "where", "s"},
                                        {"whos", "who", "s"},        {"wont", "will", "not"},
                                        {"wouldnt", "would", "not"}, {"youd", "you", "would"},
                                        {"youll", "you", "will"},    {"youre", "you", "are"},
                                        {"youve", "you", "have"}};
static_assert(std::ranges::is_sorted(contractions, {}, &Contraction::written));

class Reader {
 public:
  Reader(const Text& text, std::vector<FeatureWord>& words) : text_(text), words_(words) {}

  void run() {
    const uint32_t count = std::min(text_.size(), feature_tokens_max);
    for (uint32_t token = 0; token < count; ++token) {
      read(token);
      if (asks_after(token)) add("?", token);
    }
  }

 private:
  void add(std::string_view word, uint32_t token) {
    words_.push_back({word, static_cast<uint16_t>(token)});
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
    const auto* found = std::ranges::lower_bound(contractions, word, {}, &Contraction::written);
    return found != std::end(contractions) && found->written == word ? found : nullptr;
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
  std::vector<FeatureWord>& words_;
};

Word hashed(const Text& text, const FeatureWord& word) {
  const std::string_view folded = word.folded;
  const bool plain = text.tokens()[word.token].kind == TokenKind::word && folded.size() > 3;
  const uint64_t hash = hash_of(folded);
  return {hash, plain ? hash_of(stem_of(folded)) : hash,
          folded.size() > 1 ? folded : std::string_view{}, word.token};
}

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

  void run() {
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

  void put(FeatureBlock block, size_t kind, uint64_t hash, uint32_t first, uint32_t last) {
    const uint64_t key = joined(salts[static_cast<size_t>(block)][kind], hash);
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
      for (size_t length = 1; length <= letters_max && begin + length <= size; ++length) {
        hash = (hash ^ static_cast<unsigned char>(at(begin + length - 1))) * 0x100000001b3ULL;
        if (length >= 2) put(FeatureBlock::letters, length, hash, index, index);
      }
    }
  }

  std::span<const Word> words_;
  std::vector<RawFeature>& out_;
};

}  // namespace

void feature_words(const Text& text, std::vector<FeatureWord>& out) {
  out.clear();
  out.reserve(text.size() + 8);
  Reader(text, out).run();
}

void raw_features(const Text& text, std::vector<RawFeature>& out) {
  out.clear();
  std::vector<FeatureWord> read;
  feature_words(text, read);
  std::vector<Word> words;
  words.reserve(read.size());
  for (const FeatureWord& word : read) words.push_back(hashed(text, word));
  Writer(words, out).run();
}

}  // namespace keel
