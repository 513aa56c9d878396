#include "understand/phrases.h"

#include <algorithm>

namespace keel {

uint32_t phrase_at(const Text& text, uint32_t index, std::string_view phrase) {
  for (uint32_t at = index; at < text.size(); ++at) {
    const std::string_view word = text.word(at);
    if (word.front() != phrase.front() || !phrase.starts_with(word)) return 0;
    phrase.remove_prefix(word.size());
    if (phrase.empty()) return at + 1 - index;
    if (phrase.front() != ' ') return 0;
    phrase.remove_prefix(1);
  }
  return 0;
}

uint32_t longest_phrase_at(const Text& text, uint32_t index,
                           std::span<const std::string_view> phrases) {
  if (index >= text.size()) return 0;
  const char initial = text.word(index).front();
  uint32_t longest = 0;
  for (const std::string_view phrase : phrases) {
    if (phrase.front() == initial) longest = std::max(longest, phrase_at(text, index, phrase));
  }
  return longest;
}

bool has_phrase(const Text& text, std::string_view phrase) {
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (phrase_at(text, i, phrase) > 0) return true;
  }
  return false;
}

bool has_any_phrase(const Text& text, std::span<const std::string_view> phrases) {
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (longest_phrase_at(text, i, phrases) > 0) return true;
  }
  return false;
}

bool has_phrase_before(const Text& text, uint32_t index,
                       std::span<const std::string_view> phrases) {
  constexpr uint32_t words_max = 3;
  for (uint32_t back = 1; back <= words_max && back <= index; ++back) {
    if (longest_phrase_at(text, index - back, phrases) == back) return true;
  }
  return false;
}

std::string_view word_at(const Text& text, uint32_t index) {
  return index < text.size() ? text.word(index) : std::string_view{};
}

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [word](std::string_view other) { return is_word(word, other); });
}

}  // namespace keel
