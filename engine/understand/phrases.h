#pragma once
// Phrases: fixed runs of folded words, looked for in a message. For closed lists of a few dozen
// phrases; larger or looser things are patterns (`pattern.h`). A phrase is written as its folded
// words with single spaces: "i dont know".
// Threads: pure functions.
#include <cstdint>
#include <span>
#include <string_view>

#include "text/text.h"

namespace keel {

// How many tokens the phrase takes at `index`; 0 when it does not stand there.
uint32_t phrase_at(const Text& text, uint32_t index, std::string_view phrase);
// The longest of the phrases that stands at `index`; 0 when none does.
uint32_t longest_phrase_at(const Text& text, uint32_t index,
                           std::span<const std::string_view> phrases);
bool has_phrase(const Text& text, std::string_view phrase);
bool has_any_phrase(const Text& text, std::span<const std::string_view> phrases);
// One of them, of at most three words, ends right before `index`.
bool has_phrase_before(const Text& text, uint32_t index, std::span<const std::string_view> phrases);
// The folded word; empty past the end.
std::string_view word_at(const Text& text, uint32_t index);
// As `==`. Most words that are compared differ in their first letter already.
inline bool is_word(std::string_view word, std::string_view other) {
  return word.size() == other.size() && (word.empty() || word.front() == other.front()) &&
         word == other;
}
bool is_one_of(std::string_view word, std::span<const std::string_view> words);

}  // namespace keel
