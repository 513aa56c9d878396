#include "script/opening.h"

#include <algorithm>
#include <array>

#include "script/did_you_mean.h"

namespace keel {
namespace {

constexpr std::array<std::string_view, 13> statements{"set",   "add",  "note", "clear", "go to",
                                                      "visit", "part", "end",  "wait",  "follow up",
                                                      "show",  "use",  "do"};

struct LineWords {
  std::string_view words;
  Opening opening;
};

// A longer form stands before its own beginning.
constexpr std::array<LineWords, 17> lines{{{"Coach:", Opening::coach},
                                           {"or:", Opening::line},
                                           {"or if", Opening::line},
                                           {"and if", Opening::line},
                                           {"ask", Opening::ask},
                                           {"again:", Opening::again},
                                           {"why:", Opening::why},
                                           {"*", Opening::reply},
                                           {"any other answer", Opening::any_other},
                                           {"if skipped", Opening::skipped},
                                           {"offer", Opening::offer},
                                           {"as", Opening::as},
                                           {"like:", Opening::like},
                                           {"only like:", Opening::like},
                                           {"if", Opening::branch},
                                           {"otherwise if", Opening::otherwise},
                                           {"otherwise", Opening::otherwise}}};

constexpr auto words_of_lines = [] {
  std::array<std::string_view, lines.size()> words;
  for (size_t i = 0; i < lines.size(); ++i) words[i] = lines[i].words;
  return words;
}();

constexpr std::array<std::string_view, 16> heads{
    "flow",   "title", "offer",  "returning", "sources", "start on", "keep",  "forget",
    "define", "never", "always", "needs",     "gives",   "was",      "moved", "language"};

bool is_head(std::string_view line) {
  for (const std::string_view words : heads) {
    size_t after = 0;
    if (!opens_with(line, words, &after)) continue;
    const bool named = words == "flow" || words == "define";
    if (named || (after < line.size() && line[after] == ':')) return true;
  }
  return false;
}

// "if skiped": not a condition, but a misspelt line of the question.
bool is_nearly_skipped(std::string_view rest) {
  while (const size_t blank = blank_at(rest, 0)) rest.remove_prefix(blank);
  return rest.size() >= 5 && rest.size() <= 9 && edit_distance(rest, "skipped") <= 2;
}

bool is_statement(Opening opening) {
  return opening == Opening::coach || opening == Opening::branch || opening == Opening::otherwise ||
         opening == Opening::wait || opening == Opening::plain;
}

constexpr std::array<std::string_view, 6> other_blanks{
    " ", "\t", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x87", "\xE3\x80\x80"};

}  // namespace

size_t blank_at(std::string_view text, size_t at) {
  if (at >= text.size()) return 0;
  for (const std::string_view blank : other_blanks) {
    if (text.compare(at, blank.size(), blank) == 0) return blank.size();
  }
  return 0;
}

std::string_view without_blanks_at_end(std::string_view text) {
  for (bool found = true; found;) {
    found = !text.empty() && text.back() == '\r';
    if (found) text.remove_suffix(1);
    for (const std::string_view blank : other_blanks) {
      if (!text.ends_with(blank)) continue;
      text.remove_suffix(blank.size());
      found = true;
    }
  }
  return text;
}

std::span<const std::string_view> curly_quotes() {
  static constexpr std::array<std::string_view, 4> marks{"\xE2\x80\x9C", "\xE2\x80\x9D",
                                                         "\xE2\x80\x9E", "\xE2\x80\x9F"};
  return marks;
}

size_t colon_of_condition(std::string_view line, size_t at) {
  bool quoted = false;
  for (; at < line.size(); ++at) {
    if (line[at] == '"') quoted = !quoted;
    const bool ends = at + 1 == line.size() || blank_at(line, at + 1) > 0;
    if (line[at] == ':' && ends && !quoted) return at;
  }
  return std::string_view::npos;
}

size_t spoken_at(std::string_view line) {
  size_t after = 0;
  for (const std::string_view words : {"Coach:", "or:", "again:", "why:", "like:", "only like:",
                                       "*", "title:", "offer:", "returning:"}) {
    if (opens_with(line, words, &after)) return after;
  }
  if (!opens_with(line, "or if", &after) && !opens_with(line, "and if", &after)) return 0;
  const size_t colon = colon_of_condition(line, after);
  return colon == std::string_view::npos ? 0 : colon + 1;
}

bool opens_with(std::string_view line, std::string_view words, size_t* after) {
  size_t at = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i] != ' ') {
      if (at >= line.size() || line[at] != words[i]) return false;
      ++at;
      continue;
    }
    if (blank_at(line, at) == 0) return false;
    while (const size_t blank = blank_at(line, at)) at += blank;
  }
  const bool marks_its_end = words.back() == ':' || words.back() == '*';
  const bool ends = at == line.size() || blank_at(line, at) > 0 || line[at] == ':';
  if (words != "*" ? !(marks_its_end || ends) : at < line.size() && blank_at(line, at) == 0)
    return false;
  if (after != nullptr) *after = at;
  return true;
}

Opening opening_of(std::string_view line) {
  if (is_head(line)) return Opening::head;
  for (const LineWords& known : lines) {
    size_t after = 0;
    if (!opens_with(line, known.words, &after)) continue;
    // "as: ..." and "if: ..." are no such lines.
    const bool colon = after < line.size() && line[after] == ':' && known.words.back() != ':';
    const bool whole = known.opening == Opening::skipped || known.opening == Opening::any_other ||
                       known.words == "otherwise";
    if (colon || (whole && after != line.size())) continue;
    if (known.opening == Opening::branch && is_nearly_skipped(line.substr(after)))
      return Opening::unknown;
    return known.opening;
  }
  for (const std::string_view words : statements) {
    if (!opens_with(line, words)) continue;
    return words == "part" ? Opening::part : words == "wait" ? Opening::wait : Opening::plain;
  }
  return Opening::unknown;
}

bool may_stand_under(Opening child, Opening parent) {
  if (child == Opening::unknown || parent == Opening::unknown) return true;
  switch (parent) {
    case Opening::root:
      return is_statement(child) || child == Opening::head || child == Opening::why ||
             child == Opening::part;
    case Opening::coach:
      return child == Opening::line || child == Opening::ask || child == Opening::again ||
             child == Opening::why || child == Opening::reply || child == Opening::any_other ||
             child == Opening::skipped || child == Opening::offer;
    case Opening::wait:
      return child == Opening::reply;
    case Opening::reply:
      return is_statement(child) || child == Opening::as || child == Opening::like;
    case Opening::any_other:
    case Opening::skipped:
    case Opening::branch:
    case Opening::otherwise:
      return is_statement(child);
    default:
      return false;
  }
}

std::span<const std::string_view> statement_words() {
  return statements;
}

std::span<const std::string_view> line_words() {
  return words_of_lines;
}

}  // namespace keel
