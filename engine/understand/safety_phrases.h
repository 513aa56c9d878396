#pragma once
// SafetyPhrases: patterns built of phrases. A phrase ({want}, {end-self}) has more wordings than
// one pattern can hold, so each of its entries is found by itself and a rule's pattern is a chain
// of what was found: "{want} ...2 {end-self}". Not for meaning: that is `safety_reader.h`.
//
//   SafetyPhrases::Builder builder(language.phrases, diagnostics);
//   const uint32_t chain = *builder.add({"{want} ...2 {end-self}", path, span}, diagnostics);
//   const SafetyPhrases phrases = std::move(builder).build();
//   for (const SafetyPhrases::Match& match : phrases.find(text)) use(match.chain, match.tokens);
//
// Threads: immutable once built. Failure: a pattern with a mistake is told and takes no number.
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "text/text.h"
#include "understand/pattern.h"
#include "understand/safety_content.h"

namespace keel {

class SafetyPhrases {
 public:
  struct Match {
    uint32_t chain = 0;
    TokenRange tokens;
    uint32_t sentence = 0;
  };

  class Builder {
   public:
    // `phrases` must outlive the builder. Those that no chain names are not read.
    explicit Builder(std::span<const SafetyPhrase> phrases);
    std::optional<uint32_t> add(const ContentLine& line, std::vector<Diagnostic>& diagnostics);
    SafetyPhrases build() &&;

   private:
    static void place(const ContentLine& line, size_t from, std::vector<Diagnostic>& diagnostics);
    std::optional<uint32_t> phrase_slot(std::string_view name,
                                        std::vector<Diagnostic>& diagnostics);
    std::optional<uint32_t> add_slot(const ContentLine& line, std::vector<Diagnostic>& diagnostics);

    std::span<const SafetyPhrase> phrases_;
    WordLists lists_;
    PatternSet::Builder patterns_;
    std::vector<uint32_t> slot_of_pattern_;
    std::unordered_map<std::string, uint32_t> phrase_slots_;
    uint32_t slots_ = 0;
    friend class SafetyPhrases;
    struct Step {
      uint32_t slot = 0;
      uint32_t gap = 0;  // words that may stand before it
    };
    std::vector<std::vector<Step>> chains_;
  };

  // Which patterns some chains are made of: to look for no others.
  using Wanted = std::vector<bool>;
  void want(uint32_t chain, Wanted& wanted) const;

  // By chain, then by place; the matches of one chain may overlap.
  std::vector<Match> find(const Text& text) const;
  // All matches of the wanted chains, and perhaps some of others.
  std::vector<Match> find(const Text& text, const Wanted& wanted) const;
  uint32_t size() const { return static_cast<uint32_t>(chains_.size()); }
  bool names(std::string_view word) const { return patterns_.names(word); }

 private:
  using Step = Builder::Step;
  struct Found {
    uint32_t slot = 0;
    TokenRange tokens;
  };

  std::vector<Match> chained(const Text& text, std::span<const PatternMatch> patterns) const;
  std::optional<uint32_t> last_of(const std::vector<Step>& chain, const std::vector<Found>& found,
                                  uint32_t begin, uint32_t sentence_last) const;

  PatternSet patterns_;
  std::vector<uint32_t> slot_of_pattern_;
  std::vector<std::vector<uint32_t>> patterns_of_slot_;
  std::vector<std::vector<Step>> chains_;
  std::vector<std::vector<uint32_t>> chains_by_slot_;  // by the slot of a chain's last step
};

}  // namespace keel
