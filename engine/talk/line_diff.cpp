#include "talk/line_diff.h"

#include <algorithm>

namespace keel {

std::vector<LineHunk> line_diff(const std::vector<std::string>& old_lines,
                                const std::vector<std::string>& new_lines) {
  const size_t rows = old_lines.size(), columns = new_lines.size();
  // common[i][j]: the longest common subsequence of what follows old line i and new line j
  std::vector<std::vector<size_t>> common(rows + 1, std::vector<size_t>(columns + 1, 0));
  for (size_t i = rows; i-- > 0;) {
    for (size_t j = columns; j-- > 0;) {
      common[i][j] = old_lines[i] == new_lines[j] ? common[i + 1][j + 1] + 1
                                                  : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  std::vector<LineHunk> hunks;
  bool open = false;
  size_t i = 0, j = 0;
  while (i < rows || j < columns) {
    if (i < rows && j < columns && old_lines[i] == new_lines[j]) {
      open = false;
      ++i, ++j;
      continue;
    }
    if (!open) hunks.push_back({i, i, j, j});
    open = true;
    const bool gone = i < rows && (j == columns || common[i + 1][j] >= common[i][j + 1]);
    gone ? ++i : ++j;
    hunks.back().old_end = i;
    hunks.back().new_end = j;
  }
  return hunks;
}

}  // namespace keel
