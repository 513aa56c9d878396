#pragma once
// Is there a sentence that two patterns both take, from its first word to its last? The product of
// their two word automata, searched breadth first, so that the sentence found is a shortest one.
//
//   const WordAutomaton text = automaton_of(*parse_pattern(a, &lists, mistakes));
//   if (const auto sentence = common_sentence(text, call)) tell(*sentence);  // "i want to text
//   him"
//
// Emoji are left out: patterns look through them. Source: Rabin and Scott, "Finite automata and
// their decision problems" (1959), over the position automata of pattern_program.h. Threads: pure.
// Time: at most the product of the patterns' positions.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "understand/pattern_parser.h"

namespace keel {

struct WordAutomaton {
  struct Position {
    enum class Kind : uint8_t { words, any, start, end };
    Kind kind = Kind::words;
    std::vector<std::string> words;     // sorted
    std::vector<std::string> prefixes;  // sorted
    std::vector<uint32_t> follow;
    bool last = false;
  };
  std::vector<Position> positions;
  std::vector<uint32_t> first;
};

WordAutomaton automaton_of(const PatternNode& node);

// A shortest sentence that both take whole, all of it named by one of them: the other one may have
// gaps where the first has words, and not both by turns ("write left me letter" is no sentence).
// Nothing: there is none.
std::optional<std::string> common_sentence(const WordAutomaton& a, const WordAutomaton& b);

// Pairs that may have a sentence in common, found by their first words, each once with the lower
// number first. `groups`: patterns of one group are not compared.
std::vector<std::pair<uint32_t, uint32_t>> pairs_to_compare(std::span<const WordAutomaton> automata,
                                                            std::span<const uint32_t> groups);

}  // namespace keel
