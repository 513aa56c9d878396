#pragma once
// WordTable: words and a number for each. Built once, then read for every word of every message:
// an open table in two pieces of memory, and words one letter shorter are looked up without being
// written down.
//
//   WordTable table;
//   table.add("kill", 7);
//   table.find("kill") == 7; ShorterHashes("kiill").without(1) finds it too
//
// Threads: immutable once built. Failure: none.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keel {

// Grows with the letters (bytes) of a word, so that its beginnings are known on the way.
class WordHash {
 public:
  WordHash() = default;
  explicit WordHash(std::string_view word) {
    for (const char letter : word) add(letter);
  }
  void add(char letter) { value_ = value_ * base + static_cast<unsigned char>(letter) + 1; }
  uint64_t value() const { return value_; }

 private:
  friend class ShorterHashes;
  static constexpr uint64_t base = 0x9e3779b97f4a7c15ULL;
  explicit WordHash(uint64_t value) : value_(value) {}

  uint64_t value_ = 0;
};

// A word without one of its letters.
class ShorterHashes {
 public:
  static constexpr size_t letters_max = 24;

  // `word` must have at most `letters_max` letters.
  explicit ShorterHashes(std::string_view word);
  WordHash without(size_t letter) const;

 private:
  size_t size_;
  std::array<uint64_t, letters_max + 1> before_;  // of the letters before each place
};

class WordTable {
 public:
  // The first number of a word stays. False: it had one.
  bool add(std::string_view word, uint32_t number);
  std::optional<uint32_t> find(std::string_view word) const { return find(WordHash(word), word); }
  // `hash`: of the word.
  std::optional<uint32_t> find(WordHash hash, std::string_view word) const;
  // `hash`: of `word` without its letter `letter`.
  std::optional<uint32_t> find_without(WordHash hash, std::string_view word, size_t letter) const;
  bool has(std::string_view word) const { return find(word).has_value(); }
  size_t size() const { return words_.size(); }

 private:
  struct Word {
    uint32_t begin = 0;  // in `letters_`
    uint32_t end = 0;
    uint32_t number = 0;
  };
  struct Slot {
    uint32_t check = 0;
    uint32_t word = 0;  // counted from 1; 0: empty
  };
  void grow();
  void place(WordHash hash, uint32_t word);
  std::string_view letters(const Word& word) const {
    return std::string_view(letters_).substr(word.begin, word.end - word.begin);
  }
  template <class Same>
  std::optional<uint32_t> look(WordHash hash, const Same& same) const;

  std::string letters_;
  std::vector<Word> words_;
  std::vector<Slot> slots_;  // a power of two
};

}  // namespace keel
