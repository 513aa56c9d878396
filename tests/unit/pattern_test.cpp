#include "understand/pattern.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace keel {
namespace {

ContentLine line(std::string text) {
  const auto size = static_cast<uint32_t>(text.size());
  return {std::move(text), "intents/test.keel", {100, 100 + size}};
}

WordLists test_lists() {
  std::vector<Diagnostic> mistakes;
  const std::vector<WordListContent> content = {
      {"them", {line("him"), line("her"), line("my ex"), line("my (boyfriend|girlfriend)")}},
      {"contact", {line("text"), line("call"), line("reach out to")}},
  };
  WordLists lists = WordLists::build(content, mistakes);
  REQUIRE(mistakes.empty());
  return lists;
}

// What the pattern takes of the message; "-" when it does not fit.
std::string found(const std::string& pattern, std::string_view message) {
  std::vector<Diagnostic> mistakes;
  const WordLists lists = test_lists();
  PatternSet::Builder builder(lists);
  REQUIRE(builder.add(line(pattern), mistakes));
  REQUIRE(mistakes.empty());
  const PatternSet set = std::move(builder).build();
  const Text text = Text::read(message);
  std::string all;
  for (const PatternMatch& match : set.find(text)) {
    if (!all.empty()) all += " / ";
    all += text.words(match.tokens);
  }
  return all.empty() ? "-" : all;
}

TEST_CASE("a pattern is found where its words stand, and only there") {
  const struct {
    std::string pattern;
    std::string message;
    std::string match;
  } rows[] = {
      {"text him", "I want to TEXT him now", "TEXT him"},
      {"text him", "text to him", "-"},
      {"text him", "I text. Him too", "-"},
      {"don't", "DON’T", "DON’T"},
      {"ex-wife", "my ex wife", "ex wife"},
      {"text*", "texting text texted context", "texting / text / texted"},
      {"(text|call up) him", "call up him", "call up him"},
      {"(text|call up) him", "call him", "-"},
      {"want [so|very much] to go", "i want to go", "want to go"},
      {"want [so|very much] to go", "i want very much to go", "want very much to go"},
      {"i _ him", "i love him", "i love him"},
      {"i _ him", "i him", "-"},
      {"want ... him", "want to go see him", "want to go see him"},
      {"want ... him", "want to go and see him", "-"},
      {"want ...5 him", "want to go and see him", "want to go and see him"},
      {"{contact} {them}", "reach out to my ex", "reach out to my ex"},
      {"{contact} {them}", "call my girlfriend", "call my girlfriend"},
      {"{contact} {them}", "call my mother", "-"},
      {"< stop", "stop it", "stop"},
      {"< stop", "please stop. stop", "stop"},
      {"stop >", "please stop 😭", "stop 😭"},
      {"stop >", "stop it", "-"},
      {"< yes >", "yes!", "yes"},
      {"< yes >", "yes i do", "-"},
      {"< yes >", "❤ yes", "yes"},
      {"text him", "text 😭😭 him", "text 😭😭 him"},
      {"😭", "oh 😭", "😭"},
      {"no (< one|one two)", "no one two", "no one two"},
      {"one [two] [three]", "one three one two three", "one three / one two three"},
      {"<3", "i <3 her", "<3"},
      {"me & him", "me and him", "me and him"},
      {"f*ck*", "f*cking hell", "f*cking"},
      {"_ _ end", "a b c end", "b c end"},
      {"...3 end", "a b c d end", "b c d end"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.pattern, row.message);
    CHECK(found(row.pattern, row.message) == row.match);
  }
}

TEST_CASE("many patterns are found together, each under its own number") {
  std::vector<Diagnostic> mistakes;
  const WordLists lists = test_lists();
  PatternSet::Builder builder(lists);
  CHECK(builder.add(line("left me"), mistakes) == 0U);
  CHECK_FALSE(builder.add(line("(left"), mistakes).has_value());
  CHECK(builder.add(line("on read"), mistakes) == 1U);
  CHECK(builder.add(line("he"), mistakes) == 2U);
  const PatternSet set = std::move(builder).build();
  CHECK(set.size() == 3);
  const std::vector<PatternMatch> matches = set.find(Text::read("He left me on read. he did"));
  REQUIRE(matches.size() == 4);
  CHECK(matches[0].pattern == 0);
  CHECK(matches[1].pattern == 1);
  CHECK(matches[2].pattern == 2);
  CHECK(matches[3].pattern == 2);
  CHECK(matches[3].tokens.first == 5);
}

TEST_CASE("a mistake in a pattern is told with its code and its place") {
  const struct {
    std::string pattern;
    std::string code;
    uint32_t begin;
  } rows[] = {
      {"text) him", "K201", 104}, {"a|b", "K201", 101},           {"()", "K202", 101},
      {"", "K202", 100},          {"(a|)", "K202", 103},          {"(text him", "K203", 100},
      {"[text", "K203", 100},     {"{them", "K203", 100},         {"text {thm}", "K205", 105},
      {"a ...99 b", "K206", 102}, {"_ ... [maybe]", "K208", 100}, {"[a]", "K208", 100},
      {"a *", "K202", 102},
  };
  const WordLists lists = test_lists();
  for (const auto& row : rows) {
    CAPTURE(row.pattern);
    std::vector<Diagnostic> mistakes;
    PatternSet::Builder builder(lists);
    CHECK_FALSE(builder.add(line(row.pattern), mistakes).has_value());
    REQUIRE(mistakes.size() == 1);
    CHECK(mistakes[0].code == row.code);
    CHECK(mistakes[0].span.begin == row.begin);
  }
}

TEST_CASE("a misspelt list is told with the nearest name, and lists do not nest") {
  std::vector<Diagnostic> mistakes;
  const WordLists lists = test_lists();
  PatternSet::Builder builder(lists);
  CHECK_FALSE(builder.add(line("{contect} him"), mistakes).has_value());
  CHECK(mistakes.at(0).hint == "did you mean {contact}?");

  std::vector<Diagnostic> nested;
  const std::vector<WordListContent> content = {{"a", {line("one {them}")}}};
  WordLists::build(content, nested);
  REQUIRE(nested.size() == 1);
  CHECK(nested[0].code == "K204");
}

TEST_CASE("a pattern of too many words is refused, not cut") {
  std::string wide = "(";
  for (int i = 0; i < 150; ++i) wide += "a b|";
  wide += "c)";
  std::vector<Diagnostic> mistakes;
  const WordLists lists;
  PatternSet::Builder builder(lists);
  CHECK_FALSE(builder.add(line(wide), mistakes).has_value());
  CHECK(mistakes.at(0).code == "K207");
}

TEST_CASE("a set without patterns finds nothing") {
  CHECK(PatternSet().find(Text::read("he left")).empty());
  const WordLists lists;
  CHECK(PatternSet::Builder(lists).build().find(Text::read("he left")).empty());
}

}  // namespace
}  // namespace keel
