#include "base/source.h"

#include <algorithm>

#include "base/assert.h"

namespace keel {

Source::Source(std::string path, std::string text)
    : path_(std::move(path)), text_(std::move(text)), line_starts_{0} {
  for (uint32_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n' && i + 1 < text_.size()) line_starts_.push_back(i + 1);
  }
}

std::string_view Source::slice(Span span) const {
  KEEL_ASSERT(span.begin <= span.end && span.end <= text_.size());
  return std::string_view(text_).substr(span.begin, span.end - span.begin);
}

Position Source::position(uint32_t offset) const {
  const uint32_t clipped = std::min<uint32_t>(offset, static_cast<uint32_t>(text_.size()));
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), clipped);
  const uint32_t start = *std::prev(after);
  uint32_t column = 1;
  for (uint32_t i = start; i < clipped; ++i) {
    const bool continuation = (static_cast<unsigned char>(text_[i]) & 0xC0U) == 0x80U;
    if (!continuation) ++column;
  }
  return {static_cast<uint32_t>(after - line_starts_.begin()), column};
}

std::string_view Source::line(uint32_t line) const {
  const uint32_t start = line_start(line);
  const size_t newline = text_.find('\n', start);
  std::string_view result = std::string_view(text_).substr(
      start, newline == std::string::npos ? std::string::npos : newline - start);
  if (!result.empty() && result.back() == '\r') result.remove_suffix(1);
  return result;
}

uint32_t Source::line_start(uint32_t line) const {
  KEEL_ASSERT(line >= 1 && line <= line_starts_.size());
  return line_starts_[line - 1];
}

}  // namespace keel
