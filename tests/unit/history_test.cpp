// The conditions of the language reference over history, time and what was heard, as they come out
// in a conversation; each row is one line of a flow and when it is said.
#include <catch2/catch.hpp>

#include "small_pack.h"

using namespace keel;
using keel::test::said;
using keel::test::small_pack;
using keel::test::Talk;

namespace {

PackFile probe(const std::string& head, const std::string& body) {
  return {"dialogs/probe.keel", "flow probe\ntitle: Probe\n" + head + "\n" + body};
}

bool says(const Turn& turn, const std::string& words) {
  return said(turn).find(words) != std::string::npos;
}

std::string lines(const std::vector<std::string>& conditions) {
  std::string text = "Coach: Now.\n";
  for (size_t i = 0; i < conditions.size(); ++i)
    text += "  and if " + conditions[i] + ": [" + std::to_string(i) + "]\n";
  return text;
}

// "013": the lines that were said.
std::string true_ones(const Turn& turn) {
  std::string found;
  const std::string text = said(turn);
  for (size_t at = text.find('['); at != std::string::npos; at = text.find('[', at + 1))
    found += text[at + 1];
  return found;
}

}  // namespace

TEST_CASE("what was kept is read another day, and counts from its own day") {
  const std::string tell =
      lines({"last urge is known", "last urge >= 7", "last urge < 7", "last kind is sharp",
             "days since urge = 0", "days since urge >= 2", "visited today", "visited this week",
             "visited tea this week"});
  Talk talk(small_pack({probe("keep: urge, kind until erased\n",
                              tell + "Coach: How loud?\n  ask urge: scale 0 to 10\n"
                                     "Coach: Which?\n  ask kind: one of\n  * Sharp\n"
                                     "    as sharp\n  * Dull\n    as dull\n")}));
  CHECK(true_ones(talk.start("probe")).empty());
  talk.say("8");
  talk.tap("Sharp");
  talk.pass(minute_ms);
  CHECK(true_ones(talk.start("probe")) == "013467");
  talk.pass(2 * day_ms);
  CHECK(true_ones(talk.start("probe")) == "01357");
  talk.pass(8 * day_ms);
  CHECK(true_ones(talk.start("probe")) == "0135");
  talk.start("tea");
  CHECK(true_ones(talk.start("probe")) == "0135678");
}

TEST_CASE("days, lengths, lists and definitions are compared") {
  Talk talk(small_pack({probe(
      "define loud: urge >= 7\ndefine signs: how many of loud, length > 1 hour, day is known\n",
      "Coach: How loud?\n  ask urge: scale 0 to 10\nCoach: How long?\n  ask length: duration\n"
      "Coach: When?\n  ask day: date\nset first to urge\nadd 2 to first\nnote urge in all\n"
      "note length in all\n" +
          lines({"loud", "signs >= 3", "signs = 2", "count of all >= 2", "first > urge",
                 "length <= 90 minutes", "days since day > 3", "days since day < 3",
                 "(loud or first = 2) and not_set is unknown"}) +
          "set not_set to yes\nclear all\nCoach: Then " +
          "it is clear.\n  or if count of all > 0: No.\n")}));
  talk.start("probe");
  talk.say("8");
  talk.say("2 hours");
  const Turn turn = talk.say("yesterday");
  CHECK(true_ones(turn) ==
        "0134"
        "78");
  CHECK(says(turn, "Then it is clear."));
}

TEST_CASE("what was heard counts in the turn it was said in") {
  Talk talk(
      small_pack({probe("start on: wants-probe\n",
                        lines({"heard who is ex", "heard duration is known", "heard event is known",
                               "heard channel is text", "heard who is not ex"}) +
                            "Coach: Go on?\n  ask more: text\n" +
                            lines({"heard who is ex", "heard duration is known"})),
                  {"intents/probe.keel",
                   "intent wants-probe\n\nprobe me now\nplease probe this\npattern: probe\n"}}));
  const Turn turn = talk.say("probe: my ex has not answered my text for two weeks");
  CHECK(says(turn, "[0]"));
  CHECK(says(turn, "[1]"));
  CHECK_FALSE(says(turn, "[4]"));
}

TEST_CASE("a wait that is noticed late says so, and a follow-up comes in daytime") {
  const auto program = small_pack(
      {probe("", "wait 10 minutes\n" +
                     lines({"waited over 1 hour longer", "waited over 5 minutes longer"}) +
                     "follow up in 3 days with later\nend\npart later\nCoach: Three days on.\n")});
  for (const auto& [late, expected] : {std::pair<Duration, const char*>{minute_ms, ""},
                                       {30 * minute_ms, "1"},
                                       {3 * hour_ms, "01"}}) {
    Talk talk(program);
    talk.start("probe");
    talk.pass(10 * minute_ms + late);
    const Turn back = talk.open();
    CHECK(true_ones(back) == expected);
    REQUIRE(talk.session().now.timers.size() == 1);
    const Instant due = talk.session().now.timers[0].timer.ends_at;
    CHECK(local_time(due, 0).hour >= 9);
    CHECK(local_time(due, 0).hour < 21);
    CHECK(said(talk.elapse_first()) == "Three days on.\n");
  }
}

TEST_CASE("only like: is never guessed, like: is") {
  const auto answer = [](const std::string& kind, const std::string& words) {
    Talk talk(small_pack(
        {probe("", "Coach: Well?\n  ask it: one of\n  * Surely\n    as yes\n    " + kind +
                       " i would do that again\n    Coach: Taken.\n"
                       "  any other answer\n    Coach: Other.\n")}));
    talk.start("probe");
    return said(talk.say(words));
  };
  CHECK(answer("only like:", "i would do that again") == "Taken.\n");
  CHECK(answer("only like:", "i would do that again tomorrow maybe") == "Other.\n");
  CHECK(answer("like:", "i would do that again now") == "Taken.\n");
}
