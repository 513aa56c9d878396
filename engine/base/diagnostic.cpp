#include "base/diagnostic.h"

#include <algorithm>

namespace keel {
namespace {

size_t columns_in(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

}  // namespace

bool has_errors(std::span<const Diagnostic> diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::string render(const Diagnostic& diagnostic, const Source& source) {
  const Position at = source.position(diagnostic.span.begin);
  const std::string line(source.line(at.line));
  const uint32_t line_begin = source.line_start(at.line);
  const auto line_end = static_cast<uint32_t>(line_begin + line.size());
  const uint32_t marked_end = std::clamp(diagnostic.span.end, diagnostic.span.begin, line_end);
  const size_t marked = diagnostic.span.begin < marked_end
                            ? columns_in(source.slice({diagnostic.span.begin, marked_end}))
                            : 0;
  const std::string number = std::to_string(at.line);
  const std::string gutter(std::max<size_t>(5, number.size() + 1), ' ');

  std::string out = diagnostic.path + ":" + number + ":" + std::to_string(at.column) + ": ";
  out += diagnostic.severity == Severity::error ? "error " : "warning ";
  out += diagnostic.code + ": " + diagnostic.message + "\n";
  out += gutter.substr(number.size()) + number + " | " + line + "\n";
  out += gutter + " | " + std::string(at.column - 1, ' ') +
         std::string(std::max<size_t>(marked, 1), '^');
  if (!diagnostic.hint.empty()) out += " " + diagnostic.hint;
  out += "\n";
  for (const std::string& said : diagnostic.conversation) out += gutter + "   " + said + "\n";
  return out;
}

}  // namespace keel
