// What `keel diff` tells of a change, against small packs.
#include "change/diff.h"

#include <catch2/catch.hpp>

#include "small_pack.h"

using namespace keel;
using keel::test::small_pack;
using keel::test::tea;

namespace {

const std::vector<NamedTalk> talks = {
    {"tests/transcripts/tea.talk",
     "start: tea\nCoach: Tea it is.\nCoach: How thirsty, from 0 to 10?\nCard: scale\nYou: 3\n"
     "Coach: The small cup.\nCoach: Milk?\nReplies: Yes | No\nTap: Yes\n"},
    {"tests/transcripts/cake.talk", "start: cake\nCoach: What kind?\nReplies: Lemon | Plum\n"}};

std::string told(const std::vector<std::pair<std::string, std::string>>& changes,
                 const std::map<std::string, std::string>& moved = {}) {
  auto now = std::make_shared<Program>(*small_pack({tea(changes)}));
  now->flows.at("tea").moved = moved;
  return in_words(diff_packs(*small_pack(), *now, talks));
}

}  // namespace

TEST_CASE("nothing changed: nothing is told") {
  CHECK(told({}) ==
        "0 lines differ: 0 added, 0 changed, 0 gone\n\neverybody stays where they are\n\n"
        "0 of 2 talks go otherwise\n");
}

TEST_CASE("a sentence in other words is one change, and the talks that meet it are named") {
  CHECK(told({{"Coach: The small cup.", "Coach: The small green cup."}}) ==
        "1 line differs: 0 added, 1 changed, 0 gone\n"
        "dialogs/tea.keel:24\n  - Coach: The small cup.\n  + Coach: The small green cup.\n\n"
        "everybody stays where they are\n\n"
        "1 of 2 talks go otherwise\ntests/transcripts/tea.talk\n    You: 3\n"
        "  - Coach: The small cup.\n  + Coach: The small green cup.\n");
}

TEST_CASE("a sentence that only moved is no change; one more and one less are told as such") {
  const auto lines = [](const std::vector<std::pair<std::string, std::string>>& changes) {
    std::string all;
    constexpr const char* marks[] = {"+", "~", "-"};
    for (const LineChange& change : changed_lines(*small_pack(), *small_pack({tea(changes)}))) {
      all += marks[static_cast<size_t>(change.kind)];
      all += change.kind == LineChange::Kind::gone ? change.before.text : change.after.text;
      all += "\n";
    }
    return all;
  };
  CHECK(lines({{"Coach: It is ready.", "Coach: It is ready.\nCoach: Mind the spoon."}}) ==
        "+Mind the spoon.\n");
  CHECK(lines({{"  or: Tea again.\n", ""}}) == "-Tea again.\n");
  CHECK(lines({{"Coach: Tea it is.\n  or: Tea again.\n", ""},
               {"Coach: It is ready.",
                "Coach: Tea it is.\n  or: Tea again.\nCoach: It is "
                "ready."}}) == "");
  CHECK(lines({{"* The blue one", "* The old blue one"}}) == "~The old blue one\n");
  CHECK(lines({{"why: A thirsty person gets the big cup.", "why: So that I know which cup."}}) ==
        "~So that I know which cup.\n");
}

TEST_CASE("where people land: what moved is told, what is lost is an error with a way out") {
  const std::string from_part = told({{"ask milk:", "ask dairy:"}});
  CHECK(from_part.find("dialogs/tea.keel:26: who stands at the question milk is asked again from "
                       "the beginning\n    Milk?\n") != std::string::npos);
  const std::string moved = told({{"ask milk:", "ask dairy:"}}, {{"milk", "dairy"}});
  CHECK(moved.find("who stands at the question milk goes on at dairy\n") != std::string::npos);
  const std::string parts = told({{"part ready", "part done"}, {"go to ready", "go to done"}});
  CHECK(parts.find("error: who stands at the question ready/2 lands nowhere\n    What now?\n"
                   "    write `moved: ready to done` in the head of tea\n") != std::string::npos);
  const Diff diff = diff_packs(
      *small_pack(),
      *small_pack({tea({{"part ready", "part done"}, {"go to ready", "go to done"}})}), {});
  CHECK(diff.lost() == 1);
}

TEST_CASE("a nameless question that another one took the number of is told") {
  const std::string other =
      told({{"Coach: What now?\n  offer cake", "Coach: Was it good?\n  * It was\n  * Not at all"}});
  CHECK(
      other.find("who stands at the question ready/2 stays; something else is asked there now\n") !=
      std::string::npos);
}
