#include "script/lost_words.h"

#include <algorithm>

namespace keel {
namespace {

bool in_name(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == ':';
}

void add_words(std::string_view text, std::set<std::string>& words) {
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && in_name(text[end])) ++end;
    std::string_view word = text.substr(at, end - at);
    while (word.ends_with(':')) word.remove_suffix(1);
    if (!word.empty()) words.emplace(word);
    at = end + 1;
  }
}

void gather(const std::vector<RawLine>& lines, const std::set<uint32_t>& wrong, bool inside,
            const Source& source, std::set<std::string>& words) {
  for (const RawLine& line : lines) {
    const bool lost = inside || wrong.contains(source.position(line.span.begin).line);
    if (lost) add_words(line.text, words);
    gather(line.children, wrong, lost, source, words);
  }
}

}  // namespace

size_t errors_since(const Report& report, size_t before) {
  const std::vector<Diagnostic>& all = report.diagnostics();
  return static_cast<size_t>(
      std::count_if(all.begin() + static_cast<std::ptrdiff_t>(before), all.end(),
                    [](const Diagnostic& d) { return d.severity == Severity::error; }));
}

bool has_code_since(const Report& report, size_t before, std::string_view code) {
  const std::vector<Diagnostic>& all = report.diagnostics();
  return std::any_of(all.begin() + static_cast<std::ptrdiff_t>(before), all.end(),
                     [&](const Diagnostic& d) { return d.code == code; });
}

std::set<std::string> words_of_wrong_lines(const Source& source, const std::vector<RawLine>& lines,
                                           const Report& report, size_t before) {
  std::set<uint32_t> wrong;
  for (size_t i = before; i < report.diagnostics().size(); ++i) {
    const Diagnostic& diagnostic = report.diagnostics()[i];
    if (diagnostic.severity == Severity::error)
      wrong.insert(source.position(diagnostic.span.begin).line);
  }
  std::set<std::string> words;
  if (!wrong.empty()) gather(lines, wrong, false, source, words);
  return words;
}

}  // namespace keel
