#pragma once
// did_you_mean: the nearest of the names that would have been right, for the hint beside the caret.
// Threads: pure functions.
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keel {

// Insertions, deletions, replacements and swaps of neighbours (Damerau-Levenshtein, restricted).
size_t edit_distance(std::string_view a, std::string_view b);

// `did you mean "close"?`, or nothing when no name is near.
std::string did_you_mean(std::string_view wrong, std::span<const std::string> names);

// The name that a line seems to begin with, misspelt, and how many bytes of the line stand for it;
// empty when none is near. A sentence begins with no name: "It helps." is prose, not `if`.
struct Nearest {
  std::string name;
  size_t length = 0;
};
Nearest nearest_beginning(std::string_view line, std::span<const std::string> names);

// The same, or else all of them: "it can be a, b, c". For short lists.
std::string nearest_or_all(std::string_view wrong, std::span<const std::string> names);

}  // namespace keel
