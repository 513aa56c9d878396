#pragma once
// reading: how hard a line is to read. The Flesch-Kincaid grade is
//   0.39 * words / sentences + 11.8 * syllables / words - 15.59
// Source: Kincaid, Fishburne, Rogers and Chissom 1975. It was made for pages, so that of a line
// under ten words or so it says little; the median of a whole flow says more.
//
//   Reading reading = read_line("It went from {before} to {after}.");   // 6 words: {slot} is one
//   double grade = reading.grade();
//
// Syllables of a word: its groups of vowels (a e i o u y), less a silent ending (-e, -es, -ed,
// where no vowel is heard), one more for -n't after a consonant, at least one. A number and a
// {slot} count as one word of one syllable. A sentence ends at . ! ? or … before a space or the
// end.
//
// Threads: pure. English only; of another language only the words count.
#include <cstdint>
#include <string_view>

namespace keel {

struct Reading {
  int words = 0;
  int sentences = 0;
  int syllables = 0;
  double grade() const;  // 0 without words; never below 0
};

Reading read_line(std::string_view text);
int syllables_of(std::string_view word);

}  // namespace keel
