#include <algorithm>
#include <catch2/catch.hpp>

#include "small_pack.h"
#include "store/session_json.h"

using namespace keel;
using keel::test::said;
using keel::test::small_pack;
using keel::test::Talk;

namespace {

const std::shared_ptr<const Program>& coach() {
  static const std::shared_ptr<const Program> program = small_pack();
  return program;
}

Talk tea_at(const std::string& question) {
  Talk talk(coach());
  talk.start("tea");
  if (question == "thirst") return talk;
  talk.say("3");
  if (question == "milk") return talk;
  talk.say("yes");
  if (question == "mug") return talk;
  talk.say("my old one");
  return talk;
}

template <class Kind>
bool shows(const Turn& turn) {
  return std::any_of(turn.bubbles.begin(), turn.bubbles.end(), [](const Bubble& bubble) {
    return bubble.card && std::holds_alternative<Kind>(*bubble.card);
  });
}

}  // namespace

TEST_CASE("a flow runs straight through, by typing or by tapping") {
  Talk talk(coach());
  CHECK(said(talk.open()) == "Hello there.\nWhat brings you?\n");
  CHECK(said(talk.say("tired")) == "");
  CHECK(said(talk.say("i would like some tea")) == "Tea it is.\nHow thirsty, from 0 to 10?\n");
  const Turn big = talk.say("nine");
  CHECK(said(big) == "The big cup then. Shall I add ice?\n");
  REQUIRE(big.choices.size() == 2);
  CHECK(said(talk.say("warm pls")) == "Milk?\n");
  CHECK(said(talk.tap("No")) == "What do you call this mug?\n");
  const Turn named = talk.say("grandma's chipped one.");
  CHECK(said(named) == "\"grandma's chipped one\", good.\n");
  CHECK(shows<TimerCard>(named));
  REQUIRE(named.view.timers.size() == 1);
  CHECK(said(talk.tap("It is ready")) == "It is ready.\nWhat now?\n");
  CHECK(talk.journal().last("thirst")->answer.value == Value::of_number(9));
}

TEST_CASE(
    "every question takes a tapped and a typed answer, and says so when it does not understand") {
  Talk talk = tea_at("thirst");
  CHECK(said(talk.say("blorf")) == "Say that differently?\nA number from 0 to 10?\n");
  CHECK(said(talk.say("blorf blorf")) == "A number from 0 to 10?\n");
  CHECK(said(talk.say("blorf blorf blorf")) == "The small cup.\nMilk?\n");
  CHECK_FALSE(talk.slot("thirst").value.known());
}

TEST_CASE("a tap that is not on offer any more is read as words") {
  Talk talk = tea_at("milk");
  CHECK(said(talk.send("Yes", "reply:tea/thirst/0")) == "What do you call this mug?\n");
  Talk forged = tea_at("milk");
  CHECK(said(forged.send("blorf", "flow:secret")) == "Say that differently?\nMilk?\n");
}

TEST_CASE("back takes one step back, question by question, and stops at the beginning") {
  Talk talk = tea_at("mug");
  CHECK(said(talk.say("back")) == "One step back.\nMilk?\n");
  CHECK(said(talk.say("go back")) == "One step back.\nHow thirsty, from 0 to 10?\n");
  CHECK(said(talk.say("7")) == "The small cup.\nMilk?\n");
  CHECK(talk.slot("thirst").value.number == 7);
}

TEST_CASE(
    "skip goes by `if skipped`, why explains and asks again, thanks does not lose the place") {
  Talk talk = tea_at("milk");
  CHECK(said(talk.say("thanks")) == "Gladly.\nMilk?\n");
  CHECK(said(talk.say("skip")) == "Skipped.\nNo milk then.\nWhat do you call this mug?\n");
  Talk other = tea_at("thirst");
  CHECK(said(other.say("why do you ask")) ==
        "A fair question.\nA thirsty person gets the big cup.\nA number from 0 to 10?\n");
  CHECK(said(other.say("stop")) == "Stopped.\n");
  CHECK(other.open_flow().empty());
}

