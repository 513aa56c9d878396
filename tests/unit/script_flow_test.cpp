// Statements become instructions: one script and what it is compiled to.
#include <catch2/catch.hpp>

#include "script_dump.h"
#include "script_front.h"

namespace keel {
namespace {

std::string compiled(const std::string& body) {
  const test::Checked checked = test::check_body(body);
  if (!checked.diagnostics.empty()) return checked.rendered();
  const Flow* flow = checked.flow("example");
  return flow == nullptr ? "no flow" : test::dump(*flow);
}

const Ask& first_ask(const Flow& flow) {
  for (const Instruction& instruction : flow.code) {
    if (const auto* ask = std::get_if<Ask>(&instruction.step)) return *ask;
  }
  FAIL("no question");
  static const Ask none;
  return none;
}

TEST_CASE("what is said and asked stands in the order of the file, and the flow ends by itself") {
  CHECK(compiled(
            "Coach: Hello.\nCoach: How loud is it?\n  ask urge: scale 0 to 10\nCoach: I see.\n") ==
        "0 say example/start/1\n"
        "1 ask urge urge:1 next:2\n"
        "2 say example/start/3\n"
        "3 end\n");
}

TEST_CASE("what follows an answer goes on where the question goes on") {
  CHECK(compiled("Coach: Shall we?\n"
                 "  ask going: yes or no unless known\n"
                 "  * Yes\n"
                 "    visit breathing\n"
                 "  * Not now\n"
                 "    as no\n"
                 "  any other answer\n"
                 "    Coach: I hear you.\n"
                 "  if skipped\n"
                 "    end\n"
                 "Coach: Well.\n") ==
        "0 ask going going:7 unless-known [Yes=yes 1] [Not now=no 3] other:4 skipped:6 next:8\n"
        "1 visit start/visit-1 breathing\n"
        "2 jump 8\n"
        "3 jump 8\n"
        "4 say example/start/2\n"
        "5 jump 8\n"
        "6 end\n"
        "7 jump 8\n"
        "8 say example/start/3\n"
        "9 end\n");
}

TEST_CASE("a question may stand under a reply, and one without a slot is named by its place") {
  CHECK(compiled("part first\n"
                 "Coach: Anything practical?\n"
                 "  * Yes\n"
                 "    Coach: What is it?\n"
                 "      ask matter: text\n"
                 "  * No\n") ==
        "0 ask first/1 [Yes=? 1] [No=? 3] next:4\n"
        "1 ask matter matter:10 next:2\n"
        "2 jump 4\n"
        "3 jump 4\n"
        "4 end\n");
}

TEST_CASE("a slot that is asked twice gives no name to its questions") {
  CHECK(compiled(
            "Coach: One?\n  ask urge: scale 0 to 10\nCoach: Two?\n  ask urge: scale 0 to 10\n") ==
        "0 ask start/1 urge:1 next:1\n"
        "1 ask start/2 urge:1 next:2\n"
        "2 end\n");
}

TEST_CASE("if, otherwise if and otherwise are branches and jumps") {
  CHECK(compiled("Coach: How loud?\n  ask urge: scale 0 to 10\n"
                 "if urge >= 7\n  Coach: Loud.\notherwise if urge < 3\n  Coach: "
                 "Quiet.\notherwise\n  Coach: Well.\n"
                 "Coach: On.\n") ==
        "0 ask urge urge:1 next:1\n"
        "1 if urge >= 7 else:4\n"
        "2 say example/start/2\n"
        "3 jump 8\n"
        "4 if urge < 3 else:7\n"
        "5 say example/start/3\n"
        "6 jump 8\n"
        "7 say example/start/4\n"
        "8 say example/start/5\n"
        "9 end\n");
}

TEST_CASE("parts are fallen into, jumped to and followed up") {
  CHECK(compiled("Coach: Again tomorrow?\n"
                 "  * Yes\n"
                 "    follow up tomorrow evening with later\n"
                 "  * In a while\n"
                 "    follow up in 3 days with later\n"
                 "  * No\n"
                 "    go to after\n"
                 "part after\n"
                 "end and ask before going back\n"
                 "part later\n"
                 "Coach: How is it now?\n"
                 "  * Again\n"
                 "    go to example\n"
                 "  * Breathe\n"
                 "    go to breathing\n") ==
        "0 ask start/1 [Yes=? 1] [In a while=? 3] [No=? 5] next:7\n"
        "1 follow-up tomorrow-evening later:8\n"
        "2 jump 7\n"
        "3 follow-up after 259200s later:8\n"
        "4 jump 7\n"
        "5 jump 7\n"
        "6 jump 7\n"
        "7 end ask\n"
        "8 ask later/1 [Again=? 9] [Breathe=? 11] next:13\n"
        "9 go example\n"
        "10 jump 13\n"
        "11 go breathing\n"
        "12 jump 13\n"
        "13 end\n");
}

TEST_CASE("waiting takes a duration or a slot, and has replies") {
  CHECK(compiled("wait half an hour\n"
                 "Coach: How long?\n"
                 "  ask length: duration\n"
                 "  if skipped\n"
                 "    set length to 2 minutes\n"
                 "wait length\n"
                 "  * I can stop here\n"
                 "    end\n"
                 "follow up length with later\n"
                 "end\n"
                 "part later\n"
                 "Coach: Well?\n") ==
        "0 wait start/wait-1 1800s next:1\n"
        "1 ask length length:3 skipped:2 next:4\n"
        "2 set length 120s\n"
        "3 jump 4\n"
        "4 wait start/wait-2 length [I can stop here 5] next:7\n"
        "5 end\n"
        "6 jump 7\n"
        "7 follow-up at length later:9\n"
        "8 end\n"
        "9 say example/later/1\n"
        "10 end\n");
}

TEST_CASE("slots are set to words, texts, numbers and other slots; lists are noted and shown") {
  CHECK(compiled(
            "Coach: One thing?\n"
            "  ask thing: text\n"
            "set outcome to hold-back\n"
            "set thing to \"A glass of water\"\n"
            "set kept to thing\n"
            "set rounds to 0\n"
            "add 1 to rounds\n"
            "note thing in things\n"
            "clear things\n"
            "use facts on thing into marks\n"
            "show list things\nshow breathing\nshow quick exit\nshow export\nshow what is known\n"
            "show help lines for domestic-violence\n") ==
        "0 ask thing thing:10 next:1\n"
        "1 set outcome hold-back\n"
        "2 set thing \"A glass of water\"\n"
        "3 set kept from thing\n"
        "4 set rounds 0\n"
        "5 add 1 rounds\n"
        "6 note thing things\n"
        "7 clear things\n"
        "8 use facts thing into marks\n"
        "9 show list things\n"
        "10 show breathing\n"
        "11 show quick-exit\n"
        "12 show export\n"
        "13 show known\n"
        "14 show help-lines domestic-violence\n"
        "15 end\n");
}

TEST_CASE("replies have a value of the question's type") {
  CHECK(compiled("Coach: How long?\n"
                 "  ask length: duration\n"
                 "  * 10 minutes\n"
                 "  * Half an hour\n"
                 "  * The night\n"
                 "    as 9 hours\n"
                 "  * Until tomorrow morning\n"
                 "Coach: How loud?\n"
                 "  ask urge: scale 0 to 10\n"
                 "  * 7\n"
                 "  * All the way\n"
                 "    as 10\n"
                 "Coach: What for?\n"
                 "  ask purpose: one of or own words\n"
                 "  * To feel better\n"
                 "    as relief\n"
                 "  * Something else\n") ==
        "0 ask length length:3 [10 minutes=600s 1] [Half an hour=1800s 2] [The night=32400s 3] "
        "[Until tomorrow morning=? 4] next:5\n"
        "1 jump 5\n2 jump 5\n3 jump 5\n4 jump 5\n"
        "5 ask urge urge:1 [7=7 6] [All the way=10 7] next:8\n"
        "6 jump 8\n7 jump 8\n"
        "8 ask purpose purpose:9 [To feel better=relief 9] [Something else=\"Something else\" 10] "
        "next:11\n"
        "9 jump 11\n10 jump 11\n"
        "11 end\n");
}

TEST_CASE("offers name flows") {
  CHECK(compiled("Coach: What now?\n  offer breathing, example\n") ==
        "0 ask start/1 offer:breathing offer:example next:1\n1 end\n");
  const test::Checked house =
      test::check_files({{"dialogs/house-clarify.keel",
                          "flow house-clarify\n\nCoach: Which one?\n  offer guesses\n"}});
  REQUIRE(house.rendered().empty());
  CHECK(test::dump(*house.flow("house-clarify")) == "0 ask start/1 guesses next:1\n1 end\n");
}

TEST_CASE("house flows act on the conversation") {
  const test::Checked checked =
      test::check_files({{"dialogs/house-erase.keel",
                          "flow house-erase\n\nCoach: All of it?\n  * Yes\n    do erase "
                          "everything\n  * The last\n    do erase last\n"}});
  REQUIRE(checked.rendered().empty());
  CHECK(test::dump(*checked.flow("house-erase")) ==
        "0 ask start/1 [Yes=? 1] [The last=? 3] next:5\n1 do 11\n2 jump 5\n3 do 10\n4 jump 5\n5 "
        "end\n");
}

TEST_CASE("lines keep every letter and name the slots between them") {
  const test::Checked checked = test::check_body(
      "Coach: {They have} one thing: \"{name}\", at 12:30 #1.\n"
      "  or: Nothing # here is a comment.\n"
      "  or if name is known: {Day of name} and {who}, {them}, {their}, {they}.\n"
      "  and if heard duration is known: {heard duration}.\n");
  REQUIRE(checked.rendered().empty());
  const Speech& speech = std::get<Say>(checked.flow("example")->code[0].step).speech;
  CHECK(test::dump(speech.plain[0]) ==
        "example/start/1.1:<they-verb have ^> one thing: \"<slot name>\", at 12:30 #1.");
  CHECK(test::dump(speech.plain[1]) == "example/start/1.2:Nothing # here is a comment.");
  CHECK(test::dump(speech.conditional[0]) ==
        "example/start/1.3:<day name ^> and <who>, <them>, <their>, <they>. if name known");
  CHECK(test::dump(speech.additions[0]) ==
        "example/start/1.4:<heard duration>. if heard duration known");
}

TEST_CASE("a question has its other words and its reason") {
  const test::Checked checked = test::check_body(
      "Coach: One thing?\n  ask thing: text\n  again: Which one?\n  again: Just one.\n  why: One "
      "is enough.\n");
  const Ask& ask = first_ask(*checked.flow("example"));
  REQUIRE(ask.again.size() == 2);
  CHECK(test::dump(ask.again[1]) == "example/start/1.again2:Just one.");
  REQUIRE(ask.why.size() == 1);
  CHECK(test::dump(ask.why[0]) == "example/start/1.why1:One is enough.");
}

TEST_CASE("replies are matched by their label, their words and their value") {
  const test::Checked checked = test::check_body(
      "Coach: Shall we?\n  ask going: yes or no\n  * Let's go\n    as yes\n    like: off we go\n  "
      "* Stay here\n    as no\n");
  const Ask& ask = first_ask(*checked.flow("example"));
  CHECK(ask.matcher.match(Text::read("off we go"))->reply == 0);
  CHECK(ask.matcher.match(Text::read("Stay here"))->reply == 1);
  CHECK(ask.matcher.match(Text::read("nope"))->reply == 1);
}

TEST_CASE("the head says what a flow is") {
  const test::Checked checked =
      test::check_files({{"dialogs/example.keel",
                          "flow example\n"
                          "title: An example\n"
                          "why: It shows.\n"
                          "returning: We were at {name}.\n"
                          "sources: roadmap, breakup\n"
                          "start on: urge-to-contact\n"
                          "start on: safety suicide high\n"
                          "keep: urge until erased\n"
                          "keep: thing for 30 days\n"
                          "forget: secret\n"
                          "define loud: urge >= 7\n"
                          "define signs: how many of urge >= 7, thing is known\n"
                          "never: go to breathing while told_no_contact is yes\n"
                          "\n"
                          "Coach: How loud?\n  ask urge: scale 0 to 10\n"
                          "Coach: What?\n  ask thing: text\n"
                          "Coach: And?\n  ask secret: long text\n"
                          "if loud and signs >= 2\n  Coach: Loud.\n"}});
  REQUIRE(checked.rendered().empty());
  const Flow& flow = *checked.flow("example");
  CHECK(flow.title == "An example");
  CHECK(flow.offer == "An example");
  CHECK(flow.why == "It shows.");
  CHECK(test::dump(*flow.returning) == "example/returning:We were at <slot name>.");
  CHECK(flow.sources == std::vector<std::string>{"roadmap", "breakup"});
  CHECK(flow.start_intents == std::vector<std::string>{"urge-to-contact"});
  CHECK(checked.front->starts.at("urge-to-contact") == std::vector<std::string>{"example"});
  REQUIRE(flow.start_safety.size() == 1);
  CHECK(flow.start_safety[0].category == "suicide");
  CHECK(flow.start_safety[0].level == SafetyLevel::high);
  REQUIRE(flow.keep.size() == 2);
  CHECK(flow.keep[1].retention == Retention::days);
  CHECK(flow.keep[1].days == 30);
  CHECK(flow.forget == std::vector<std::string>{"secret"});
  CHECK(flow.definitions.at("signs").condition.parts.size() == 2);
  CHECK(test::dump(std::get<Branch>(flow.code[3].step).condition) ==
        "(urge >= 7 and count signs >= 2)");
}

TEST_CASE("the ids of a flow's places do not change when lines are added elsewhere") {
  const auto points = [](const std::string& body) {
    const test::Checked checked = test::check_body(body);
    std::vector<std::string> ids;
    for (const auto& [id, address] : checked.flow("example")->points) ids.push_back(id);
    return ids;
  };
  const std::string part = "part after\nCoach: Again?\n  * Yes\nwait 2 minutes\nvisit breathing\n";
  const std::vector<std::string> ids{"after/1", "after/visit-1", "after/wait-1", "urge"};
  CHECK(points("Coach: How loud?\n  ask urge: scale 0 to 10\n" + part) == ids);
  CHECK(points("Coach: Hello.\nCoach: How loud?\n  ask urge: scale 0 to 10\nCoach: I see.\n" +
               part) == ids);
}

}  // namespace
}  // namespace keel
