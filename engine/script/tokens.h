#pragma once
// Tokens: the words of one line, for every line whose form matters (what the coach says is never
// cut up). A token is a word, a quoted text, or one of ( ) , : < <= = >= >. A colon inside a word
// belongs to it ("house:back").
//
//   Tokens tokens(source, line.span);
//   if (tokens.take("go to")) target = tokens.next();
//
// Threads: one owner.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace keel {

// Something that was written, with its place.
struct Words {
  std::string text;
  Span span;
  bool empty() const { return text.empty(); }
};

class Tokens {
 public:
  Tokens(const Source& source, Span span);

  bool done() const { return at_ >= tokens_.size(); }
  // Takes all words of `phrase`, or nothing.
  bool take(std::string_view phrase);
  bool sees(std::string_view phrase) const;
  // The next token; empty, with its place at the end of the line, when there is none.
  Words next();
  const Words& peek(size_t ahead = 0) const;
  size_t left() const { return tokens_.size() - at_; }
  // The place of everything that was not taken.
  Span rest() const;
  Span all() const { return span_; }
  // Takes the capital off the first token: "{Day of x}" is looked up as "day of x".
  void lower_first();
  size_t mark() const { return at_; }
  void back_to(size_t mark) { at_ = mark; }

 private:
  std::vector<Words> tokens_;
  size_t at_ = 0;
  Span span_;
  Words end_;
};

// The text of a span, without spaces at its ends.
Words words_in(const Source& source, Span span);

bool is_slot_name(std::string_view text);  // snake_case
bool is_id(std::string_view text);         // kebab-case
bool is_intent_id(std::string_view text);  // kebab-case, with an optional group: "house:back"
std::optional<int64_t> number_in(std::string_view text);

}  // namespace keel
