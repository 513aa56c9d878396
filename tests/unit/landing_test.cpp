// A conversation that was saved under older scripts and goes on under newer ones.
#include <catch2/catch.hpp>

#include "dialog/landing.h"
#include "small_pack.h"
#include "store/session_json.h"

using namespace keel;
using keel::test::said;
using keel::test::small_pack;
using keel::test::Talk;
using keel::test::tea;

namespace {

const std::vector<PackFile> beside = {
    {"dialogs/house/house-moved-on.keel", R"(flow house-moved-on
title: Changed

if left_open is known
  Coach: Part of this has changed.
otherwise
  Coach: This has changed. Where are you now?
)"},
    {"dialogs/picnic.keel", R"(flow picnic
title: A picnic
sources: own

Coach: A picnic.
visit tea
Coach: What is in the basket?
  ask basket: text
Coach: Packed.
)"},
};

// The tea flow of the small pack with some of its text replaced.
// Nothing of it is left: what named it goes to cake.
std::vector<PackFile> without_tea() {
  return {{"dialogs/tea.keel", ""},
          {"dialogs/picnic.keel",
           "flow picnic\ntitle: A picnic\nsources: own\n\nCoach: A picnic.\nvisit cake\n"
           "Coach: What is in the basket?\n  ask basket: text\nCoach: Packed.\n"},
          {"dialogs/house/house-second-miss.keel",
           "flow house-second-miss\ntitle: Miss\n\nCoach: Pick one?\n  offer cake\n"}};
}

using Moves = std::map<std::string, std::string>;

std::shared_ptr<const Program> pack(std::vector<PackFile> changed, const std::string& flow = "",
                                    const Moves& moved = {},
                                    const std::vector<std::string>& was = {}) {
  std::vector<PackFile> files = beside;
  for (PackFile& file : changed) files.push_back(std::move(file));
  auto program = std::make_shared<Program>(*small_pack(files));
  if (flow.empty()) return program;
  program->flows.at(flow).moved = moved;
  program->flows.at(flow).was = was;
  return program;
}

const std::shared_ptr<const Program>& old_pack() {
  static const std::shared_ptr<const Program> program = pack({});
  return program;
}

enum class At { thirst, milk, wait, visit, follow_up, nowhere };

Talk parked(At place) {
  Talk talk(old_pack());
  talk.start(place == At::visit ? "picnic" : "tea");
  if (place == At::thirst) return talk;
  talk.say("8");
  talk.tap("No ice");
  if (place == At::milk || place == At::visit) return talk;
  talk.tap("Yes");
  talk.tap("The blue one");
  if (place == At::wait) return talk;
  talk.tap("It is ready");
  talk.tap("Leave it here");
  return talk;
}

// The same conversation under the newer scripts, after a save and a load.
Talk live(const std::shared_ptr<const Program>& program, Talk old) {
  Result<Session> loaded = session_from_json(session_to_json(old.session()));
  REQUIRE(loaded);
  Talk talk(program);
  talk.session() = std::move(*loaded);
  talk.continue_clock(old);
  return talk;
}

const std::string milk = "Coach: Milk?\n  ask milk: yes or no\n  * Yes\n    as yes\n  * No\n";

std::vector<PackFile> chai() {
  std::vector<PackFile> files = without_tea();
  files.push_back(
      {"dialogs/chai.keel", tea({{"flow tea", "flow chai"}, {"go to tea", "go to chai"}}).text});
  return files;
}

}  // namespace

