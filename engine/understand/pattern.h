#pragma once
// PatternSet: many patterns of `intents/README.md`, found in a message together. Not regular
// expressions: elements are whole words, gaps are bounded, and nothing matches across a sentence.
//
//   std::vector<Diagnostic> mistakes;
//   const WordLists lists = WordLists::build(content.lists, mistakes);
//   PatternSet::Builder builder(lists);
//   builder.add({"(want|need) to text {them}", path, span}, mistakes);  // pattern 0
//   const PatternSet patterns = std::move(builder).build();
//   for (const PatternMatch& match : patterns.find(text)) use(match.pattern, match.tokens);
//
// A message costs its length, plus a little for each pattern whose rarest word is in it: thousands
// of patterns are cheap as long as each has one word that is not in every message. Emoji between
// two words are looked through, so "i want 😭 to text him" fits the pattern above. Threads:
// immutable once built. Failure: a pattern with a mistake is told and left out; matching cannot
// fail.
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "text/text.h"
#include "understand/content_line.h"

namespace keel {

struct WordListContent {
  std::string name;
  std::vector<ContentLine> entries;  // patterns without lists
};

struct PatternNode;  // understand/pattern_parser.h

// The word lists that patterns may name as {list}. Each compiled once, shared by all patterns.
class WordLists {
 public:
  static WordLists build(std::span<const WordListContent> lists,
                         std::vector<Diagnostic>& diagnostics);

  // Null when there is no list of that name.
  const PatternNode* find(std::string_view name) const;
  // The list name nearest to a misspelt one, for a hint; empty when none is near.
  std::string nearest(std::string_view name) const;

  WordLists();
  WordLists(WordLists&&) noexcept;
  WordLists& operator=(WordLists&&) noexcept;
  ~WordLists();

 private:
  struct List;
  std::vector<List> lists_;
};

struct PatternMatch {
  uint32_t pattern = 0;  // in the order of `add`
  TokenRange tokens;
};

class PatternSet {
 public:
  class Builder {
   public:
    // `lists` must outlive the builder, not the set.
    explicit Builder(const WordLists& lists);
    ~Builder();
    Builder(Builder&&) noexcept;
    // The pattern's number, counted from 0; nothing when it has a mistake (which is then told) and
    // takes no number.
    std::optional<uint32_t> add(const ContentLine& line, std::vector<Diagnostic>& diagnostics);
    PatternSet build() &&;

   private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
  };

  // Every match, by pattern, then by place. One pattern's matches do not overlap; each begins as
  // far left and reaches as far right as it can.
  std::vector<PatternMatch> find(const Text& text) const;
  // The same of some patterns only; `wanted` has a place for each.
  std::vector<PatternMatch> find(const Text& text, const std::vector<bool>& wanted) const;
  uint32_t size() const;
  // Some pattern names this word, or a beginning of it.
  bool names(std::string_view word) const;

  PatternSet();
  PatternSet(PatternSet&&) noexcept;
  PatternSet& operator=(PatternSet&&) noexcept;
  ~PatternSet();

 private:
  struct Parts;
  std::vector<PatternMatch> find(const Text& text, const std::vector<bool>* wanted) const;
  explicit PatternSet(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

}  // namespace keel
