#pragma once
// The pattern language, read into a tree. Not for matching: that is `pattern.h`. Literal words are
// folded as messages are, so "DON’T" in a pattern and "dont" in a message are one word.
// Threads: pure functions. Failure: mistakes are told as diagnostics K201 to K206.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "understand/content_line.h"

namespace keel {

class WordLists;

struct PatternNode {
  enum class Kind : uint8_t {
    word,      // `word`, folded
    prefix,    // every word that begins with `word`
    any,       // one word
    gap,       // up to `count` words
    start,     // of the sentence
    end,       // of the sentence
    sequence,  // all of `children`, in order
    choice,    // one of `children`
    optional,  // the only child, or nothing
  };
  Kind kind = Kind::sequence;
  uint32_t count = 0;
  std::string word;
  std::vector<PatternNode> children;
};

constexpr uint32_t pattern_gap_default = 3;
constexpr uint32_t pattern_gap_max = 12;

// `lists` null: a list entry, where {names} are a mistake.
std::optional<PatternNode> parse_pattern(const ContentLine& line, const WordLists* lists,
                                         std::vector<Diagnostic>& diagnostics);

}  // namespace keel
