// Slots that flows hand to each other, secrets that they do not, and the names they had before.
#include <catch2/catch.hpp>

#include "script_front.h"

namespace keel {
namespace {

using Codes = std::vector<std::string>;

const std::string ask = "Coach: How loud?\n  ask urge: scale 0 to 10\n";
const std::string leave = "  if skipped\n    end\n";

test::Checked two_flows(const std::string& head, const std::string& body,
                        const std::string& other) {
  return test::check_files(
      {{"dialogs/example.keel", "flow example\ntitle: An example\n" + head + "\n" + body},
       {"dialogs/other.keel", "flow other\ntitle: Other\n" + other}});
}

TEST_CASE("what a flow needs is known in it, and wherever it is begun") {
  const std::string needy = "needs: urge\n\nCoach: {urge}.\n";
  const std::pair<std::string, Codes> rows[] = {
      {ask + "visit other\n", {"K080"}},
      {ask + leave + "visit other\n", {}},
      {ask + "if urge is known\n  visit other\n", {}},
      {ask + "if urge >= 7\n  go to other\n", {}},
      {ask + "go to other\n", {"K080"}},
      {ask + leave + "Coach: What now?\n  offer other\n", {}},
      {ask + "Coach: What now?\n  offer other\n", {"K080"}},
      {"visit other\n" + ask, {"K080"}},
  };
  for (const auto& [body, codes] : rows) {
    const test::Checked checked = two_flows("", body, needy);
    INFO(body << checked.rendered());
    CHECK(checked.codes() == codes);
  }
  CHECK(two_flows("", "Coach: Hello.\n", needy).codes() == Codes{"K043"});
  CHECK(two_flows("", ask + leave + "visit other\n", "needs: ugre\n\nCoach: {ugre}.\n").codes() ==
        Codes{"K043"});
  const test::Checked checked = two_flows("", ask + leave + "visit other\n", needy);
  CHECK(checked.flow("other")->needs == Codes{"urge"});
  CHECK(checked.flow("other")->slots.at("urge").type == AnswerType::scale);
}

TEST_CASE("a need goes on to the flows that a needy flow begins") {
  const test::Checked checked = test::check_files(
      {{"dialogs/example.keel",
        "flow example\ntitle: An example\n\n" + ask + leave + "visit other\n"},
       {"dialogs/other.keel", "flow other\ntitle: Other\nneeds: urge\n\nvisit third\n"},
       {"dialogs/third.keel", "flow third\ntitle: Third\nneeds: urge\n\nCoach: {urge}.\n"}});
  INFO(checked.rendered());
  CHECK(checked.codes().empty());
}

TEST_CASE("a secret is not handed to a flow that would keep it") {
  const std::string body = ask + leave + "visit other\n";
  CHECK(two_flows("forget: urge\n", body, "needs: urge\n\nCoach: So.\n").codes() == Codes{"K080"});
  CHECK(two_flows("forget: urge\n", body, "needs: urge\nforget: urge\n\nCoach: So.\n")
            .codes()
            .empty());
}

TEST_CASE("what a visited flow gives is known after the visit where all its ends know it") {
  const std::string say = "visit other\nCoach: {urge}.\n";
  const std::pair<std::string, bool> rows[] = {
      {"gives: urge\n\n" + ask + leave, false},
      {"gives: urge\n\n" + ask + "  if skipped\n    set urge to 5\n", true},
      {"gives: urge\n\n" + ask, false},
      {"\n" + ask + "  if skipped\n    set urge to 5\n", false},
      {"gives: urge\n\nset urge to 5\nCoach: What now?\n  offer breathing\n", false},
      {"gives: urge\n\nset urge to 5\ngo to breathing\n", false},
  };
  for (const auto& [other, known] : rows) {
    const bool given = other.starts_with("gives");
    const test::Checked checked = two_flows("", say, other);
    INFO(other << checked.rendered());
    CHECK(checked.codes() == (known ? Codes{} : Codes{given ? "K073" : "K043"}));
  }
}

TEST_CASE("what is given is given on, and a circle of visits gives nothing for sure") {
  const auto three = [](const std::string& third) {
    return test::check_files(
        {{"dialogs/example.keel",
          "flow example\ntitle: An example\n\nvisit other\nCoach: {urge}.\n"},
         {"dialogs/other.keel", "flow other\ntitle: Other\ngives: urge\n\nvisit third\n"},
         {"dialogs/third.keel", "flow third\ntitle: Third\ngives: urge\n\n" + third}});
  };
  CHECK(three(ask + "  if skipped\n    set urge to 5\n").codes().empty());
  CHECK(three(ask).codes() == Codes{"K073"});
}

TEST_CASE("slots of one name in two flows are of one type when they are handed over") {
  const test::Checked checked =
      two_flows("", "Coach: What?\n  ask urge: date\nvisit other\n", "gives: urge\n\n" + ask);
  CHECK(checked.codes() == Codes{"K075"});
}

TEST_CASE("what is forgotten is not said, shown or worked with") {
  const std::string secret = "Coach: What?\n  ask words: long text\n" + leave;
  const std::pair<std::string, bool> rows[] = {
      {"Coach: {words}.\n", false},
      {"Coach: So.\n  or: {words}.\n", false},
      {"Coach: So.\n  and if words is known: {words}.\n", false},
      {"Coach: So?\n  again: {words}?\n  * Yes\n", false},
      {"note words in lines\nshow list lines\n", false},
      {"use facts on words into marks\nif marks has guesses\n  Coach: So.\n", false},
      {"set letter to words\nCoach: {letter}.\n", true},
      {"if words is known\n  Coach: So.\n", true},
  };
  for (const auto& [body, fine] : rows) {
    const test::Checked checked =
        test::check_files({{"dialogs/example.keel",
                            "flow example\ntitle: An example\nforget: words\n\n" + secret + body}});
    INFO(body << checked.rendered());
    CHECK(checked.codes() == (fine ? Codes{} : Codes{"K087"}));
  }
}

TEST_CASE("a follow-up knows nothing of what was forgotten") {
  const test::Checked checked = test::check_files(
      {{"dialogs/example.keel",
        "flow example\ntitle: An example\nforget: urge\n\n" + ask + leave +
            "follow up tomorrow morning with later\nend\npart later\nCoach: How long?\n"
            "  ask length: duration\n  if skipped\n    set length to 2 minutes\n"
            "if urge >= 7\n  wait length\n"}});
  INFO(checked.rendered());
  CHECK(checked.codes().empty());
}

TEST_CASE("what is kept for this talk may be gone after any question") {
  const std::string head = "flow example\ntitle: An example\nkeep: urge for this talk\n\n";
  const auto codes = [&](const std::string& body) {
    return test::check_files({{"dialogs/example.keel", head + ask + leave + body}}).codes();
  };
  CHECK(codes("Coach: {urge}.\n").empty());
  CHECK(codes("Coach: So?\n  * Yes\nCoach: {urge}.\n") == Codes{"K073"});
  CHECK(codes("Coach: So?\n  * Yes\nif urge is known\n  Coach: {urge}.\n").empty());
}

TEST_CASE("old names lead to places that exist") {
  const std::string body = ask + "part after\nCoach: How now?\n  * Better\n";
  const auto checked = [&](const std::string& head) {
    return test::check_files({{"dialogs/example.keel", "flow example\ntitle: An example\n" + head +
                                                           "\n" + body + "go to after\n"}});
  };
  const std::pair<const char*, Codes> rows[] = {
      {"was: earlier, earliest\n", {}},
      {"was: breathing\n", {"K085"}},
      {"moved: before to after\n", {}},
      {"moved: loudness to urge\n", {}},
      {"moved: first to start\n", {}},
      {"moved: older to before\nmoved: before to after\n", {}},
      {"moved: before to aftre\n", {"K086"}},
      {"moved: after to urge\n", {"K086"}},
      {"moved: before to after\nmoved: before to urge\n", {"K086"}},
      {"moved: before after\n", {"K086"}},
  };
  for (const auto& [head, codes] : rows) {
    const test::Checked one = checked(head);
    INFO(head << one.rendered());
    CHECK(one.codes() == codes);
  }
  const test::Checked moved = checked("was: earlier\nmoved: before to after\n");
  CHECK(moved.flow("example")->was == Codes{"earlier"});
  CHECK(moved.flow("example")->moved.at("before") == "after");
  CHECK(two_flows("was: earlier\n", "Coach: A.\n", "was: earlier\n\nCoach: B.\n").codes() ==
        Codes{"K085"});
}

}  // namespace
}  // namespace keel
