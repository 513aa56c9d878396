#pragma once
// line_diff: where two lists of lines differ, by their longest common subsequence.
//
//   for (const LineHunk& hunk : line_diff(old_lines, new_lines)) ...
//
// Threads: pure. Time and memory: the product of the two lengths.
#include <cstddef>
#include <string>
#include <vector>

namespace keel {

// old_lines[old_begin, old_end) stands where new_lines[new_begin, new_end) stands.
struct LineHunk {
  size_t old_begin = 0, old_end = 0, new_begin = 0, new_end = 0;
};

std::vector<LineHunk> line_diff(const std::vector<std::string>& old_lines,
                                const std::vector<std::string>& new_lines);

}  // namespace keel
