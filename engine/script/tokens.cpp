#include "script/tokens.h"

#include <algorithm>
#include <charconv>

#include "script/opening.h"

namespace keel {
namespace {

bool is_single(char c) {
  return c == '(' || c == ')' || c == ',' || c == '=';
}

bool ends_word(std::string_view text, size_t at) {
  const char c = text[at];
  return is_single(c) || c == '<' || c == '>' || blank_at(text, at) > 0;
}

size_t curly_at(std::string_view text, size_t at) {
  for (const std::string_view mark : curly_quotes()) {
    if (text.compare(at, mark.size(), mark) == 0) return mark.size();
  }
  return 0;
}

// Where the mark that closes a quoted text begins; the end of the line when there is none.
uint32_t closing_quote(std::string_view text, uint32_t at, uint32_t end, bool straight) {
  const size_t close = text.find('"', at);
  if (straight && close < end) return static_cast<uint32_t>(close);
  while (at < end && text[at] != '"' && curly_at(text, at) == 0) ++at;
  return at;
}

size_t quote_at(std::string_view text, size_t at) {
  return text[at] == '"' ? 1 : curly_at(text, at);
}

uint32_t token_end(std::string_view text, uint32_t begin, uint32_t end) {
  const char first = text[begin];
  if (is_single(first)) return begin + 1;
  if (first == '<' || first == '>')
    return begin + (begin + 1 < end && text[begin + 1] == '=' ? 2 : 1);
  if (const size_t quote = quote_at(text, begin)) {
    const uint32_t close =
        closing_quote(text, static_cast<uint32_t>(begin + quote), end, quote == 1);
    return close >= end ? end : static_cast<uint32_t>(close + quote_at(text, close));
  }
  uint32_t at = begin;
  while (at < end && !ends_word(text, at)) ++at;
  // A colon that ends a word is a token of its own.
  if (at > begin + 1 && text[at - 1] == ':') --at;
  return at;
}

// A quoted text has straight marks, whatever it was written with.
std::string token_text(std::string_view token) {
  const size_t open = quote_at(token, 0);
  if (open == 0) return std::string(token);
  std::string_view inside = token.substr(open);
  const auto take = [&](std::string_view mark) {
    if (!inside.ends_with(mark)) return false;
    inside.remove_suffix(mark.size());
    return true;
  };
  const auto curly = curly_quotes();
  const bool closed = take("\"") || std::any_of(curly.begin(), curly.end(), take);
  return "\"" + std::string(inside) + (closed ? "\"" : "");
}

bool all_of(std::string_view text, bool (*allowed)(char)) {
  return !text.empty() && std::all_of(text.begin(), text.end(), allowed);
}

bool lower_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

Tokens::Tokens(const Source& source, Span span) : span_(span) {
  const std::string_view text = source.text();
  uint32_t at = span.begin;
  while (at < span.end) {
    if (const size_t blank = blank_at(text, at)) {
      at += static_cast<uint32_t>(blank);
      continue;
    }
    const uint32_t end = token_end(text, at, span.end);
    tokens_.push_back({token_text(text.substr(at, end - at)), {at, end}});
    at = end;
  }
  end_.span = {span.end, span.end};
}

bool Tokens::sees(std::string_view phrase) const {
  size_t ahead = 0;
  while (!phrase.empty()) {
    const size_t space = phrase.find(' ');
    if (peek(ahead).text != phrase.substr(0, space)) return false;
    ++ahead;
    phrase = space == std::string_view::npos ? std::string_view() : phrase.substr(space + 1);
  }
  return true;
}

bool Tokens::take(std::string_view phrase) {
  if (!sees(phrase)) return false;
  at_ += static_cast<size_t>(std::count(phrase.begin(), phrase.end(), ' ')) + 1;
  return true;
}

Words Tokens::next() {
  if (done()) return end_;
  return tokens_[at_++];
}

const Words& Tokens::peek(size_t ahead) const {
  return at_ + ahead < tokens_.size() ? tokens_[at_ + ahead] : end_;
}

void Tokens::lower_first() {
  if (tokens_.empty()) return;
  char& first = tokens_[0].text[0];
  if (first >= 'A' && first <= 'Z') first = static_cast<char>(first - 'A' + 'a');
}

Span Tokens::rest() const {
  return done() ? end_.span : Span{tokens_[at_].span.begin, span_.end};
}

Words words_in(const Source& source, Span span) {
  const std::string_view text = source.text();
  while (span.begin < span.end) {
    const size_t blank = blank_at(text, span.begin);
    if (blank == 0) break;
    span.begin += static_cast<uint32_t>(blank);
  }
  span.begin = std::min(span.begin, span.end);
  span.end = span.begin + static_cast<uint32_t>(without_blanks_at_end(source.slice(span)).size());
  return {std::string(source.slice(span)), span};
}

bool is_slot_name(std::string_view text) {
  return all_of(text, [](char c) { return lower_or_digit(c) || c == '_'; }) && text[0] >= 'a';
}

bool is_id(std::string_view text) {
  return all_of(text, [](char c) { return lower_or_digit(c) || c == '-'; }) && text[0] != '-';
}

bool is_intent_id(std::string_view text) {
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos) return is_id(text);
  return is_id(text.substr(0, colon)) && is_id(text.substr(colon + 1));
}

std::optional<int64_t> number_in(std::string_view text) {
  int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace keel
