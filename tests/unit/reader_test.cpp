#include "understand/reader.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace keel {
namespace {

ContentLine line(std::string text) {
  const auto size = static_cast<uint32_t>(text.size());
  return {std::move(text), "intents/test.keel", {0, size}};
}

std::vector<ContentLine> lines(const std::vector<std::string>& texts) {
  std::vector<ContentLine> all;
  for (const std::string& text : texts) all.push_back(line(text));
  return all;
}

ReaderContent small_content() {
  ReaderContent content;
  content.lists = {{"them", lines({"him", "her", "my ex"})}};
  content.intents = {
      {"urge",
       lines({"i want to text him so badly", "about to message her", "my thumb is on send",
              "i need to call him now", "going to write to her", "i have to hear his voice"}),
       lines({"(want|need|about|going) to (text|call) {them}"})},
      {"calm",
       lines({"help me calm down", "i cant breathe", "my heart is racing", "i need to relax",
              "panic again", "breathe with me"}),
       lines({"calm me down", "need to relax"})},
      {"bye",
       lines({"goodbye", "bye for now", "see you tomorrow", "i have to go", "good night", "later"}),
       lines({"< bye >"})},
  };
  return content;
}

Reader small_reader() {
  std::vector<Diagnostic> mistakes;
  Reader reader = Reader::build(small_content(), 1, mistakes);
  REQUIRE(mistakes.empty());
  return reader;
}

TEST_CASE("a second thing is one that a part of the message says by itself") {
  const Reader reader = small_reader();
  const auto second = [&reader](std::string_view typed) {
    const Understanding heard = reader.read(Text::read(typed), {});
    return heard.second ? heard.second->id : std::string("-");
  };
  CHECK(second("i want to text him and calm me down") == "calm");
  CHECK(second("i have to hear his voice and call him now, also help me calm down") == "calm");
  CHECK(second("i have to hear his voice, also him") == "-");
  CHECK(second("i have to hear his voice") == "-");
  const std::string typed = "i have to hear his voice and call him now, also help me calm down";
  const Understanding heard = reader.read(Text::read(typed), {});
  REQUIRE(heard.second.has_value());
  REQUIRE_FALSE(heard.second->evidence.empty());
  const Evidence& evidence = heard.second->evidence[0];
  CHECK(typed.substr(evidence.span.begin, evidence.span.size()) == evidence.rule);
}

TEST_CASE("a pattern wins over the model and says which words it took") {
  const Reader reader = small_reader();
  const Text text = Text::read("good night i want to text him");
  const Understanding heard = reader.read(text, {});
  REQUIRE_FALSE(heard.intents.empty());
  CHECK(heard.intents[0].id == "urge");
  CHECK(heard.intents[0].by_pattern);
  CHECK(heard.intents[0].confidence == 1);
  CHECK(heard.in_scope);
  REQUIRE(heard.intents[0].evidence.size() == 1);
  CHECK(heard.intents[0].evidence[0].rule == "(want|need|about|going) to (text|call) {them}");
  const Span span = heard.intents[0].evidence[0].span;
  CHECK(text.source().substr(span.begin, span.size()) == "want to text him");
}

TEST_CASE("in a long message a pattern counts for what the writer asks last") {
  const Reader reader = small_reader();
  const auto by_pattern = [&reader](const std::string& typed) {
    return !reader.read_patterns(Text::read(typed)).empty();
  };
  const std::string story = "she went to the shop with her mother and then to the lake and home";
  CHECK(by_pattern(story + " i need to relax"));
  CHECK_FALSE(by_pattern(story + " we need to relax"));
  CHECK_FALSE(by_pattern("i need to relax when " + story));
}

TEST_CASE("without a pattern the model guesses, every intent once, at most five") {
  const Reader reader = small_reader();
  const Understanding heard = reader.read(Text::read("my heart is racing so fast"), {});
  REQUIRE(heard.intents.size() == 3);
  CHECK(heard.intents[0].id == "calm");
  CHECK_FALSE(heard.intents[0].by_pattern);
  CHECK_FALSE(heard.intents[0].evidence.empty());
  CHECK(heard.intents[0].id != heard.intents[1].id);
}

TEST_CASE("an urge that is denied is no urge") {
  const Reader reader = small_reader();
  for (const char* typed : {"i dont want to text him", "im not going to call her",
                            "I don't really want to text my ex", "i'm not about to text him"}) {
    CAPTURE(typed);
    const Understanding heard = reader.read(Text::read(typed), {});
    for (const IntentGuess& guess : heard.intents) {
      if (guess.id != "urge") continue;
      CHECK_FALSE(guess.by_pattern);
      CHECK(guess.confidence < 0.5F);
    }
  }
  CHECK(reader.read(Text::read("not sure, i want to text him"), {}).intents[0].by_pattern);
}

TEST_CASE("a phrase in passing does not decide a long story") {
  const Reader reader = small_reader();
  const Understanding heard = reader.read(
      Text::read(
          "we went to the sea last summer and the kids ran about and my mother sat there and "
          "said someone should calm me down because i laughed so much at the gulls"),
      {});
  REQUIRE_FALSE(heard.intents.empty());
  CHECK((!heard.intents[0].by_pattern || heard.intents[0].id == "calm"));
}

TEST_CASE("particulars and corrections are read along") {
  const Reader reader = small_reader();
  const Understanding heard =
      reader.read(Text::read("no it was 3 years"), {.coach_said = "Two years together."});
  REQUIRE(heard.correction.has_value());
  CHECK(heard.correction->slot == "duration");
  CHECK(heard.correction->value == "P3Y");
  const Understanding story = reader.read(Text::read("he left me on read"), {});
  REQUIRE(story.particulars.event.has_value());
  CHECK(story.particulars.event->value == "left-on-read");
  CHECK_FALSE(story.correction.has_value());
}

TEST_CASE("mistakes in patterns are told, and the rest still works") {
  ReaderContent content = small_content();
  content.intents[0].patterns.push_back(line("text {nobody}"));
  std::vector<Diagnostic> mistakes;
  const Reader reader = Reader::build(content, 1, mistakes);
  REQUIRE(mistakes.size() == 1);
  CHECK(mistakes[0].code == "K205");
  CHECK(reader.read(Text::read("about to call her"), {}).intents[0].id == "urge");
}

TEST_CASE("two readers of the same content hear the same") {
  const Reader a = small_reader();
  const Reader b = small_reader();
  for (const char* typed : {"hello there", "i cannot sleep", "call her? no", "🥲", "x"}) {
    CAPTURE(typed);
    const Understanding left = a.read(Text::read(typed), {});
    const Understanding right = b.read(Text::read(typed), {});
    REQUIRE(left.intents.size() == right.intents.size());
    for (size_t i = 0; i < left.intents.size(); ++i) {
      CHECK(left.intents[i].id == right.intents[i].id);
      CHECK(left.intents[i].confidence == right.intents[i].confidence);
    }
  }
}

TEST_CASE("nothing said is nothing heard") {
  const Reader reader = small_reader();
  const Understanding heard = reader.read(Text::read(""), {});
  CHECK(heard.intents.empty());
  CHECK_FALSE(heard.in_scope);
  CHECK(heard.particulars.empty());
  CHECK(Reader().read(Text::read("hello"), {}).intents.empty());
}

TEST_CASE("levels of safety have names that are kept") {
  for (const SafetyLevel level :
       {SafetyLevel::none, SafetyLevel::ask, SafetyLevel::high, SafetyLevel::emergency}) {
    CHECK(safety_level_of(name_of(level)) == level);
  }
  CHECK_FALSE(safety_level_of("worse").has_value());
}

}  // namespace
}  // namespace keel
