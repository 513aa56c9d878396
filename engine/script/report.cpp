#include "script/report.h"

#include <algorithm>
#include <tuple>

#include "base/assert.h"
#include "script/codes.h"

namespace keel {

void Report::add(std::string_view code, const Source& source, Span span, std::string message,
                 std::string hint, std::vector<std::string> conversation) {
  const Code* known = find_code(code);
  KEEL_ASSERT(known != nullptr);
  diagnostics_.push_back({std::string(code), known->severity, source.path(), span,
                          std::move(message), std::move(hint), std::move(conversation)});
}

void Report::add_all(const std::vector<Diagnostic>& diagnostics) {
  diagnostics_.insert(diagnostics_.end(), diagnostics.begin(), diagnostics.end());
}

std::vector<Diagnostic> Report::take() {
  const auto key = [](const Diagnostic& d) {
    return std::tie(d.path, d.span.begin, d.code, d.message);
  };
  std::stable_sort(diagnostics_.begin(), diagnostics_.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  const auto last =
      std::unique(diagnostics_.begin(), diagnostics_.end(),
                  [&](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); });
  diagnostics_.erase(last, diagnostics_.end());
  return std::move(diagnostics_);
}

std::string quoted(std::string_view name) {
  constexpr size_t most = 80;
  if (name.size() <= most) return "\"" + std::string(name) + "\"";
  size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
  return "\"" + std::string(name.substr(0, end)) + "...\"";
}

}  // namespace keel
