#pragma once
// One pattern as a small automaton over words: each word of the pattern is a position, and a set of
// positions is a few machine words. Not for finding candidates: that is `pattern.cpp`.
// Source: V. M. Glushkov, "The abstract theory of automata" (1961); the bit-parallel run follows
// G. Navarro and M. Raffinot, "Flexible Pattern Matching in Strings" (2002), chapter 5.
// Threads: immutable once built.
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "understand/pattern_parser.h"
#include "understand/word_table.h"

namespace keel {

using Symbol = uint32_t;  // one literal word or one prefix of the whole set
constexpr Symbol sentence_start = 0;
constexpr Symbol sentence_end = 1;

constexpr uint32_t pattern_positions_max = 256;
constexpr uint32_t emoji_looked_through_max = 8;  // in one match

// The words and prefixes that occur in any pattern of a set.
class SymbolTable {
 public:
  Symbol of_word(std::string_view word);
  Symbol of_prefix(std::string_view prefix);
  // Appends the symbols that `word` of a message stands for.
  void find(std::string_view word, std::vector<Symbol>& out) const;
  uint32_t size() const { return next_; }

 private:
  WordTable words_;
  WordTable prefixes_;
  size_t prefix_bytes_min_ = 0;
  size_t prefix_bytes_max_ = 0;
  Symbol next_ = 2;
};

// Words one of which stands in every match, and how far from the match's beginning.
struct PatternKey {
  std::vector<Symbol> symbols;
  uint32_t cost = 0;  // low: these words are rare
  uint32_t before_min = 0;
  uint32_t before_max = 0;
};

// One bit of 256 for a symbol: two sets of symbols whose traces share no bit share no symbol.
struct Trace {
  std::array<uint64_t, 4> bits{};
  bool any = false;  // every symbol, and none

  void add(Symbol symbol) { bits[symbol / 64 % 4] |= 1ULL << (symbol % 64); }
  bool meets(const Trace& other) const {
    return any || ((bits[0] & other.bits[0]) | (bits[1] & other.bits[1]) |
                   (bits[2] & other.bits[2]) | (bits[3] & other.bits[3])) != 0;
  }
};

struct PatternProgram {
  struct Arc {
    Symbol symbol = 0;
    uint32_t row = 0;  // into `masks`
  };
  uint32_t stride = 1;    // machine words per set of positions
  std::vector<Arc> arcs;  // sorted by symbol: which positions a symbol fits
  std::vector<uint64_t> masks;
  std::vector<uint64_t> follow;  // one row per position
  std::array<uint64_t, 4> first{};
  std::array<uint64_t, 4> last{};
  std::array<uint64_t, 4> any{};
};

// Of the symbols that a match may begin with, and of those that may come second.
struct PatternStart {
  Trace first;
  Trace second;
};

// One word of a sentence, or its start or end.
struct PatternSlot {
  uint32_t symbol_begin = 0;  // into the sentence's symbols
  uint32_t symbol_end = 0;
  uint32_t token = 0;
  bool sentinel = false;     // start or end: no `_` and no gap stands for it
  bool transparent = false;  // an emoji: may be looked through
  Trace trace{};             // of its symbols
};

// Nothing when the pattern has too many positions, can match nothing at all or has no word in it.
struct CompiledPattern {
  PatternProgram program;
  PatternStart start;
  PatternKey key;
};
enum class PatternFault : uint8_t { none, too_large, no_word };
PatternFault compile_pattern(const PatternNode& node, SymbolTable& symbols, CompiledPattern& out);

// The end (exclusive) of the longest match that begins at slot `begin`; 0 when there is none.
uint32_t run_pattern(const PatternProgram& program, std::span<const PatternSlot> slots,
                     std::span<const Symbol> symbols, uint32_t begin);

}  // namespace keel
