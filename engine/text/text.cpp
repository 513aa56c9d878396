#include "text/text.h"

#include <algorithm>
#include <array>

#include "text/services.h"
#include "text/utf8.h"

namespace keel {
namespace {

constexpr std::array<CharClass, 128> ascii_classes() {
  std::array<CharClass, 128> classes{};
  for (size_t i = 0; i < classes.size(); ++i) {
    const char c = static_cast<char>(i);
    CharClass kind = CharClass::other;
    if (i < 0x20 || i == 0x7F) kind = CharClass::ignored;
    if (c == ' ' || c == '\t') kind = CharClass::space;
    if (c == '\n') kind = CharClass::line_break;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) kind = CharClass::letter;
    if (c >= '0' && c <= '9') kind = CharClass::digit;
    if (c == '\'' || c == '`') kind = CharClass::apostrophe;
    if (c == '.' || c == '!' || c == '?') kind = CharClass::sentence_end;
    if (c == '$' || c == '%' || c == '+') kind = CharClass::symbol;
    if (c == '&') kind = CharClass::ampersand;
    classes[i] = kind;
  }
  return classes;
}

constexpr std::array<CharClass, 128> ascii_class = ascii_classes();

CharClass quick_class(char32_t c) {
  return c < 0x80 ? ascii_class[c] : class_of(c);
}

constexpr bool is_wordy(CharClass kind) {
  return kind == CharClass::letter || kind == CharClass::digit || kind == CharClass::unspaced;
}

// A character that stands for a letter in a masked word ("f*ck", "a$$ault").
constexpr bool is_mask(char32_t c) {
  return c == '*' || c == '@' || c == '$';
}

// Valid UTF-8 without control and zero-width characters; every line break is '\n'.
std::string cleaned(std::string_view bytes) {
  std::string out;
  out.reserve(std::min<size_t>(bytes.size(), text_bytes_max));
  bool after_emoji = false;
  for (size_t at = 0; at < bytes.size();) {
    const CodePoint c = read_code_point(bytes, at);
    const size_t next = at + c.bytes;
    const bool crlf = c.value == '\r' && next < bytes.size() && bytes[next] == '\n';
    const char32_t value = c.value == '\r' || c.value == '\v' || c.value == '\f' ? U'\n' : c.value;
    const CharClass kind = quick_class(value);
    at = next;
    if (crlf || kind == CharClass::ignored) continue;
    if (kind == CharClass::joiner) {
      const bool before_emoji = next < bytes.size() &&
                                quick_class(read_code_point(bytes, next).value) == CharClass::emoji;
      if (!after_emoji || !before_emoji) continue;
    }
    if (out.size() + 4 > text_bytes_max) break;
    append_code_point(value, out);
    after_emoji = kind == CharClass::emoji || kind == CharClass::emoji_part;
  }
  return out;
}

// Drops apostrophes and shrinks letters repeated three or more times to two.
void append_word(std::string_view word, std::string& out) {
  const size_t begin = out.size();
  for (const char c : word) {
    if (c == '\'' || c == '`') continue;
    const size_t size = out.size();
    const bool third = size >= begin + 2 && out[size - 1] == c && out[size - 2] == c;
    if (third && c >= 'a' && c <= 'z') continue;
    out.push_back(c);
  }
}

class Scanner {
 public:
  Scanner(std::string_view source, std::string& folded, std::vector<Token>& tokens,
          std::vector<TokenRange>& sentences)
      : source_(source), folded_(folded), tokens_(tokens), sentences_(sentences) {}

  void run() {
    while (at_ < source_.size()) step();
    end_sentence();
  }

 private:
  struct Char {
    char32_t value = 0;
    uint32_t bytes = 0;
    CharClass kind = CharClass::space;
  };

  Char char_at(size_t at) const {
    if (at >= source_.size()) return {};
    const CodePoint c = read_code_point(source_, at);
    return {c.value, c.bytes, quick_class(c.value)};
  }

  void step() {
    const Char c = char_at(at_);
    switch (c.kind) {
      case CharClass::letter:
      case CharClass::digit:
      case CharClass::unspaced:
        read_word();
        break;
      case CharClass::emoji:
        read_emoji();
        break;
      case CharClass::sentence_end:
        read_sentence_end();
        break;
      case CharClass::line_break:
        read_line_break();
        break;
      case CharClass::symbol:
        add(at_, at_ + c.bytes, TokenKind::symbol);
        at_ += c.bytes;
        break;
      case CharClass::ampersand:
        add_folded(at_, at_ + c.bytes, "and", TokenKind::word);
        at_ += c.bytes;
        break;
      default:
        read_other(c);
    }
  }

