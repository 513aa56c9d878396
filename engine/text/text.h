#pragma once
// Text: what a person typed, made readable. Valid UTF-8 (invalid bytes became U+FFFD, control and
// zero-width characters are gone), split into sentences and tokens, each token with its folded form
// and with its place in what was typed. Not for understanding: that is `understand`.
//
//   const Text text = Text::read("I can't STOP!!  she left");
//   text.size() == 5; text.word(1) == "cant"; text.word(2) == "stop"; text.sentences().size() == 2
//
// Folding: NFKC case folding, accents kept, apostrophes inside a word dropped ("don't" -> "dont"),
// so that "DON’T", "don't" and "dont" are one word. Letters repeated three or more times shrink to
// two ("sooooo" -> "soo"). Offsets are bytes into `source()`; `code_point_offset` turns one into
// code points for other programs. Threads: immutable. Failure: none; any bytes make a Text. Texts
// over `text_bytes_max` are cut there.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace keel {

constexpr uint32_t text_bytes_max = 80'000;  // 20,000 code points of at most 4 bytes

enum class TokenKind : uint8_t { word, number, symbol, emoji };

struct Token {
  Span source;  // bytes in Text::source()
  Span folded;  // bytes in the folded text
  TokenKind kind = TokenKind::word;
};

// Token indexes, `last` exclusive.
struct TokenRange {
  uint32_t first = 0;
  uint32_t last = 0;
};

class Text {
 public:
  static Text read(std::string_view bytes);

  const std::string& source() const { return source_; }
  uint32_t size() const { return static_cast<uint32_t>(tokens_.size()); }
  bool empty() const { return tokens_.empty(); }
  std::span<const Token> tokens() const { return tokens_; }
  std::span<const TokenRange> sentences() const { return sentences_; }
  // The folded form of token `index`.
  std::string_view word(uint32_t index) const {
    const Span span = tokens_[index].folded;
    return {folded_.data() + span.begin, span.size()};
  }
  // What was typed from token `first` up to and without token `last`.
  std::string_view words(TokenRange range) const;
  Span span(TokenRange range) const;
  uint32_t code_point_offset(uint32_t byte_offset) const;
  uint32_t code_points() const;

 private:
  std::string source_;
  std::string folded_;
  std::vector<Token> tokens_;
  std::vector<TokenRange> sentences_;
};

}  // namespace keel