TEST_CASE("a question of the house itself can be asked about, and the place beneath is kept") {
  Talk talk = tea_at("milk");
  CHECK(said(talk.say("erase it all")) == "Erase it all?\n");
  CHECK(said(talk.say("why do you ask")) ==
        "A fair question.\nIt cannot be brought back.\nErase it all?\n");
  CHECK(said(talk.say("no")) == "Milk?\n");
  talk.say("erase it all");
  CHECK(talk.tap("Yes, all of it").erase == EraseRequest::everything);
}

TEST_CASE("back takes the kept answer of the step back with it") {
  Talk talk = tea_at("milk");
  REQUIRE(talk.journal().last("thirst") != nullptr);
  talk.say("back");
  CHECK(talk.journal().last("thirst") == nullptr);
}

TEST_CASE("what cannot be read is said to be unreadable, and the place is kept") {
  Talk talk(small_pack(
      {{"dialogs/house/house-gibberish.keel",
        "flow house-gibberish\ntitle: Noise\nsources: own\n\nCoach: No word in that.\nend\n"},
       {"dialogs/house/house-too-long.keel",
        "flow house-too-long\ntitle: Long\nsources: own\n\nCoach: The heart of it?\nend\n"}}));
  CHECK(said(talk.say("sdfkjhsdf wrtzplk")) == "No word in that.\n");
  talk.start("tea");
  talk.say("3");
  CHECK(said(talk.say("sdfkjhsdf")) == "No word in that.\nMilk?\n");
  CHECK(said(talk.say(std::string(90'000, 'x') + " tea")) == "The heart of it?\nMilk?\n");
}

TEST_CASE("what a message says itself is not what it corrects, and not knowing skips a number") {
  Talk talk(coach());
  talk.open();
  talk.say("i would like some tea");
  CHECK(said(talk.say("no it was four days")).find("Mended") == std::string::npos);
  Talk other = tea_at("thirst");
  CHECK(said(other.say("idk")) == "The small cup.\nMilk?\n");
}

TEST_CASE("start over begins the same flow anew, without its answers") {
  Talk talk = tea_at("milk");
  CHECK(said(talk.say("start over")) ==
        "From the start.\nTea again.\nHow thirsty, from 0 to 10?\n");
}

TEST_CASE("another flow may interrupt; coming back says so and asks again") {
  Talk talk = tea_at("thirst");
  CHECK(said(talk.say("i want cake")) == "What kind?\n");
  CHECK(said(talk.tap("Plum")) == "Plum it is.\nWe were making tea.\nA number from 0 to 10?\n");
}

TEST_CASE("a wait ends by its timer, late or by a reopened page, and by its replies") {
  Talk talk = tea_at("wait");
  const std::string timer = talk.session().now.timers.at(0).timer.id;
  CHECK(said(talk.elapse(timer)).empty());
  talk.pass(5 * minute_ms);
  CHECK(said(talk.elapse("t99")).empty());
  CHECK(said(talk.elapse(timer)) == "It is ready.\nWhat now?\n");
  CHECK(said(talk.elapse(timer)).empty());

  Talk late = tea_at("wait");
  late.pass(2 * hour_ms);
  CHECK(said(late.open()) == "It has been ready for a while.\nWhat now?\n");
}

TEST_CASE("a wait that runs out under another question is held until the way is free") {
  Talk talk = tea_at("wait");
  const std::string timer = talk.session().now.timers.at(0).timer.id;
  CHECK(said(talk.say("i want cake")) == "What kind?\n");
  talk.pass(6 * minute_ms);
  CHECK(said(talk.elapse(timer)).empty());
  CHECK(said(talk.tap("Lemon")) == "Lemon it is.\nIt is ready.\nWhat now?\n");
}

TEST_CASE(
    "a follow-up comes the next morning in daytime, once, and not when it was spoken of first") {
  Talk talk = tea_at("wait");
  talk.tap("It is ready");
  talk.tap("Leave it here");
  REQUIRE(talk.session().now.timers.size() == 1);
  const OpenTimer open = talk.session().now.timers[0];
  CHECK(open.timer.silent);
  CHECK(local_time(open.timer.ends_at, 0).hour == 9);
  Talk again = talk;
  talk.pass(20 * hour_ms);
  CHECK(said(talk.elapse(open.timer.id)) == "Yesterday you had tea. Again?\n");
  CHECK(said(talk.elapse(open.timer.id)).empty());
  again.say("i want tea");
  CHECK(std::none_of(again.session().now.timers.begin(), again.session().now.timers.end(),
                     [](const OpenTimer& t) { return t.timer.silent; }));
}

TEST_CASE("what a flow forgets is nowhere afterwards") {
  Talk talk(coach());
  talk.open();
  talk.say("nothing much");
  talk.say("secret");
  const Turn turn = talk.say("the cat is called Zebulon");
  CHECK(said(turn) == "Safe.\n");
  CHECK(turn.forget_this);
  CHECK(turn.journal.empty());
  const std::string saved = session_to_json(talk.session());
  CHECK(saved.find("Zebulon") == std::string::npos);
}

TEST_CASE("a risk is taken up at every kind of question, and the place is kept") {
  for (const char* question : {"thirst", "milk", "mug", "wait"}) {
    CAPTURE(question);
    Talk talk = tea_at(question);
    const Turn turn = talk.say("i just don't want to be here any more");
    CHECK(said(turn) == "Are you thinking about ending your life?\n");
    CHECK(turn.view.safety == SafetyLevel::ask);
    CHECK_FALSE(turn.view.help_lines.empty());
    const Turn after = talk.say("no i'm not");
    CHECK(said(after) == "Shall we go on?\n");
    CHECK(after.view.safety == SafetyLevel::ask);
    talk.tap("Go on");
    CHECK(talk.open_flow() == "tea");
  }
}

TEST_CASE("inside a safety flow an equal hit is never guessed to be a no") {
  Talk talk = tea_at("milk");
  talk.say("i just don't want to be here any more");
  const Turn turn = talk.say("no, i just don't want to wake up");
  CHECK(said(turn) == "Here are people to talk to.\nShall we go on?\n");
  CHECK(shows<CrisisCard>(turn));
}

TEST_CASE("a category and level without a flow gets the built-in text with the lines") {
  Talk talk = tea_at("milk");
  const Turn turn = talk.say("he has a knife and he is going to stab me right now");
  REQUIRE_FALSE(turn.bubbles.empty());
  CHECK(turn.bubbles[0].line.rfind("built-in/", 0) == 0);
  CHECK(shows<CrisisCard>(turn));
  CHECK(turn.view.safety >= SafetyLevel::high);
}

TEST_CASE("a saved conversation survives a script in which its place is gone") {
  Talk talk = tea_at("milk");
  const Result<Session> loaded = session_from_json(session_to_json(talk.session()));
  REQUIRE(loaded);
  CHECK(session_to_json(*loaded) == session_to_json(talk.session()));
  Talk newer(small_pack(
      {{"dialogs/tea.keel",
        "flow tea\ntitle: Tea\nsources: own\nstart on: wants-tea\n\nCoach: Out of tea.\n"}}));
  newer.session() = *loaded;
  const Turn turn = newer.say("i want tea");
  CHECK(said(turn) == "Out of tea.\n");
}

TEST_CASE("a save that is no save is an error and nothing worse") {
  for (const char* broken :
       {"", "{", "[]", "{\"now\":{\"stack\":3}}", "{\"now\":{\"visits\":{\"a\":[1]}}}"}) {
    CAPTURE(broken);
    CHECK_FALSE(session_from_json(broken));
  }
}

TEST_CASE("the same program, session and event give the same turn to the byte") {
  Talk a = tea_at("mug");
  Talk b = tea_at("mug");
  CHECK(said(a.say("the green one")) == said(b.say("the green one")));
  CHECK(session_to_json(a.session()) == session_to_json(b.session()));
}

TEST_CASE("a session stays small however long it goes on") {
  Talk talk(coach());
  talk.open();
  for (int i = 0; i < 300; ++i) {
    talk.say(i % 3 == 0 ? "i want tea" : i % 3 == 1 ? "8" : "i want cake");
    CHECK(talk.session().now.stack.size() <= stack_depth_max);
  }
  CHECK(session_to_json(talk.session()).size() < 64 * 1024);
}