  void read_other(const Char& c) {
    if (c.value == '<' && char_at(at_ + 1).value == '3' && !is_wordy(char_at(at_ + 2).kind)) {
      add_folded(at_, at_ + 2, "<3", TokenKind::emoji);
      at_ += 2;
      return;
    }
    at_ += c.bytes;
  }

  // True when `c` at `at` joins two parts of one word or number.
  bool joins(const Char& before, const Char& c, size_t at) const {
    const Char next = char_at(at + c.bytes);
    if (c.kind == CharClass::apostrophe) return is_wordy(next.kind);
    if (before.kind == CharClass::digit && next.kind == CharClass::digit) {
      return c.value == '.' || c.value == ',' || c.value == ':';
    }
    return is_mask(c.value) && before.kind == CharClass::letter &&
           (next.kind == CharClass::letter || is_mask(next.value));
  }

  void read_word() {
    if (read_dotted()) return;
    const size_t begin = at_;
    bool only_digits = true;
    bool unspaced = false;
    bool apostrophe_beyond_ascii = false;
    Char before;
    for (;;) {
      const Char c = char_at(at_);
      if (c.bytes == 0) break;
      if (!is_wordy(c.kind) && !joins(before, c, at_)) {
        const bool masked_on = is_mask(c.value) && is_mask(before.value);
        if (!masked_on) break;
      }
      only_digits = only_digits &&
                    (c.kind == CharClass::digit || before.kind == CharClass::digit) &&
                    c.kind != CharClass::letter && c.kind != CharClass::unspaced;
      unspaced = unspaced || c.kind == CharClass::unspaced;
      apostrophe_beyond_ascii =
          apostrophe_beyond_ascii || (c.kind == CharClass::apostrophe && c.value >= 0x80);
      before = c;
      at_ += c.bytes;
    }
    if (unspaced) return add_unspaced(begin, at_);
    const TokenKind kind = only_digits ? TokenKind::number : TokenKind::word;
    if (!apostrophe_beyond_ascii) return add(begin, at_, kind);
    std::string plain;
    for (size_t at = begin; at < at_;) {
      const Char c = char_at(at);
      if (c.kind != CharClass::apostrophe) plain.append(source_.substr(at, c.bytes));
      at += c.bytes;
    }
    add_folded(begin, at_, plain, kind);
  }

  // "p.m." and "U.S." are one word without its dots.
  bool read_dotted() {
    std::string letters;
    size_t at = at_;
    size_t end = at_;
    for (;;) {
      const Char c = char_at(at);
      if (c.kind != CharClass::letter || is_wordy(char_at(at + c.bytes).kind)) break;
      letters.append(source_.substr(at, c.bytes));
      end = at + c.bytes;
      at = end;
      if (char_at(end).value != '.') break;
      at = end + 1;
    }
    // The last piece must be a single letter too, so "i.went" stays two words.
    const bool broken_off = end != at && is_wordy(char_at(at).kind);
    if (letters.size() < 2 || end == at_ + 1 || broken_off) return false;
    if (source_.substr(at_, end - at_).find('.') == std::string_view::npos) return false;
    add_folded(at_, end, letters, TokenKind::word);
    const bool dot_after =
        char_at(end).value == '.' && char_at(end + 1).kind != CharClass::sentence_end;
    at_ = dot_after ? end + 1 : end;
    return true;
  }

  void read_emoji() {
    const size_t begin = at_;
    Char c = char_at(at_);
    const bool flag = c.value >= 0x1F1E6 && c.value <= 0x1F1FF;
    at_ += c.bytes;
    std::string base(source_.substr(begin, c.bytes));
    for (;;) {
      c = char_at(at_);
      const bool second_of_flag =
          flag && base.size() == 4 && c.value >= 0x1F1E6 && c.value <= 0x1F1FF;
      const bool joined = c.kind == CharClass::joiner;
      if (!second_of_flag && !joined && c.kind != CharClass::emoji_part) break;
      if (second_of_flag || joined) base.append(source_.substr(at_, c.bytes));
      at_ += c.bytes;
      if (!joined) continue;
      const Char after = char_at(at_);
      base.append(source_.substr(at_, after.bytes));
      at_ += after.bytes;
    }
    add_folded(begin, at_, base, TokenKind::emoji);
  }

