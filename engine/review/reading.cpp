#include "review/reading.h"

#include <algorithm>
#include <string>

namespace keel {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool is_vowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

bool is_consonant(char c) {
  return c >= 'a' && c <= 'z' && !is_vowel(c);
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// The ’ of print is the ' of the keyboard here.
std::string plain(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("’")) {
      out += '\'';
      i += 2;
    } else if (text.substr(i).starts_with("…")) {
      out += '.';
      i += 2;
    } else {
      out += lower(text[i]);
    }
  }
  return out;
}

bool ends_sound(const std::string& word, std::string_view ending, std::string_view heard_after) {
  if (word.size() <= ending.size() + 1 || !word.ends_with(ending)) return false;
  const char before = word[word.size() - ending.size() - 1];
  return is_consonant(before) && heard_after.find(before) == std::string_view::npos;
}

// "moved", "makes", "hope"; but "wanted", "raises", "little" and "the".
bool ending_is_silent(const std::string& word) {
  if (word.ends_with("le") && word.size() > 2 && is_consonant(word[word.size() - 3])) return false;
  if (ends_sound(word, "ed", "td")) return true;
  if (word.ends_with("ches") || word.ends_with("shes")) return false;
  if (ends_sound(word, "es", "szxcg")) return true;
  return ends_sound(word, "e", "");
}

// "3.5", "10,000": one word.
bool is_point_in_number(std::string_view text, size_t at) {
  const auto digit = [&](size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  return (text[at] == '.' || text[at] == ',') && at > 0 && digit(at - 1) && digit(at + 1);
}

}  // namespace

int syllables_of(std::string_view written) {
  std::string word;
  bool not_added = false;
  const std::string folded = plain(written);
  for (const char c : folded) {
    if (is_letter(c)) word += c;
  }
  // "didn't", "isn't"; but "don't", "can't", "aren't".
  if (folded.ends_with("n't") && folded.size() > 3) {
    const char before = folded[folded.size() - 4];
    not_added = is_consonant(before) && before != 'r';
    if (folded.ends_with("ren't")) word.resize(word.size() - 3);  // "aren't", "weren't"
  }
  int groups = 0;
  bool inside = false;
  for (const char c : word) {
    const bool vowel = is_vowel(c);
    if (vowel && !inside) ++groups;
    inside = vowel;
  }
  if (groups > 1 && ending_is_silent(word)) --groups;
  return std::max(1, groups + (not_added ? 1 : 0));
}

Reading read_line(std::string_view text) {
  Reading reading;
  const std::string words = plain(text);
  std::string word;
  bool slot = false, letters = false;
  const auto finish = [&] {
    if (slot || letters) {
      ++reading.words;
      reading.syllables += slot ? 1 : syllables_of(word);
    }
    word.clear();
    slot = letters = false;
  };
  for (size_t i = 0; i < words.size(); ++i) {
    const char c = words[i];
    if (c == '{') {
      const size_t close = words.find('}', i);
      if (close != std::string::npos) i = close;
      slot = true;
    } else if (is_letter(c) || (c >= '0' && c <= '9')) {
      word += c;
      letters = true;
    } else if (letters && (c == '\'' || is_point_in_number(words, i))) {
      word += c;
    } else {
      finish();
      const bool closes = c == '.' || c == '!' || c == '?';
      size_t next = i + 1;
      while (next < words.size() && (words[next] == '"' || words[next] == ')')) ++next;
      if (closes && (next == words.size() || words[next] == ' ')) ++reading.sentences;
    }
  }
  const bool open = slot || letters;
  finish();
  if (open || (reading.sentences == 0 && reading.words > 0)) ++reading.sentences;
  return reading;
}

double Reading::grade() const {
  if (words == 0) return 0;
  const double grade = 0.39 * words / std::max(1, sentences) + 11.8 * syllables / words - 15.59;
  return std::max(0.0, grade);
}

}  // namespace keel
