#include "text/text.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace keel {
namespace {

std::vector<std::string> words_of(std::string_view typed) {
  const Text text = Text::read(typed);
  std::vector<std::string> words;
  for (uint32_t i = 0; i < text.size(); ++i) words.emplace_back(text.word(i));
  return words;
}

using Words = std::vector<std::string>;

TEST_CASE("words are folded so that the ways of typing one word are one word") {
  const struct {
    std::string typed;
    Words words;
  } rows[] = {
      {"I can't STOP!!  she left", {"i", "cant", "stop", "she", "left"}},
      {"DON’T don't dont", {"dont", "dont", "dont"}},
      {"sooooo goooood", {"soo", "good"}},
      {"Ｃａｆé", {"café"}},
      {"cafe\xCC\x81", {"café"}},
      {"𝐤𝐢𝐥𝐥", {"kill"}},
      {"2yrs 10.30pm 1,900 7/10 3rd", {"2yrs", "10.30pm", "1,900", "7", "10", "3rd"}},
      {"ex-wife & me", {"ex", "wife", "and", "me"}},
      {"3 p.m. in the U.S. k.m.s", {"3", "pm", "in", "the", "us", "kms"}},
      {"f*ck a$$ault", {"f*ck", "a$$ault"}},
      {"i\xE2\x80\x8Bm do\xC2\xADne", {"im", "done"}},
      {"goin' 'cause", {"goin", "cause"}},
      {"70% $5 +1", {"70", "%", "$", "5", "+", "1"}},
      {"i <3 u", {"i", "<3", "u"}},
      {"今日は悲しい", {"今日", "は", "悲しい"}},
      {"11111", {"11111"}},
      {"", {}},
      {"... !! \t\n", {}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.typed);
    CHECK(words_of(row.typed) == row.words);
  }
}

TEST_CASE("emoji are tokens of their own, whatever their skin or family") {
  CHECK(words_of("ok😭😭") == Words{"ok", "😭", "😭"});
  CHECK(words_of("👍🏽") == Words{"👍"});
  CHECK(words_of("❤️") == Words{"❤"});
  CHECK(words_of("👨‍👩‍👧!").size() == 1);
  CHECK(words_of("🇬🇧🇩🇪").size() == 2);
  CHECK(Text::read("😭").tokens()[0].kind == TokenKind::emoji);
}

TEST_CASE("numbers are told from words") {
  const Text text = Text::read("3 10:30 2yrs two");
  CHECK(text.tokens()[0].kind == TokenKind::number);
  CHECK(text.tokens()[1].kind == TokenKind::number);
  CHECK(text.tokens()[2].kind == TokenKind::word);
  CHECK(text.tokens()[3].kind == TokenKind::word);
}

TEST_CASE("sentences end where a reader would end them") {
  const struct {
    std::string typed;
    size_t sentences;
  } rows[] = {
      {"I can't STOP!!  she left", 2},
      {"one. two? three!", 3},
      {"i just... miss him", 1},
      {"it is 10.30 now", 1},
      {"Mr. Patel left", 1},
      {"at 3 p.m. he left", 1},
      {"he left me\nim done", 1},
      {"He left.\nI cried", 2},
      {"he left\n\ni cried", 2},
      {"He left me\nI am done", 2},
      {"ok!", 1},
      {"!!", 0},
      {"wait…what", 1},
      {"no!he left", 2},
  };
  for (const auto& row : rows) {
    CAPTURE(row.typed);
    CHECK(Text::read(row.typed).sentences().size() == row.sentences);
  }
}

TEST_CASE("any bytes make a valid text") {
  const struct {
    std::string typed;
    std::string source;
  } rows[] = {
      {"a\xFF z", "a\xEF\xBF\xBD z"},
      {"\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"\xE2\x82", "\xEF\xBF\xBD"},
      {std::string("a\0b", 3), "ab"},
      {"a\r\nb\rc", "a\nb\nc"},
      {"\xEF\xBB\xBFhi\xE2\x80\xAE", "hi"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.typed);
    CHECK(Text::read(row.typed).source() == row.source);
  }
}

TEST_CASE("a text over the limit is cut at a whole character") {
  std::string typed(text_bytes_max - 5, 'a');
  for (int i = 0; i < 10; ++i) typed += "é";
  const Text text = Text::read(typed);
  CHECK(text.source().size() <= text_bytes_max);
  CHECK(text.source().size() > text_bytes_max - 8);
  CHECK(text.code_points() < text.source().size());
}

TEST_CASE("places in the folded text lead back to what was typed") {
  const Text text = Text::read("😭 She DIDN’T answer");
  CHECK(text.words({1, 3}) == "She DIDN’T");
  CHECK(text.code_point_offset(text.span({2, 3}).begin) == 6);
  CHECK(text.span({3, 3}).empty());
}

}  // namespace
}  // namespace keel