  // An ellipsis is a pause inside a thought; a single mark ends one when a space follows.
  void read_sentence_end() {
    const size_t begin = at_;
    bool dots_only = true;
    size_t marks = 0;
    Char c = char_at(at_);
    while (c.kind == CharClass::sentence_end) {
      dots_only = dots_only && (c.value == '.' || c.value == 0x2026);
      marks += c.value == 0x2026 ? 3 : 1;
      at_ += c.bytes;
      c = char_at(at_);
    }
    if (dots_only && marks > 1) return;
    if (dots_only && (is_wordy(c.kind) || after_title(begin))) return;
    end_sentence();
  }

  bool after_title(size_t at) const {
    if (tokens_.empty() || tokens_.back().source.end != at) return false;
    const Span span = tokens_.back().folded;
    const std::string_view word = std::string_view(folded_).substr(span.begin, span.size());
    return word == "mr" || word == "mrs" || word == "ms" || word == "dr" || word == "st" ||
           word == "vs";
  }

  // A line that goes on in lower case without a mark before it is the same sentence, wrapped.
  void read_line_break() {
    size_t breaks = 0;
    Char c = char_at(at_);
    while (c.kind == CharClass::line_break || (c.kind == CharClass::space && c.bytes > 0)) {
      breaks += c.kind == CharClass::line_break ? 1 : 0;
      at_ += c.bytes;
      c = char_at(at_);
    }
    if (breaks > 1 || !is_lower_case(c.value)) end_sentence();
  }

  void end_sentence() {
    const auto count = static_cast<uint32_t>(tokens_.size());
    if (count > sentence_first_) sentences_.push_back({sentence_first_, count});
    sentence_first_ = count;
  }

  void add(size_t begin, size_t end, TokenKind kind) {
    add_folded(begin, end, source_.substr(begin, end - begin), kind);
  }

  void add_folded(size_t begin, size_t end, std::string_view word, TokenKind kind) {
    const size_t folded_begin = folded_.size();
    const bool ascii = std::all_of(word.begin(), word.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    scratch_.clear();
    if (ascii) {
      for (const char c : word) {
        scratch_.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
      }
    } else {
      append_folded(word, scratch_);
      std::erase(scratch_, ' ');
    }
    append_word(scratch_, folded_);
    if (folded_.size() == folded_begin) return;
    tokens_.push_back({{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)},
                       {static_cast<uint32_t>(folded_begin), static_cast<uint32_t>(folded_.size())},
                       kind});
  }

  void add_unspaced(size_t begin, size_t end) {
    size_t from = begin;
    for (const uint32_t start : inner_word_starts(source_.substr(begin, end - begin))) {
      add(from, begin + start, TokenKind::word);
      from = begin + start;
    }
    add(from, end, TokenKind::word);
  }

  std::string_view source_;
  std::string& folded_;
  std::vector<Token>& tokens_;
  std::vector<TokenRange>& sentences_;
  std::string scratch_;
  size_t at_ = 0;
  uint32_t sentence_first_ = 0;
};

}  // namespace

Text Text::read(std::string_view bytes) {
  Text text;
  text.source_ = cleaned(bytes);
  text.folded_.reserve(text.source_.size());
  text.tokens_.reserve(text.source_.size() / 4 + 1);
  Scanner(text.source_, text.folded_, text.tokens_, text.sentences_).run();
  return text;
}

std::string_view Text::words(TokenRange range) const {
  const Span span = this->span(range);
  return std::string_view(source_).substr(span.begin, span.size());
}

Span Text::span(TokenRange range) const {
  if (range.first >= range.last || range.last > size()) return {};
  return {tokens_[range.first].source.begin, tokens_[range.last - 1].source.end};
}

uint32_t Text::code_point_offset(uint32_t byte_offset) const {
  const size_t end = std::min<size_t>(byte_offset, source_.size());
  uint32_t count = 0;
  for (size_t i = 0; i < end; ++i) count += is_continuation(source_[i]) ? 0U : 1U;
  return count;
}

uint32_t Text::code_points() const {
  return code_point_offset(static_cast<uint32_t>(source_.size()));
}

}  // namespace keel
