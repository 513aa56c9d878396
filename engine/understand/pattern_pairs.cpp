#include "understand/pattern_pairs.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <string_view>

namespace keel {
namespace {

using Position = WordAutomaton::Position;
using Cut = WordAutomaton::Cut;
using Numbers = std::vector<uint32_t>;
using ByWord = std::map<std::string, Numbers, std::less<>>;

// The patterns by the words that they name anywhere.
class Speakers {
 public:
  void add(const WordAutomaton& automaton, uint32_t number) {
    for (const Position& position : automaton.positions) {
      for (const std::string& word : position.words) note(words_[word], number);
      for (const std::string& prefix : position.prefixes) note(prefixes_[prefix], number);
    }
  }

  // Those that name a word, or the beginning of one, which this position takes. Some come twice.
  Numbers of(const Position& position) const {
    Numbers found;
    for (const std::string& word : position.words) {
      take(words_, word, found);
      take_beginnings(word, found);
    }
    for (const std::string& prefix : position.prefixes) {
      take_all(words_, prefix, found);
      take_all(prefixes_, prefix, found);
      take_beginnings(prefix, found);
    }
    return found;
  }

 private:
  static void note(Numbers& numbers, uint32_t number) {
    if (numbers.empty() || numbers.back() != number) numbers.push_back(number);
  }

  static void take(const ByWord& from, std::string_view word, Numbers& found) {
    const auto at = from.find(word);
    if (at != from.end()) found.insert(found.end(), at->second.begin(), at->second.end());
  }

  static void take_all(const ByWord& from, std::string_view prefix, Numbers& found) {
    for (auto at = from.lower_bound(prefix); at != from.end() && at->first.starts_with(prefix);
         ++at) {
      found.insert(found.end(), at->second.begin(), at->second.end());
    }
  }

  void take_beginnings(std::string_view word, Numbers& found) const {
    for (size_t length = 1; length <= word.size(); ++length)
      take(prefixes_, word.substr(0, length), found);
  }

  ByWord words_;
  ByWord prefixes_;
};

// Those who could say what the pattern cannot do without, by the cut that has the fewest of them;
// `everyone` where it can do without any word.
Numbers partners_of(const WordAutomaton& automaton, const Speakers& speakers,
                    const Numbers& everyone) {
  if (automaton.cuts.empty()) return everyone;
  Numbers fewest;
  for (const Cut& cut : automaton.cuts) {
    Numbers found;
    for (const uint32_t position : cut) {
      const Numbers some = speakers.of(automaton.positions[position]);
      found.insert(found.end(), some.begin(), some.end());
    }
    if (&cut == &automaton.cuts.front() || found.size() < fewest.size()) fewest = std::move(found);
  }
  return fewest;
}

}  // namespace

std::vector<std::pair<uint32_t, uint32_t>> pairs_to_compare(std::span<const WordAutomaton> automata,
                                                            std::span<const uint32_t> groups) {
  Speakers speakers;
  for (uint32_t i = 0; i < automata.size(); ++i) speakers.add(automata[i], i);
  Numbers everyone(automata.size());
  std::iota(everyone.begin(), everyone.end(), 0U);
  std::vector<std::pair<uint32_t, uint32_t>> pairs;
  for (uint32_t i = 0; i < automata.size(); ++i) {
    for (const uint32_t other : partners_of(automata[i], speakers, everyone)) {
      if (other != i && groups[other] != groups[i])
        pairs.emplace_back(std::min(i, other), std::max(i, other));
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace keel
