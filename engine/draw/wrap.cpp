#include "draw/wrap.h"

#include <algorithm>

#include "text/utf8.h"

namespace keel {
namespace {

constexpr int margin_percent = 106;

// In thousandths of the font's size.
int width_of(char32_t letter) {
  if (letter < 0x80) {
    constexpr std::string_view narrow = "iljI|.,:;'!()[]t f r-/";
    constexpr std::string_view wide = "mwMW@%";
    const char c = static_cast<char>(letter);
    if (narrow.find(c) != std::string_view::npos) return 320;
    if (wide.find(c) != std::string_view::npos) return 880;
    return c >= 'A' && c <= 'Z' ? 680 : 560;
  }
  // Han, Kana, Hangul and pictures take a whole square.
  return letter >= 0x1100 && letter != 0x2192 && letter > 0x2E80 ? 1000 : 600;
}

// The byte where the longest beginning of `text` ends that fits; at least one letter.
size_t fitting(std::string_view text, int width, int size) {
  size_t at = 0;
  while (at < text.size()) {
    size_t next = at + 1;
    while (next < text.size() && is_continuation(text[next])) ++next;
    if (at > 0 && text_width(text.substr(0, next), size) > width) break;
    at = next;
  }
  return at;
}

}  // namespace

int text_width(std::string_view text, int size) {
  int64_t sum = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = read_code_point(text, at);
    sum += width_of(point.value);
    at += point.bytes;
  }
  return static_cast<int>((sum * size * margin_percent + 99'999) / 100'000);
}

std::vector<std::string> wrapped(std::string_view text, int width, int size) {
  std::vector<std::string> lines;
  std::string line;
  const auto finish = [&] {
    if (!line.empty()) lines.push_back(std::move(line));
    line.clear();
  };
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    const std::string longer = line.empty() ? std::string(word) : line + " " + std::string(word);
    if (text_width(longer, size) <= width) {
      line = longer;
      continue;
    }
    finish();
    while (text_width(word, size) > width) {
      const size_t cut = fitting(word, width, size);
      lines.emplace_back(word.substr(0, cut));
      word.remove_prefix(cut);
    }
    line = word;
  }
  finish();
  return lines;
}

}  // namespace keel
