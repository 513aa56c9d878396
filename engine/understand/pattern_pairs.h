#pragma once
// Which of many patterns are worth comparing: those where one could say the words that the other
// cannot do without. A set of patterns about many things has few such pairs, so that comparing
// them grows with the set and not with its square.
//
//   for (const auto& [a, b] : pairs_to_compare(automata, groups)) ...common_sentence(...)
//
// Threads: pure. Time: words times the patterns that share a cut's words.
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "understand/pattern_overlap.h"

namespace keel {

// Every pair that has a common_sentence, and some that have none; each once, the lower number
// first, sorted. `groups`, one for each automaton: patterns of one group are not compared.
std::vector<std::pair<uint32_t, uint32_t>> pairs_to_compare(std::span<const WordAutomaton> automata,
                                                            std::span<const uint32_t> groups);

}  // namespace keel
