// Words and their numbers, whole and with one letter missing.
#include "understand/word_table.h"

#include <catch2/catch.hpp>

namespace keel {

TEST_CASE("a table of words tells the number of each, and of no other word") {
  WordTable table;
  CHECK_FALSE(table.find("anything"));
  for (uint32_t number = 0; number < 5000; ++number) {
    CHECK(table.add("word" + std::to_string(number), number));
  }
  CHECK_FALSE(table.add("word7", 9));
  CHECK(table.size() == 5000);
  for (const uint32_t number : {0U, 7U, 4999U}) {
    CHECK(table.find("word" + std::to_string(number)) == number);
  }
  CHECK_FALSE(table.has("word5000"));
  CHECK_FALSE(table.has(""));
  CHECK_FALSE(table.has("wor"));
}

TEST_CASE("a word without one of its letters is found as if it were written down") {
  WordTable table;
  table.add("kill", 1);
  table.add("ill", 2);
  const std::string word = "kiill";
  const ShorterHashes hashes(word);
  for (size_t letter = 0; letter < word.size(); ++letter) {
    std::string shorter = word;
    shorter.erase(letter, 1);
    CAPTURE(shorter);
    CHECK(hashes.without(letter).value() == WordHash(shorter).value());
    CHECK(table.find_without(hashes.without(letter), word, letter) == table.find(shorter));
  }
}

}  // namespace keel
