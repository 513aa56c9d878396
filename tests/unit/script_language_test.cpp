// The language as dialogs/README.md states it: conditions, what is known where, and the bundled
// pack as a whole.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>

#include "contents.h"
#include "script/compile.h"
#include "script/did_you_mean.h"
#include "script_cases.h"
#include "script_dump.h"
#include "script_front.h"

namespace keel {
namespace {

namespace fs = std::filesystem;

const std::string questions =
    "Coach: How loud?\n  ask urge: scale 0 to 10\n"
    "Coach: And later?\n  ask later: number\n"
    "Coach: How long?\n  ask length: duration\n"
    "Coach: Did it happen?\n  ask kept: one of or own words\n  * It did\n    as done\n"
    "Coach: What?\n  ask thing: text\n"
    "Coach: When?\n  ask day: date\n"
    "note thing in things\nuse facts on thing into marks\n";

test::Checked with_condition(const std::string& condition) {
  return test::check_files(
      {{"dialogs/example.keel",
        "flow example\ntitle: An example\nkeep: urge, kept, day until erased\n"
        "define loud: urge >= 7\ndefine signs: how many of urge >= 7, kept is done\n\n" +
            questions + "if " + condition + "\n  Coach: So.\n"}});
}

TEST_CASE("conditions are read as they are written") {
  const std::pair<const char*, const char*> rows[] = {
      {"urge >= 7", "urge >= 7"},
      {"urge < later", "urge < later"},
      {"urge is 7", "urge = 7"},
      {"length > 2 weeks", "length > 1209600000"},
      {"kept is done", "kept is done"},
      {"kept is not done", "kept is not done"},
      {"kept is other", "kept is other"},
      {"kept is known", "kept known"},
      {"kept is not known", "kept unknown"},
      {"kept is not unknown", "kept known"},
      {"told_no_contact is unsure", "told_no_contact is unsure"},
      {"last kept is done", "last kept is done"},
      {"last urge is known", "last urge known"},
      {"days since day > 60", "days since day > 60"},
      {"count of things < 3", "count of things < 3"},
      {"marks has guesses", "has marks guesses"},
      {"marks has no guesses", "has marks no guesses"},
      {"marks was corrected", "corrected marks"},
      {"heard event is no-reply", "heard event is no-reply"},
      {"heard duration is known", "heard duration known"},
      {"heard count >= 2", "heard count >= 2"},
      {"visited this week", "visited this-week"},
      {"visited breathing today", "visited breathing today"},
      {"waited over 1 hour longer", "waited  > 3600000"},
      {"part_of_day is night", "part_of_day is night"},
      {"first_visit is yes", "first_visit is yes"},
      {"loud", "urge >= 7"},
      {"signs = 0", "count signs = 0"},
      {"loud and kept is done", "(urge >= 7 and kept is done)"},
      {"loud or (kept is done and later = 2)", "(urge >= 7 or (kept is done and later = 2))"},
  };
  for (const auto& [written, expected] : rows) {
    const test::Checked checked = with_condition(written);
    INFO(written << "\n" << checked.rendered());
    REQUIRE(checked.diagnostics.empty());
    const Flow& flow = *checked.flow("example");
    const auto& branch = std::get<Branch>(flow.code[flow.code.size() - 4].step);
    CHECK(test::dump(branch.condition) == expected);
  }
}

TEST_CASE("conditions that mean nothing are refused") {
  const std::pair<const char*, const char*> rows[] = {
      {"urge", "K048"},
      {"urge >", "K032"},
      {"urge = high", "K043"},
      {"kept is dnoe", "K046"},
      {"urge is done", "K047"},
      {"length > 2", "K047"},
      {"thing > 2", "K047"},
      {"day > 2", "K047"},
      {"things > 2", "K047"},
      {"heard mood is known", "K045"},
      {"heard event > 2", "K047"},
      {"last thing is known", "K044"},
      {"visited tomorrow", "K041"},
      {"visited brething today", "K021"},
      {"waited over an hour", "K041"},
      {"kept is done or loud and signs = 1", "K042"},
      {"(loud", "K041"},
      {"marks has guests", "K046"},
      {"signs", "K048"},
      {"loud = 3", "K048"},
      {"kept is done extra", "K034"},
      {"not loud", "K041"},
  };
  for (const auto& [written, code] : rows) {
    INFO(written);
    CHECK(with_condition(written).codes() == std::vector<std::string>{code});
  }
}

TEST_CASE("a line is known to be sayable only where every way there has its slots") {
  const std::string ask = "Coach: How loud?\n  ask urge: scale 0 to 10\n";
  const std::string skip = "Coach: How loud?\n  ask urge: scale 0 to 10\n  if skipped\n";
  const std::string say = "Coach: {urge}.\n";
  const std::pair<std::string, bool> rows[] = {
      {ask + say, false},
      {skip + "    end\n" + say, true},
      {skip + "    set urge to 5\n" + say, true},
      {skip + "    Coach: Fine.\n" + say, false},
      {ask + "if urge is known\n  Coach: {urge}.\n", true},
      {ask + "if urge >= 7\n  Coach: {urge}.\n", true},
      {ask + "if urge is unknown\n  end\n" + say, true},
      {ask + "if urge is unknown\n  Coach: No number.\notherwise\n  Coach: {urge}.\n", true},
      {ask + "if urge >= 7\n  end\n" + say, false},
      {ask + "if urge is known and first_visit is yes\n  Coach: {urge}.\n", true},
      {ask + "if urge is known or first_visit is yes\n  Coach: {urge}.\n", false},
      {ask + "if urge >= 7 or urge <= 3\n  Coach: {urge}.\n", true},
      {ask + "Coach: I see.\n  or: {urge}.\n", true},
      {ask + "Coach: {urge}.\n  or if urge is unknown: I see.\n", false},
      {"Coach: {Them}, {they have}, {who}: \"{own_words}\".\n", true},
      {"Coach: {name}.\n", false},
      {"Coach: {left_open}.\n", false},
      {"if heard duration is known\n  Coach: {heard duration}.\n", true},
      {"if heard duration is known\n  Coach: Well?\n    * Yes\n  Coach: {heard duration}.\n",
       false},
      {"Coach: What for?\n  ask why_so: one of or own words\n  * A\n    as a\n  any other answer\n"
       "    Coach: {why_so}.\n",
       true},
      {"Coach: Yes?\n  ask sure: yes or no\n  any other answer\n    Coach: {sure}.\n", false},
      {skip + "    end\nCoach: Again?\n  ask urge: scale 0 to 10\n" + say, false},
      {"Coach: When?\n  ask day: date\n  * In a week\n  if skipped\n    end\nCoach: {day}.\n",
       true},
  };
  for (const auto& [body, sayable] : rows) {
    const test::Checked checked = test::check_body(body);
    INFO(body << checked.rendered());
    CHECK(checked.codes() ==
          (sayable ? std::vector<std::string>{} : std::vector<std::string>{"K073"}));
  }
}

TEST_CASE("a promise is proved by what stands above, or it is a mistake") {
  const std::string stop = "if told_no_contact is yes\n  end\n";
  const std::string ask =
      "Coach: Did {they} say no?\n  ask told_no_contact: yes or no\n  * Yes\n    as yes\n";
  const std::string go = "go to breathing\n";
  const std::pair<std::string, bool> rows[] = {
      {go, false},
      {stop + go, true},
      {stop + "Coach: So.\n" + go, true},
      {stop + "Coach: Shall we?\n  * Yes\n" + go, false},
      {stop + "wait 2 minutes\n" + go, false},
      {"Coach: Shall we?\n  * Yes\n" + stop + go, true},
      {"if told_no_contact is yes\n  end\notherwise\n  go to breathing\n", true},
      {"if told_no_contact is yes\n  go to breathing\n", false},
      {"if told_no_contact is no\n  go to breathing\n", true},
      {"if told_no_contact is unknown\n  go to breathing\n", true},
      {"if told_no_contact is known\n  go to breathing\n", false},
      {"if told_no_contact is yes or first_visit is yes\n  end\n" + go, true},
      {"if told_no_contact is yes and first_visit is yes\n  end\n" + go, false},
      {"set told_no_contact to no\n" + go, true},
      {stop + "set told_no_contact to yes\n" + go, false},
      {ask + "    end\n  * No\n    as no\n    go to breathing\n", true},
      {ask + "    go to breathing\n", false},
      {stop + "Coach: What now?\n  offer breathing\n", true},
      {"Coach: What now?\n  offer breathing\n", false},
  };
  for (const auto& [body, proved] : rows) {
    const test::Checked checked =
        test::check_files({{"dialogs/example.keel",
                            "flow example\ntitle: An example\nnever: go to breathing while "
                            "told_no_contact is yes\n\n" +
                                body}},
                          Depth::full);
    INFO(body << checked.rendered());
    const std::vector<std::string> codes = checked.codes();
    const bool broken = std::find(codes.begin(), codes.end(), "K028") != codes.end();
    CHECK(broken != proved);
  }
}

TEST_CASE("what a follow-up says is known where it was asked for") {
  const std::string part = "end\npart later\nCoach: {thing}?\n";
  CHECK(test::check_body("Coach: What?\n  ask thing: text\n  if skipped\n    end\nfollow up "
                         "tomorrow morning with later\n" +
                         part)
            .codes()
            .empty());
  CHECK(test::check_body(
            "Coach: What?\n  ask thing: text\nfollow up tomorrow morning with later\n" + part)
            .codes() == std::vector<std::string>{"K073"});
}

TEST_CASE("a visited flow may use what its visitor has asked") {
  const std::string visited = "flow other\ntitle: Other\n\nif urge is known\n  Coach: {urge}.\n";
  const std::string visitor =
      "flow example\ntitle: An example\n\nCoach: How loud?\n  ask urge: scale 0 to 10\nvisit "
      "other\n";
  CHECK(test::check_files({{"dialogs/other.keel", visited}, {"dialogs/example.keel", visitor}})
            .codes()
            .empty());
  CHECK(test::check_files({{"dialogs/other.keel", visited}}).codes() ==
        std::vector<std::string>{"K043"});
}

TEST_CASE("a flow that is compiled in leaves out what a pack has not") {
  const std::string text =
      "flow house-lost\nstart on: no-such-intent\n\n"
      "Coach: What now, {nickname}?\n  or: What now?\n  offer breathing, no-such-flow\n"
      "if last no_such_slot is known\n  visit no-such-flow\ngo to no-such-flow\n";
  const test::Checked base = test::check_files({{"dialogs/house/house-lost.keel", text, true}});
  INFO(base.rendered());
  REQUIRE(base.diagnostics.empty());
  CHECK(test::dump(*base.flow("house-lost")) ==
        "0 ask start/1 offer:breathing next:1\n1 if last no_such_slot known else:3\n2 jump 3\n"
        "3 end\n4 end\n");
  CHECK(test::check_files({{"dialogs/house/house-lost.keel", text}}).codes().size() == 6);
}

TEST_CASE("fifty mistakes are fifty diagnostics, in the order of the file") {
  std::string body;
  for (int i = 0; i < 50; ++i) body += "go to nowhere-" + std::to_string(i) + "\n";
  const test::Checked checked = test::check_body(body);
  REQUIRE(checked.diagnostics.size() == 50);
  for (size_t i = 1; i < 50; ++i)
    CHECK(checked.diagnostics[i - 1].span.begin < checked.diagnostics[i].span.begin);
}

TEST_CASE("a block that is indented wrongly as a whole is one mistake") {
  CHECK(test::check_body("Coach: How loud?\n ask urge: scale 0 to 10\n * A lot\n   as 9\n if "
                         "skipped\n   end\nCoach: {urge}.\n")
            .codes() == std::vector<std::string>{"K001"});
}

TEST_CASE("other files are left alone") {
  CHECK(test::check_files({{"dialogs/notes.txt", "nonsense"}}).codes().empty());
}

TEST_CASE("the nearest name is suggested, and none when all are far") {
  const std::vector<std::string> names{"close", "clear", "after"};
  CHECK(did_you_mean("clsoe", names) == "did you mean \"close\"?");
  CHECK(did_you_mean("afetr", names) == "did you mean \"after\"?");
  CHECK(did_you_mean("weather-report", names).empty());
  CHECK(edit_distance("kitten", "sitting") == 3);
}

// What a fragment of the reference stands in: slots that are known when it begins.
const std::string around =
    "Coach: How loud?\n  ask urge: scale 0 to 10\n  if skipped\n    end\n"
    "Coach: What is it?\n  ask thought: text\n  if skipped\n    end\n"
    "Coach: How long?\n  ask pause_length: duration\n  if skipped\n    end\n";

bool begins_with_one_of(const std::string& text, std::initializer_list<const char*> openings) {
  return std::any_of(openings.begin(), openings.end(),
                     [&](const char* opening) { return text.starts_with(opening); });
}

// A fragment as a whole flow: its lines of the head, then what it stands in, then the rest.
std::string flow_around(const std::string& fragment) {
  std::istringstream lines(fragment);
  std::string head = "flow example\n";
  std::string body, line;
  while (std::getline(lines, line)) {
    const bool of_head =
        body.empty() &&
        begins_with_one_of(
            line, {"title:", "offer:", "why:", "returning:", "sources:", "start on:", "keep:",
                   "forget:", "define ", "never:", "always:", "was:", "moved:"});
    (of_head ? head : body) += line + "\n";
  }
  if (head.find("title:") == std::string::npos) head += "title: An example\n";
  return head + "\n" + around + body;
}

std::vector<PackFile> files_of_example(const std::string& text) {
  if (text.starts_with("# file: ")) return test::files_in(text);
  if (begins_with_one_of(text, {"intent ", "list "})) return {{"intents/urge.keel", text}};
  if (!text.starts_with("flow ")) return {{"dialogs/example.keel", flow_around(text)}};
  const std::string id = text.substr(5, text.find('\n') - 5);
  return {{"dialogs/" + id + ".keel", text}};
}

TEST_CASE("every example of the language reference compiles") {
  size_t examples = 0;
  for (const char* name : {"dialogs/README.md", "intents/README.md"}) {
    for (const test::Fenced& fenced :
         test::fenced_in(test::contents_of(fs::path(KEEL_PACK) / name))) {
      if (!fenced.info.starts_with("keel")) continue;
      ++examples;
      test::Checked checked = test::check_files(files_of_example(fenced.text));
      INFO(name << "\n" << fenced.text << checked.rendered());
      // That nothing reads a slot here is no fault of an example.
      for (const std::string& code : checked.codes()) {
        if (code != "K090" && code != "K091") CHECK(code.empty());
      }
    }
  }
  CHECK(examples > 30);
}

TEST_CASE("the bundled pack has no errors") {
  std::vector<PackFile> files;
  for (const char* folder : {"dialogs", "intents"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(KEEL_PACK) / folder)) {
      if (!entry.is_regular_file()) continue;
      files.push_back({fs::relative(entry.path(), KEEL_PACK).generic_string(),
                       test::contents_of(entry.path())});
    }
  }
  const test::Checked checked{check_pack(files, Depth::fast, "")};
  INFO(checked.rendered());
  CHECK_FALSE(has_errors(checked.diagnostics));
  CHECK(checked.front->flows.size() > 50);
}

}  // namespace
}  // namespace keel
