#include "script/did_you_mean.h"

#include <algorithm>

namespace keel {

size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<size_t> before(b.size() + 1), row(b.size() + 1), next(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    next[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t replaced = row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      next[j] = std::min({row[j] + 1, next[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        next[j] = std::min(next[j], before[j - 2] + 1);
      }
    }
    before.swap(row);
    row.swap(next);
  }
  return row[b.size()];
}

std::string did_you_mean(std::string_view wrong, std::span<const std::string> names) {
  const size_t allowed = std::max<size_t>(1, wrong.size() / 3);
  size_t best = allowed + 1;
  std::string_view nearest;
  for (const std::string& name : names) {
    const size_t distance = edit_distance(wrong, name);
    if (distance < best && name != wrong) {
      best = distance;
      nearest = name;
    }
  }
  if (nearest.empty()) return {};
  return "did you mean \"" + std::string(nearest) + "\"?";
}

std::string nearest_or_all(std::string_view wrong, std::span<const std::string> names) {
  std::string hint = did_you_mean(wrong, names);
  if (!hint.empty() || names.empty()) return hint;
  for (const std::string& name : names) hint += (hint.empty() ? "it can be " : ", ") + name;
  return hint;
}

}  // namespace keel