TEST_CASE("land: the plan, one row for each kind of change") {
  const auto renamed_question =
      pack({tea({{"ask milk:", "ask dairy:"}})}, "tea", {{"milk", "dairy"}});
  const auto moved_to_part = pack({tea({{"ask milk:", "ask dairy:"}})}, "tea", {{"milk", "ready"}});
  const auto gone_question = pack({tea({{"ask milk:", "ask dairy:"}})});
  const auto gone_flow = pack(without_tea());
  const auto renamed_flow = pack(chai(), "chai", {}, {"tea"});
  const auto renamed_part =
      pack({tea({{"part ready", "part done"}, {"go to ready", "go to done"}})}, "tea",
           {{"ready", "done"}});
  using How = Landing::How;
  struct Row {
    std::shared_ptr<const Program> program;
    Parked parked;
    Landing landing;
  };
  const Row rows[] = {
      {old_pack(), {"tea", "milk", "start"}, {How::same, "tea", "milk", ""}},
      {old_pack(), {"tea", "", ""}, {How::same, "tea", "", ""}},
      {old_pack(), {"tea", "", "ready"}, {How::same, "tea", "", "ready"}},
      {renamed_question, {"tea", "milk", "start"}, {How::moved, "tea", "dairy", ""}},
      {moved_to_part, {"tea", "milk", "start"}, {How::moved, "tea", "", "ready"}},
      {gone_question, {"tea", "milk", "start"}, {How::part, "tea", "", ""}},
      {gone_question, {"tea", "milk", ""}, {}},
      {renamed_flow, {"tea", "milk", "start"}, {How::renamed, "chai", "milk", ""}},
      {renamed_flow, {"tea", "gone", "ready"}, {How::part, "chai", "", "ready"}},
      {renamed_flow, {"tea", "gone", "gone"}, {}},
      {gone_flow, {"tea", "milk", "start"}, {}},
      {renamed_part, {"tea", "ready/2", "ready"}, {How::moved, "tea", "done/2", ""}},
      {renamed_part, {"tea", "", "ready"}, {How::moved, "tea", "", "done"}},
      {renamed_part, {"tea", "ready/9", "ready"}, {How::part, "tea", "", "done"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.parked.flow, row.parked.point, row.parked.in_part);
    const Landing landing = land(*row.program, row.parked);
    CAPTURE(static_cast<int>(landing.how), landing.flow, landing.point, landing.part);
    CHECK(landing == row.landing);
  }
}

TEST_CASE("a question that has another name now is asked there") {
  const auto program = pack({tea({{"ask milk:", "ask dairy:"}})}, "tea", {{"milk", "dairy"}});
  Talk talk = live(program, parked(At::milk));
  CHECK(said(talk.say("yes")) == "We were making tea.\nMilk?\n");
  CHECK(said(talk.say("yes")) == "What do you call this mug?\n");
  CHECK(talk.slot("dairy").value == Value::of_word("yes"));
  CHECK(talk.slot("thirst").value == Value::of_number(8));
}

TEST_CASE("an answer keeps its value when its question is renamed") {
  const auto program = pack({tea({{"ask thirst:", "ask dryness:"},
                                  {"keep: thirst", "keep: dryness"},
                                  {"if thirst", "if dryness"},
                                  {"or if thirst is known: {Day of thirst}",
                                   "or if dryness is known: {Day of dryness}"}})},
                            "tea", {{"thirst", "dryness"}});
  Talk talk = live(program, parked(At::milk));
  CHECK(said(talk.say("yes")) == "What do you call this mug?\n");
  CHECK(talk.slot("dryness").value == Value::of_number(8));
}

TEST_CASE("a question that is gone begins its part again, and asks nothing twice") {
  const auto program = pack({tea({{milk,
                                   "Coach: Sugar?\n  ask sugar: yes or no\n  * Yes\n    as "
                                   "yes\n  * No\n"}})});
  Talk talk = live(program, parked(At::milk));
  CHECK(said(talk.say("yes")) == "Tea again.\nThe big cup then. Shall I add ice?\n");
  CHECK(said(talk.tap("Ice")) == "Sugar?\n");
}

TEST_CASE("a question that moved to a part goes on at the beginning of that part") {
  const auto program = pack({tea({{"ask milk:", "ask dairy:"}})}, "tea", {{"milk", "ready"}});
  Talk talk = live(program, parked(At::milk));
  CHECK(said(talk.open()) == "It is ready.\nWhat now?\n");
}

TEST_CASE("a renamed flow goes on as if nothing had been") {
  const auto program = pack(chai(), "chai", {}, {"tea"});
  Talk talk = live(program, parked(At::milk));
  CHECK(said(talk.tap("Yes")) == "What do you call this mug?\n");
  CHECK(talk.open_flow() == "chai");
  Talk waiting = live(program, parked(At::wait));
  CHECK(said(waiting.elapse_first()) == "It is ready.\nWhat now?\n");
}

TEST_CASE("a flow that is gone is told, with a way on, and never in silence") {
  const auto program = pack(without_tea());
  Talk talk = live(program, parked(At::milk));
  CHECK(said(talk.say("yes")) == "This has changed. Where are you now?\n");
  CHECK(talk.open_flow().empty());
  CHECK(said(live(program, parked(At::milk)).open()) == "This has changed. Where are you now?\n");
  CHECK(said(live(program, parked(At::wait)).elapse_first()) ==
        "This has changed. Where are you now?\n");
  CHECK(said(live(program, parked(At::milk)).say("stop")) == "Stopped.\n");
  CHECK(said(live(program, parked(At::milk)).say("can i have some cake")) == "What kind?\n");
  CHECK(said(live(program, parked(At::milk)).say("i just don't want to be here any more")) ==
        "Are you thinking about ending your life?\n");
}

TEST_CASE("what lies beneath a flow that is gone goes on after the notice") {
  Talk talk = live(pack(without_tea()), parked(At::visit));
  CHECK(said(talk.say("yes")) == "Part of this has changed.\nWhat is in the basket?\n");
  CHECK(said(talk.say("bread")) == "Packed.\n");
}

TEST_CASE("what stands on top of a flow that is gone goes on first") {
  const auto program = pack({{"dialogs/picnic.keel", ""}});
  Talk talk = live(program, parked(At::visit));
  CHECK(said(talk.tap("Yes")) == "What do you call this mug?\n");
  talk.tap("The blue one");
  CHECK(said(talk.tap("It is ready")) == "It is ready.\nWhat now?\n");
  CHECK(said(talk.tap("Leave it here")) == "This has changed. Where are you now?\n");
}

TEST_CASE("a wait that became a question asks it when the time is up") {
  const auto program = pack({tea({{"wait 5 minutes\n  * It is ready\n    go to ready\n",
                                   "Coach: Is it ready?\n  ask done: yes or no\n  * Yes\n    as "
                                   "yes\n  * No\n    as no\n"}})},
                            "tea", {{"start/wait-1", "done"}});
  Talk talk = live(program, parked(At::wait));
  CHECK(said(talk.elapse_first()) == "We were making tea.\nIs it ready?\n");
  CHECK(said(talk.tap("Yes")) == "It is ready.\nWhat now?\n");
}

TEST_CASE("a tap counts as the words on it, whatever stands in its place now") {
  const auto turned = pack({tea({{milk,
                                  "Coach: Milk?\n  ask milk: yes or no\n  * No\n    as no\n  "
                                  "* Yes\n    as yes\n"},
                                 {"    as no\n  if skipped", "  if skipped"}})});
  Talk talk = live(turned, parked(At::milk));
  CHECK(said(talk.send("Yes", "reply:tea/milk/0")) == "What do you call this mug?\n");
  CHECK(talk.slot("milk").value == Value::of_word("yes"));
  const auto gone = pack({tea({{"* Yes", "* Of course"}})});
  Talk other = live(gone, parked(At::milk));
  CHECK(said(other.send("Yes", "reply:tea/milk/0")) == "We were making tea.\nMilk?\n");
}

TEST_CASE("an answer that no longer fits its question is not kept") {
  const auto program = pack({tea(
      {{"scale 0 to 10 unless", "scale 0 to 5 unless"}, {"if thirst >= 8", "if thirst >= 4"}})});
  Talk talk = live(program, parked(At::milk));
  talk.say("yes");
  CHECK_FALSE(talk.slot("thirst").value.known());
}

TEST_CASE("a follow-up of a renamed part comes all the same, and of a gone one never") {
  const auto renamed =
      pack({tea({{"with next-day", "with morning"}, {"part next-day", "part morning"}})}, "tea",
           {{"next-day", "morning"}});
  Talk old = parked(At::follow_up);
  old.pass(day_ms);
  CHECK(said(live(renamed, old).elapse_first()) == "Yesterday you had tea. Again?\n");
  CHECK(said(live(pack(without_tea()), old).elapse_first()).empty());
}

TEST_CASE("a step back leads to where the question stands now") {
  const auto program = pack({tea({{"ask milk:", "ask dairy:"}})}, "tea", {{"milk", "dairy"}});
  Talk old = parked(At::milk);
  old.say("yes");
  Talk talk = live(program, old);
  CHECK(said(talk.say("back")) == "One step back.\nMilk?\n");
  CHECK(said(talk.say("no")) == "What do you call this mug?\n");
  Talk gone = live(pack({tea({{"ask milk:", "ask dairy:"}})}), old);
  CHECK(said(gone.say("back")) ==
        "One step back.\nTea again.\nThe big cup then. Shall I add "
        "ice?\n");
}

TEST_CASE("a session of this version says in which part it stands") {
  CHECK(parked(At::milk).session().now.stack.back().in_part == "start");
  Talk talk = parked(At::wait);
  talk.tap("It is ready");
  CHECK(talk.session().now.stack.back().in_part == "ready");
}

TEST_CASE("the secrets of a flow that is gone are forgotten with it") {
  const std::vector<PackFile> longer = {{"dialogs/secret.keel", R"(flow secret
title: A secret
sources: own
start on: tells-secret
forget: hush

Coach: Tell me the secret.
  ask hush: text
Coach: And since when?
  ask since: text
)"}};
  Talk old(pack(longer));
  old.start("secret");
  old.say("the cat is mine");
  const Turn turn =
      live(pack({{"dialogs/secret.keel", ""}}), old).say("for ever and a day it was so");
  CHECK(turn.forget_events == std::vector<std::string>{"e2"});
  CHECK(said(turn) == "This has changed. Where are you now?\n");
}
