#pragma once
// SafetyUnmask: reads words that were hidden or misspelt ("k!ll", "s u i c i d e", "su1cide",
// "mysef") as the plain ones, by a table that is content. Not a spelling checker: only listed words
// are found.
//
//   const SafetyUnmask unmask = SafetyUnmask::build(masks);
//   if (const auto plain = unmask.read(text)) use(plain->text, plain->origin(span));
//
// Threads: immutable once built. Failure: none.
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"
#include "understand/safety_content.h"
#include "understand/word_table.h"

namespace keel {

struct UnmaskedText {
  struct Piece {
    Span plain;   // bytes in `text`
    Span source;  // bytes in the text that was read
  };
  Text text;
  std::vector<Piece> replaced;  // in order

  // Where in the original the plain words stand.
  Span origin(Span plain) const;
};

class SafetyUnmask {
 public:
  static SafetyUnmask build(std::span<const SafetyMask> masks);

  // Whether the rules name a word: only such words are looked for behind long letters ("diiie").
  using Names = std::function<bool(std::string_view word)>;
  // Nothing when no word was hidden.
  std::optional<UnmaskedText> read(const Text& text, const Names& names = {}) const;

 private:
  struct Change {
    Span source;
    std::string word;
  };

  std::optional<std::string_view> behind_signs(std::string_view chunk) const;
  std::optional<std::string_view> near(std::string_view word) const;
  uint32_t number_of(const std::string& word);
  void add_near(const std::string& word);
  void read_chunk(const Text& text, uint32_t first, uint32_t last, std::vector<Change>& out) const;
  uint32_t read_spaced(const Text& text, uint32_t at, std::vector<Change>& out) const;

  std::vector<std::string> words_;  // what the tables' numbers stand for
  WordTable forms_;
  std::vector<std::string> masked_;
  WordTable near_;   // a listed word, and each way to leave out one of its letters, to the word
  WordTable known_;  // words that are themselves, however near they are to a listed one
};

}  // namespace keel
