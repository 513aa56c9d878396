// Question types times classes of input, with the real respond(): the coach says something, and the
// conversation can go on. This is what engine/verify/moves.cpp says of the engine, held against it.
#include <catch2/catch.hpp>

#include "small_pack.h"

namespace keel::test {
namespace {

struct Question {
  const char* type;     // empty: replies only
  const char* replies;  // lines under it
  const char* answer;   // words that are one
  bool any_words;       // whatever is typed is an answer
};

const std::vector<Question> questions = {
    {"scale 0 to 10", "", "7", false},
    {"number", "", "12", false},
    {"duration", "", "10 minutes", false},
    {"date", "", "yesterday", false},
    {"yes or no", "  * Yes\n    as yes\n  * No\n    as no\n", "yes", false},
    {"one of", "  * Lemon\n  * Plum\n", "lemon", false},
    {"one of or own words", "  * Lemon\n  * Plum\n", "lemon", true},
    {"text", "", "the garden gate", true},
    {"long text", "", "the garden gate", true},
    {"name", "", "Maria", false},
    {"pronoun", "", "she", false},
    {"country", "", "Portugal", false},
    {"when", "", "next week", true},
    {"", "  * Lemon\n  * Plum\n", "lemon", false},
};

constexpr const char* nonsense = "the bicycle stood behind the old wall";

std::shared_ptr<const Program> pack_with(const Question& question) {
  const std::string type = question.type;
  const std::string ask = type.empty() ? "" : "  ask it: " + type + "\n";
  return small_pack({{"dialogs/round.keel",
                      "flow round\ntitle: Round\nsources: own\n"
                      "returning: We were at a question.\n\n"
                      "Coach: The question?\n" +
                          ask + "  again: The question again?\n" + question.replies +
                          "Coach: The next line.\n"
                          "Coach: The second?\n  * Done\nCoach: Over.\n"}});
}

Talk at_question(const Question& question) {
  Talk talk(pack_with(question));
  talk.open();
  talk.say("x");
  talk.start("round");
  return talk;
}

bool says(const Turn& turn, const char* words) {
  return said(turn).find(words) != std::string::npos;
}

TEST_CASE("an answer of its type leads on") {
  for (const Question& question : questions) {
    INFO(question.type);
    Talk talk = at_question(question);
    CHECK(says(talk.say(question.answer), "The next line."));
  }
}

TEST_CASE("a tapped reply leads on") {
  for (const Question& question : questions) {
    if (std::string(question.replies).empty()) continue;
    INFO(question.type);
    Talk talk = at_question(question);
    const std::string label = talk.session().now.choices.front().title;
    CHECK(says(talk.tap(label), "The next line."));
  }
}

TEST_CASE("a skip leads on") {
  for (const Question& question : questions) {
    INFO(question.type);
    Talk talk = at_question(question);
    CHECK(says(talk.say("skip"), "The next line."));
  }
}

TEST_CASE("words that fit nothing are asked about twice, and then the question is let go") {
  for (const Question& question : questions) {
    INFO(question.type);
    Talk talk = at_question(question);
    if (question.any_words) {
      CHECK(says(talk.say(nonsense), "The next line."));
      continue;
    }
    CHECK_FALSE(said(talk.say(nonsense)).empty());
    CHECK_FALSE(said(talk.say(nonsense)).empty());
    CHECK(says(talk.say(nonsense), "The next line."));
  }
}

TEST_CASE("house commands, silence and a risk leave the question open beneath") {
  for (const Question& question : questions) {
    for (const char* words : {"why do you ask", "thank you"}) {
      INFO(question.type << ": " << words);
      Talk talk = at_question(question);
      CHECK_FALSE(said(talk.say(words)).empty());
      CHECK(talk.open_flow() == "round");
      CHECK(says(talk.say("skip"), "The next line."));
    }
    INFO(question.type);
    Talk risk = at_question(question);
    CHECK(says(risk.say("i just don't want to be here any more"), "ending your life"));
    CHECK(says(risk.say("no i'm not"), "Shall we go on?"));
    CHECK(says(risk.tap("Go on"), "The question again?"));
    Talk silence = at_question(question);
    silence.pass(hour_ms);
    CHECK(silence.open().bubbles.empty());
    CHECK(says(silence.say("skip"), "The next line."));
    Talk stop = at_question(question);
    CHECK_FALSE(said(stop.say("stop")).empty());
    CHECK(stop.open_flow().empty());
  }
}

TEST_CASE("another flow comes between, and the question after it") {
  for (const Question& question : questions) {
    if (question.any_words) continue;
    INFO(question.type);
    Talk talk = at_question(question);
    CHECK(says(talk.say("i want some cake"), "What kind?"));
    CHECK(says(talk.say("lemon"), "The question again?"));
  }
}

TEST_CASE("a visit is passed over where too many flows stand") {
  std::string deep =
      "flow deep\ntitle: Deep\nsources: own\n\nCoach: Down?\n  * Down\n"
      "    visit deep\nCoach: Up.\n";
  Talk talk(small_pack({{"dialogs/deep.keel", deep}}));
  talk.open();
  talk.start("deep");
  for (size_t depth = talk.session().now.stack.size(); depth < stack_depth_max; ++depth)
    talk.tap("Down");
  REQUIRE(talk.session().now.stack.size() == stack_depth_max);
  CHECK(says(talk.tap("Down"), "Up."));
}

}  // namespace
}  // namespace keel::test
