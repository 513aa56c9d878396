// `never:` and `always:` lines: every form is read with its words, and what is of no form is told.
#include <algorithm>
#include <catch2/catch.hpp>

#include "script_front.h"

namespace keel {
namespace {

test::Checked with_promise(const std::string& line) {
  return test::check_files(
      {{"dialogs/example.keel", "flow example\ntitle: An example\n" + line +
                                    "\ndefine loud: urge >= 7\n\nCoach: How loud?\n"
                                    "  ask urge: scale 0 to 10\n"}});
}

struct Row {
  const char* line;
  PromiseKind kind;
  const char* target;
  const char* condition;
  int64_t turns;
};

TEST_CASE("a promise is read in each of its forms") {
  const Row rows[] = {
      {"never: go to breathing while urge < 3", PromiseKind::go, "breathing", "urge < 3", 0},
      {"never: reach breathing while loud", PromiseKind::reach, "breathing", "loud", 0},
      {"never: ask urge while told_no_contact is yes", PromiseKind::ask, "urge",
       "told_no_contact is yes", 0},
      {"never: say \"I promise, always\"", PromiseKind::say, "I promise, always", "", 0},
      {"never: say \"text\" while loud or urge is unknown", PromiseKind::say, "text",
       "loud or urge is unknown", 0},
      {"always: help lines within 1 turn", PromiseKind::help_lines, "", "", 1},
      {"always: end within 12 turns", PromiseKind::ends, "", "", 12},
      {"always: urge is known at the end", PromiseKind::at_end, "", "urge is known", 0},
      {"always: loud at the end", PromiseKind::at_end, "", "loud", 0},
  };
  for (const Row& row : rows) {
    const test::Checked checked = with_promise(row.line);
    INFO(row.line << "\n" << checked.rendered());
    for (const std::string& code : checked.codes()) CHECK((code >= "K100" && code < "K130"));
    const auto& flows = checked.front->flows;
    const auto example = std::find_if(flows.begin(), flows.end(), [](const Lowered& lowered) {
      return lowered.flow.id == "example";
    });
    REQUIRE(example != flows.end());
    REQUIRE(example->promises.size() == 1);
    const Promise& promise = example->promises.front();
    CHECK(promise.kind == row.kind);
    CHECK(promise.target == row.target);
    CHECK(promise.condition_written == row.condition);
    CHECK(promise.condition.has_value() == (*row.condition != '\0'));
    CHECK(promise.turns == row.turns);
    const std::string line = row.line;
    CHECK(promise.written == line.substr(line.find(": ") + 2));
  }
}

TEST_CASE("a promise of no form is told, and so is a name that does not exist") {
  const std::pair<const char*, const char*> rows[] = {
      {"never: shout", "K020"},
      {"never: go to breathing", "K020"},
      {"never: say hello", "K020"},
      {"never: say \"\"", "K020"},
      {"never: reach brething while loud", "K021"},
      {"never: ask ugre while loud", "K043"},
      {"never: ask urge while lout", "K043"},
      {"never: go to breathing while urge < 3 extra", "K034"},
      {"always: be kind", "K020"},
      {"always: help lines within a turn", "K020"},
      {"always: help lines within 0 turns", "K020"},
      {"always: end within 3", "K020"},
      {"always: end within 3 turns or so", "K034"},
      {"always: urge >= high at the end", "K043"},
  };
  for (const auto& [line, code] : rows) {
    INFO(line);
    CHECK(with_promise(line).codes() == std::vector<std::string>{code});
  }
}

}  // namespace
}  // namespace keel
