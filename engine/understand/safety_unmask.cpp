#include "understand/safety_unmask.h"

#include <algorithm>
#include <utility>

namespace keel {
namespace {

constexpr uint32_t chunk_bytes_max = 32;
constexpr uint32_t spaced_letters_min = 3;
constexpr size_t near_letters_min = 4;
constexpr size_t near_free_min = 7;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}
bool is_separator(char c) {
  return c == '-' || c == '.' || c == '_' || c == '~' || c == '/';
}
bool is_wildcard(char c) {
  return c == '*' || c == '#' || c == '%' || c == '?';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// The letters that a sign or digit is typed for.
std::string_view letters_of(char c) {
  switch (c) {
    case '!':
    case '1':
    case '|':
      return "il";
    case '3':
      return "e";
    case '4':
    case '@':
      return "a";
    case '0':
      return "o";
    case '5':
    case '$':
      return "s";
    case '7':
    case '+':
      return "t";
    case '8':
      return "b";
    case '9':
      return "g";
    default:
      return {};
  }
}

// Currency signs that are typed for letters, as their letter.
std::string plain_signs(std::string_view chunk) {
  std::string plain;
  for (size_t at = 0; at < chunk.size();) {
    const std::string_view rest = chunk.substr(at);
    if (rest.starts_with("\u20AC")) {
      plain.push_back('e');
      at += 3;
    } else if (rest.starts_with("\u00A3")) {
      plain.push_back('l');
      at += 2;
    } else {
      plain.push_back(chunk[at++]);
    }
  }
  return plain;
}

// `chunk` is `word` with signs for letters, or with separators between them.
bool hides(std::string_view chunk, std::string_view word) {
  size_t at = 0;
  size_t shown = 0;
  for (const char c : chunk) {
    if (is_separator(c)) continue;
    if (at == word.size()) return false;
    const char letter = word[at];
    const bool same = lower(c) == letter || letters_of(c).find(letter) != std::string_view::npos;
    if (!same && !is_wildcard(c)) return false;
    shown += same ? 1 : 0;
    ++at;
  }
  return at == word.size() && shown >= 2 && shown * 2 >= word.size();
}

// "diiiie" was folded to "diie": with each letter once it is "die". Nothing for usual words.
std::optional<std::string> without_long_letters(const Text& text, uint32_t token) {
  const std::string_view word = text.word(token);
  if (text.tokens()[token].source.size() <= word.size()) return std::nullopt;
  std::string plain;
  for (const char c : word) {
    if (plain.empty() || plain.back() != c || !is_letter(c)) plain.push_back(c);
  }
  return plain.size() < word.size() ? std::optional(plain) : std::nullopt;
}

// One letter missing, added, changed, or two swapped.
bool one_wrong(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  size_t head = 0;
  while (head < a.size() && a[head] == b[head]) ++head;
  const auto same_tail = [&](size_t from_a, size_t from_b) {
    return from_a <= a.size() && from_b <= b.size() && a.substr(from_a) == b.substr(from_b);
  };
  if (b.size() > a.size()) return same_tail(head, head + 1);
  if (same_tail(head + 1, head + 1)) return true;
  return head + 1 < a.size() && a[head] == b[head + 1] && a[head + 1] == b[head] &&
         same_tail(head + 2, head + 2);
}

}  // namespace

Span UnmaskedText::origin(Span plain) const {
  const auto map = [this](uint32_t at, bool end) {
    int64_t shift = 0;
    for (const Piece& piece : replaced) {
      if (at < piece.plain.begin || (end && at == piece.plain.begin)) break;
      if (at < piece.plain.end) return end ? piece.source.end : piece.source.begin;
      shift = static_cast<int64_t>(piece.source.end) - piece.plain.end;
    }
    return static_cast<uint32_t>(at + shift);
  };
  return {map(plain.begin, false), map(plain.end, true)};
}

SafetyUnmask SafetyUnmask::build(std::span<const SafetyMask> masks) {
  SafetyUnmask unmask;
  for (const SafetyMask& mask : masks) {
    if (mask.kind == SafetyMask::Kind::forms)
      unmask.forms_.add(mask.form, unmask.number_of(mask.word));
    if (mask.kind == SafetyMask::Kind::masked) unmask.masked_.push_back(mask.word);
    if (mask.kind == SafetyMask::Kind::near) unmask.add_near(mask.word);
    if (mask.kind == SafetyMask::Kind::known) unmask.known_.add(mask.word, 0);
  }
  // Longer words first, so that a spaced run is cut into the longest ones.
  std::stable_sort(unmask.masked_.begin(), unmask.masked_.end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  return unmask;
}

std::optional<std::string_view> SafetyUnmask::behind_signs(std::string_view chunk) const {
  for (const std::string& word : masked_) {
    if (word.size() > 2 && hides(chunk, word)) return word;
  }
  return std::nullopt;
}

uint32_t SafetyUnmask::number_of(const std::string& word) {
  words_.push_back(word);
  return static_cast<uint32_t>(words_.size() - 1);
}

void SafetyUnmask::add_near(const std::string& word) {
  known_.add(word, 0);
  if (word.size() < near_letters_min) return;
  const uint32_t number = number_of(word);
  near_.add(word, number);
  for (size_t i = 0; i < word.size(); ++i) {
    std::string shorter = word;
    shorter.erase(i, 1);
    near_.add(shorter, number);
  }
}

// Two words with one wrong letter between them have a form in common once one letter is left out of
// each (the method of W. Garbe's SymSpell), so a few lookups find the listed word.
std::optional<std::string_view> SafetyUnmask::near(std::string_view word) const {
  if (word.size() < near_letters_min || word.size() > ShorterHashes::letters_max)
    return std::nullopt;
  const auto fits = [&](std::optional<uint32_t> number) -> std::optional<std::string_view> {
    if (!number || !one_wrong(word, words_[*number]) || known_.has(word)) return std::nullopt;
    // A short word has so many neighbours that its first letter must be right.
    if (word.size() < near_free_min && word[0] != words_[*number][0]) return std::nullopt;
    return words_[*number];
  };
  if (const auto whole = fits(near_.find(word))) return whole;
  const ShorterHashes hash(word);
  for (size_t i = 0; i < word.size(); ++i) {
    if (const auto found = fits(near_.find_without(hash.without(i), word, i))) return found;
  }
  return std::nullopt;
}

// One run of signs without a space in it, which may be several tokens ("k!ll") or one ("su1cide").
void SafetyUnmask::read_chunk(const Text& text, uint32_t begin, uint32_t end,
                              std::vector<Change>& out) const {
  const std::string& source = text.source();
  const std::string_view edges = ".,!?:;()\"'[]{}<>~-";
  while (begin < end && edges.find(source[begin]) != std::string_view::npos) ++begin;
  while (begin < end && edges.find(source[end - 1]) != std::string_view::npos) --end;
  if (end - begin < 3 || end - begin > chunk_bytes_max) return;
  const std::string_view typed = std::string_view(source).substr(begin, end - begin);
  bool letter = false;
  bool sign = false;
  for (const char c : typed) {
    letter = letter || is_letter(c);
    sign = sign || static_cast<unsigned char>(c) >= 0x80 || is_digit(c) ||
           (!is_letter(c) && c != '\'' && c != '`');
  }
  if (!letter || !sign) return;
  if (const auto word = behind_signs(plain_signs(typed)))
    out.push_back({{begin, end}, std::string(*word)});
}

// A run of single letters from token `at`; returns the token after it.
uint32_t SafetyUnmask::read_spaced(const Text& text, uint32_t at, std::vector<Change>& out) const {
  std::string letters;
  uint32_t end = at;
  while (end < text.size() && text.word(end).size() == 1 && is_letter(text.word(end)[0])) {
    letters.push_back(text.word(end)[0]);
    ++end;
  }
  if (letters.size() < spaced_letters_min) return std::max(end, at + 1);
  for (size_t i = 0; i < letters.size();) {
    const auto fits = [&](const std::string& word) {
      return letters.compare(i, word.size(), word) == 0;
    };
    const auto found = std::find_if(masked_.begin(), masked_.end(), fits);
    if (found == masked_.end()) {
      ++i;
      continue;
    }
    const auto first = at + static_cast<uint32_t>(i);
    const auto last = first + static_cast<uint32_t>(found->size());
    out.push_back({text.span({first, last}), *found});
    i += found->size();
  }
  return end;
}

std::optional<UnmaskedText> SafetyUnmask::read(const Text& text, const Names& names) const {
  std::vector<Change> changes;
  for (uint32_t at = 0; at < text.size();) {
    const std::string_view word = text.word(at);
    if (word.size() == 1 && is_letter(word[0])) {
      at = read_spaced(text, at, changes);
      continue;
    }
    if (const auto form = forms_.find(word)) {
      changes.push_back({text.tokens()[at].source, words_[*form]});
    } else if (const auto known = near(word)) {
      changes.push_back({text.tokens()[at].source, std::string(*known)});
    } else if (auto plain = without_long_letters(text, at); plain && names && names(*plain)) {
      changes.push_back({text.tokens()[at].source, std::move(*plain)});
    }
    ++at;
  }
  const std::string& source = text.source();
  for (uint32_t begin = 0; begin < source.size();) {
    uint32_t end = begin;
    while (end < source.size() && !is_space(source[end])) ++end;
    if (end - begin >= 3) read_chunk(text, begin, end, changes);
    begin = end + 1;
  }
  if (changes.empty()) return std::nullopt;
  std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
    return a.source.begin < b.source.begin;
  });
  UnmaskedText unmasked;
  std::string plain;
  uint32_t copied = 0;
  for (const Change& change : changes) {
    if (change.source.begin < copied) continue;
    plain.append(source, copied, change.source.begin - copied);
    const auto begin = static_cast<uint32_t>(plain.size());
    plain.append(change.word);
    unmasked.replaced.push_back({{begin, static_cast<uint32_t>(plain.size())}, change.source});
    copied = change.source.end;
  }
  plain.append(source, copied, std::string::npos);
  unmasked.text = Text::read(plain);
  return unmasked;
}

}  // namespace keel
