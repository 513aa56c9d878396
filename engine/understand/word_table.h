#pragma once
// WordTable: words and a number for each. Built once, then read for every word of every message:
// an open table in two pieces of memory, and words one letter shorter are looked up without being
// written down.
//
//   WordTable table;
//   table.add("kill", 7);
//   table.find("kill") == 7; WordHash("kiill").without(1) finds it too
//
// Threads: immutable once built. Failure: none.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keel {

// A word as it is looked up: whole, or without one of its letters (bytes).
class WordHash {
 public:
  static constexpr size_t letters_max = 24;  // of words that are looked up without a letter

  // `word` must outlive this and have at most `letters_max` letters.
  explicit WordHash(std::string_view word);
  uint64_t whole() const { return before_[word_.size()]; }
  uint64_t without(size_t letter) const;
  static uint64_t of(std::string_view word);

 private:
  std::string_view word_;
  std::array<uint64_t, letters_max + 1> before_;  // of the letters before each place
};

class WordTable {
 public:
  // The first number of a word stays. False: it had one.
  bool add(std::string_view word, uint32_t number);
  std::optional<uint32_t> find(std::string_view word) const { return at(WordHash::of(word), word); }
  // `hash`: of `word` without its letter `letter`.
  std::optional<uint32_t> find_without(uint64_t hash, std::string_view word, size_t letter) const;
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
  void place(uint64_t hash, uint32_t word);
  std::string_view letters(const Word& word) const {
    return std::string_view(letters_).substr(word.begin, word.end - word.begin);
  }
  template <class Same>
  std::optional<uint32_t> look(uint64_t hash, const Same& same) const;
  std::optional<uint32_t> at(uint64_t hash, std::string_view word) const;

  std::string letters_;
  std::vector<Word> words_;
  std::vector<Slot> slots_;  // a power of two
};

}  // namespace keel
