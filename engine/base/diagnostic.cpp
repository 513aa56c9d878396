#include "base/diagnostic.h"

#include <algorithm>

#include "base/width.h"

namespace keel {
namespace {

constexpr uint32_t whole_line_bytes = 240;
constexpr int window_before = 50;
constexpr int window_length = 110;  // code points

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// `count` code points to the left or right of `at`, as far as the line goes.
size_t left_of(std::string_view line, size_t at, int count) {
  for (; at > 0 && count > 0; --count) {
    do --at;
    while (at > 0 && is_continuation(line[at]));
  }
  return at;
}
size_t right_of(std::string_view line, size_t at, int count) {
  for (; at < line.size() && count > 0; --count) {
    do ++at;
    while (at < line.size() && is_continuation(line[at]));
  }
  return at;
}

// As a terminal can show it: a tab is one column, a byte that is no text a replacement sign.
std::string printable(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint one = code_point_at(text, at);
    const bool control = one.value < 0x20 || one.value == 0x7F;
    if (one.value == '\t') {
      out += ' ';
    } else if (control || one.value == 0xFFFD) {
      out += "\xEF\xBF\xBD";
    } else {
      out += text.substr(at, one.bytes);
    }
    at += one.bytes;
  }
  return out;
}

// The line, or of a very long one what stands around the mark; all offsets are into the line.
struct Window {
  size_t begin = 0;
  size_t end = 0;
};

Window window_of(std::string_view line, size_t mark) {
  if (line.size() <= whole_line_bytes) return {0, line.size()};
  const size_t begin = left_of(line, mark, window_before);
  return {begin, right_of(line, begin, window_length)};
}

}  // namespace

bool has_errors(std::span<const Diagnostic> diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::string render(const Diagnostic& diagnostic, const Source& source) {
  const Position at = source.position(diagnostic.span.begin);
  const std::string_view line = source.line(at.line);
  const uint32_t line_begin = source.line_start(at.line);
  const size_t mark = std::min<size_t>(diagnostic.span.begin - line_begin, line.size());
  const Window window = window_of(line, mark);
  const size_t span_end = std::max(diagnostic.span.end, diagnostic.span.begin) - line_begin;
  const size_t mark_end = std::clamp(span_end, mark, window.end);
  const std::string before = printable(line.substr(window.begin, mark - window.begin));
  const std::string marked = printable(line.substr(mark, mark_end - mark));
  const std::string after = printable(line.substr(mark_end, window.end - mark_end));
  const std::string left = window.begin > 0 ? "… " : "";
  const std::string right = window.end < line.size() ? " …" : "";
  const std::string number = std::to_string(at.line);
  const std::string gutter(std::max<size_t>(5, number.size() + 1), ' ');

  std::string out = diagnostic.path + ":" + number + ":" + std::to_string(at.column) + ": ";
  out += diagnostic.severity == Severity::error ? "error " : "warning ";
  out += diagnostic.code + ": " + diagnostic.message + "\n";
  out += gutter.substr(number.size()) + number + " | " + left + before + marked + after + right;
  out += "\n" + gutter + " | " + std::string(display_width(left + before), ' ');
  out += std::string(std::max<size_t>(display_width(marked), 1), '^');
  if (!diagnostic.hint.empty()) out += " " + diagnostic.hint;
  out += "\n";
  for (const std::string& said : diagnostic.conversation) out += gutter + "   " + said + "\n";
  return out;
}

}  // namespace keel
