#include "understand/pattern_parser.h"

#include <utility>

#include "text/text.h"
#include "understand/pattern.h"

namespace keel {
namespace {

using Kind = PatternNode::Kind;

bool is_space(char c) {
  return c == ' ' || c == '\t';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

PatternNode leaf(Kind kind, std::string word = {}, uint32_t count = 0) {
  return {.kind = kind, .count = count, .word = std::move(word), .children = {}};
}

class Parser {
 public:
  Parser(const ContentLine& line, const WordLists* lists, std::vector<Diagnostic>& diagnostics)
      : line_(line), text_(line.text), lists_(lists), diagnostics_(diagnostics) {}

  std::optional<PatternNode> run() {
    PatternNode root = choice('\0');
    if (!failed_ && at_ < text_.size()) {
      fail("K201", at_, 1, std::string("'") + text_[at_] + "' closes nothing here", "");
    }
    if (failed_) return std::nullopt;
    return root;
  }

 private:
  void fail(std::string code, size_t at, size_t length, std::string message, std::string hint) {
    if (failed_) return;
    failed_ = true;
    const auto begin = static_cast<uint32_t>(line_.span.begin + at);
    diagnostics_.push_back({std::move(code),
                            Severity::error,
                            line_.path,
                            {begin, begin + static_cast<uint32_t>(length)},
                            std::move(message),
                            std::move(hint)});
  }

  // Alternatives up to `close`; at the top there is only one and `|` is a mistake.
  PatternNode choice(char close) {
    PatternNode node = leaf(Kind::choice);
    for (;;) {
      const size_t begin = at_;
      PatternNode branch = sequence();
      if (failed_) return node;
      if (branch.children.empty()) {
        fail("K202", begin == text_.size() && begin > 0 ? begin - 1 : begin, 1,
             close == '\0' ? "this pattern has no words" : "nothing stands here to be matched", "");
        return node;
      }
      node.children.push_back(std::move(branch));
      if (at_ < text_.size() && text_[at_] == '|' && close != '\0') {
        ++at_;
        continue;
      }
      break;
    }
    return node.children.size() == 1 ? std::move(node.children.front()) : std::move(node);
  }

  PatternNode sequence() {
    PatternNode node = leaf(Kind::sequence);
    while (!failed_ && at_ < text_.size()) {
      const char c = text_[at_];
      if (is_space(c)) {
        ++at_;
      } else if (c == '|' || c == ')' || c == ']') {
        break;
      } else {
        element(node.children);
      }
    }
    return node;
  }

  void element(std::vector<PatternNode>& out) {
    const char c = text_[at_];
    if (c == '(' || c == '[') return group(c, out);
    if (c == '{') return list(out);
    if (text_.substr(at_, 3) == "...") return gap(out);
    if (text_.substr(at_, 2) == "<3") return literal(out);
    if (c == '<' || c == '>' || c == '_') {
      out.push_back(leaf(c == '<' ? Kind::start : c == '>' ? Kind::end : Kind::any));
      ++at_;
      return;
    }
    literal(out);
  }

  void group(char open, std::vector<PatternNode>& out) {
    const size_t begin = at_++;
    const char close = open == '(' ? ')' : ']';
    PatternNode inner = choice(close);
    if (failed_) return;
    if (at_ >= text_.size() || text_[at_] != close) {
      fail("K203", begin, 1, std::string("this '") + open + "' is never closed",
           std::string("add '") + close + "'");
      return;
    }
    ++at_;
    if (open == '(') {
      out.push_back(std::move(inner));
      return;
    }
    PatternNode node = leaf(Kind::optional);
    node.children.push_back(std::move(inner));
    out.push_back(std::move(node));
  }

  void list(std::vector<PatternNode>& out) {
    const size_t begin = at_;
    const size_t close = text_.find('}', begin);
    if (close == std::string_view::npos) {
      fail("K203", begin, 1, "this '{' is never closed", "add '}'");
      return;
    }
    const std::string_view name = text_.substr(begin + 1, close - begin - 1);
    at_ = close + 1;
    if (lists_ == nullptr) {
      fail("K204", begin, at_ - begin, "a list entry may not name another list", "");
      return;
    }
    const PatternNode* found = lists_->find(name);
    if (found == nullptr) {
      const std::string nearest = lists_->nearest(name);
      fail("K205", begin, at_ - begin, "no word list named \"" + std::string(name) + "\"",
           nearest.empty() ? "" : "did you mean {" + nearest + "}?");
      return;
    }
    out.push_back(*found);
  }

  void gap(std::vector<PatternNode>& out) {
    const size_t begin = at_;
    at_ += 3;
    uint32_t count = 0;
    const size_t digits = at_;
    while (at_ < text_.size() && is_digit(text_[at_]) && count <= pattern_gap_max) {
      count = count * 10 + static_cast<uint32_t>(text_[at_++] - '0');
    }
    if (at_ == digits) count = pattern_gap_default;
    if (count == 0 || count > pattern_gap_max) {
      fail("K206", begin, at_ - begin,
           "a gap is 1 to " + std::to_string(pattern_gap_max) + " words long", "");
      return;
    }
    out.push_back(leaf(Kind::gap, {}, count));
  }

  // A run without pattern signs. A star inside a word masks a letter; one after it makes a prefix.
  void literal(std::vector<PatternNode>& out) {
    const size_t begin = at_;
    if (text_.substr(at_, 2) == "<3") at_ += 2;
    while (at_ < text_.size() && !ends_literal(at_)) ++at_;
    const Text words = Text::read(text_.substr(begin, at_ - begin));
    const bool prefix = at_ < text_.size() && text_[at_] == '*';
    if (prefix) ++at_;
    if (words.empty()) {
      if (prefix) fail("K202", begin, 1, "'*' needs the beginning of a word before it", "");
      if (at_ == begin) ++at_;
      return;
    }
    for (uint32_t i = 0; i < words.size(); ++i) {
      const bool last = i + 1 == words.size();
      out.push_back(leaf(prefix && last ? Kind::prefix : Kind::word, std::string(words.word(i))));
    }
  }

  bool ends_literal(size_t at) const {
    const char c = text_[at];
    if (c == '*') {
      const char next = at + 1 < text_.size() ? text_[at + 1] : ' ';
      return is_space(next) || next == '|' || next == ')' || next == ']' || next == '>';
    }
    return is_space(c) || c == '|' || c == '(' || c == ')' || c == '[' || c == ']' || c == '{' ||
           c == '}' || c == '<' || c == '>' || c == '_' || text_.substr(at, 3) == "...";
  }

  const ContentLine& line_;
  std::string_view text_;
  const WordLists* lists_;
  std::vector<Diagnostic>& diagnostics_;
  size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace

std::optional<PatternNode> parse_pattern(const ContentLine& line, const WordLists* lists,
                                         std::vector<Diagnostic>& diagnostics) {
  return Parser(line, lists, diagnostics).run();
}

}  // namespace keel
