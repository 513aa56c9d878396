#include "script/did_you_mean.h"

#include <algorithm>

#include "script/opening.h"

namespace keel {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

// As many words of the line as there are, up to `count`; a colon ends a word.
std::string_view first_words(std::string_view line, std::ptrdiff_t count) {
  size_t at = 0;
  for (; at < line.size(); ++at) {
    if (line[at] == ':') return line.substr(0, at + 1);
    if (blank_at(line, at) > 0 && --count == 0) break;
  }
  return line.substr(0, at);
}

}  // namespace

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
    if (wrong.size() > name.size() + allowed || name.size() > wrong.size() + allowed) continue;
    const size_t distance = edit_distance(wrong, name);
    if (distance < best && name != wrong) {
      best = distance;
      nearest = name;
    }
  }
  if (nearest.empty()) return {};
  return "did you mean \"" + std::string(nearest) + "\"?";
}

Nearest nearest_beginning(std::string_view line, std::span<const std::string> names) {
  const bool sentence = line.ends_with('.') || line.ends_with('!') || line.ends_with('?');
  Nearest nearest;
  size_t best = line.size() + 1;
  for (const std::string& name : names) {
    const size_t allowed = std::max<size_t>(1, name.size() / 3);
    // "goto" is one word where "go to" has two.
    for (auto words = std::count(name.begin(), name.end(), ' ') + 1; words > 0; --words) {
      const std::string_view beginning = first_words(line, words);
      const bool marked = beginning.ends_with(':') || beginning.ends_with('*');
      if (name.size() < 2 || beginning == name || (sentence && !marked)) continue;
      if (beginning.size() > name.size() + allowed) continue;
      const size_t distance = edit_distance(lower(beginning), lower(name));
      if (distance > allowed || distance >= best) continue;
      best = distance;
      nearest = {name, beginning.size()};
    }
  }
  return nearest;
}

std::string nearest_or_all(std::string_view wrong, std::span<const std::string> names) {
  std::string hint = did_you_mean(wrong, names);
  if (!hint.empty() || names.empty()) return hint;
  for (const std::string& name : names) hint += (hint.empty() ? "it can be " : ", ") + name;
  return hint;
}

}  // namespace keel
