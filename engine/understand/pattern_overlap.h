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
#include <string>
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
  // Positions that name words, one of which every sentence goes through.
  using Cut = std::vector<uint32_t>;
  std::vector<Position> positions;
  std::vector<uint32_t> first;
  std::vector<Cut> cuts;
};

WordAutomaton automaton_of(const PatternNode& node);

// A shortest sentence that both take whole, all of it named by one of them: the other one may have
// gaps where the first has words, and not both by turns ("write left me letter" is no sentence).
// Nothing: there is none.
std::optional<std::string> common_sentence(const WordAutomaton& a, const WordAutomaton& b);

}  // namespace keel
