// What the reader forgives, and what it refuses: texts out of word processors are understood as
// they were meant, and a file that is no script is refused in little time and memory.
#include <catch2/catch.hpp>

#include "script/did_you_mean.h"
#include "script/opening.h"
#include "script_cases.h"
#include "script_dump.h"
#include "script_front.h"

namespace keel {
namespace {

const std::string plain =
    "flow example\ntitle: An example\nkeep: mood until erased\n\n"
    "Coach: How are you?  Tell me.\n"
    "  or: And now?\n"
    "  ask mood: one of\n"
    "  * Good\n"
    "    as good\n"
    "  * Low\n"
    "    as low\n"
    "    set word to \"quite low\"\n"
    "if mood is low and word is known\n"
    "  go to close\n"
    "part close\n"
    "Coach: You said “low”.\n";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

std::string compiled(const std::string& text, const std::vector<std::string>& codes = {}) {
  const test::Checked checked = test::check_files({{"dialogs/example.keel", text}});
  INFO(checked.rendered());
  CHECK(checked.codes() == codes);
  const Flow* flow = checked.flow("example");
  REQUIRE(flow != nullptr);
  return test::dump(*flow);
}

TEST_CASE("what editors and word processors put in is understood as it was meant") {
  const std::string wanted = compiled(plain);
  CHECK(compiled("\xEF\xBB\xBF" + plain) == wanted);
  CHECK(compiled(replaced(plain, "\n", "\r\n")) == wanted);
  CHECK(compiled(replaced(plain, "\n", " \t\xC2\xA0\n")) == wanted);
  CHECK(compiled(replaced(plain, "\n  ", "\n\xC2\xA0\xC2\xA0")) == wanted);
  CHECK(compiled(replaced(plain, "ask mood", "ask\xC2\xA0mood")) == wanted);
  CHECK(compiled(replaced(plain, "go to", "go  to")) == wanted);
  CHECK(compiled(replaced(plain, "\"quite low\"", "“quite low”")) == wanted);
  CHECK(compiled(replaced(replaced(plain, "\n    ", "\n\t\t"), "\n  ", "\n\t"), {"K002"}) ==
        wanted);
}

TEST_CASE("what the coach says stays letter for letter") {
  const test::Checked checked = test::check_files({{"dialogs/example.keel", plain}});
  const Flow* flow = checked.flow("example");
  REQUIRE(flow != nullptr);
  CHECK(std::get<Ask>(flow->code[0].step).speech.plain[0].pieces[0].text ==
        "How are you?  Tell me.");
}

TEST_CASE("a file that is no script is refused") {
  struct Row {
    std::string text;
    std::string code;
  };
  const Row rows[] = {{std::string("flow example\0\n", 14), "K003"},
                      {"flow example\ntitle: \xF0\x28\n", "K003"},
                      {"flow example\ntitle: \xED\xA0\x80\n", "K003"},
                      {"flow example\ntitle: \xC0\x80\n", "K003"},
                      {std::string(50U << 20U, 'a'), "K093"}};
  for (const Row& row : rows) {
    const test::Checked checked = test::check_files({{"dialogs/example.keel", row.text}});
    CHECK(checked.codes() == std::vector<std::string>{row.code});
    CHECK(checked.rendered().size() < 1000);
  }
}

TEST_CASE("a file that cannot be read makes no other one wrong") {
  const test::Checked checked = test::check_files(
      {{"dialogs/breathing.keel", "flow breathing\xFF\n"},
       {"dialogs/example.keel", "flow example\ntitle: An example\n\nvisit breathing\n"}});
  CHECK(checked.codes() == std::vector<std::string>{"K003"});
}

TEST_CASE("5,000 levels, a very long line and a flood of brackets are refused once") {
  std::string deep = "flow example\ntitle: An example\n\n";
  for (size_t i = 0; i < 5000; ++i) deep += std::string(2 * i, ' ') + "if name is known\n";
  deep.resize(std::min<size_t>(deep.size(), 4U << 20U));
  CHECK(test::check_files({{"dialogs/example.keel", deep}}).codes() ==
        std::vector<std::string>{"K092"});
  const std::string head = "flow example\ntitle: An example\n\n";
  const std::string words(3U << 20U, 'x');
  const test::Checked prose = test::check_files({{"dialogs/example.keel", head + words + "\n"}});
  CHECK(prose.codes() == std::vector<std::string>{"K004"});
  CHECK(prose.rendered().size() < 2000);
  const std::string brackets(1U << 20U, '(');
  const test::Checked open =
      test::check_files({{"dialogs/example.keel", head + "if " + brackets + "\n  end\n"}});
  CHECK(open.codes() == std::vector<std::string>{"K041"});
}

TEST_CASE("an opening is known by its first words, and stands where it may") {
  CHECK(opening_of("Coach: Hello") == Opening::coach);
  CHECK(opening_of("or if mood is low: Hm.") == Opening::line);
  CHECK(opening_of("or maybe not") == Opening::unknown);
  CHECK(opening_of("if skipped") == Opening::skipped);
  CHECK(opening_of("offer: A button") == Opening::head);
  CHECK(opening_of("offer breathing") == Opening::offer);
  CHECK(opening_of("*no blank") == Opening::unknown);
  CHECK(opening_of("partly") == Opening::unknown);
  CHECK(may_stand_under(Opening::ask, Opening::coach));
  CHECK_FALSE(may_stand_under(Opening::ask, Opening::root));
  CHECK(may_stand_under(Opening::unknown, Opening::plain));
}

TEST_CASE("the editors' list of words is the parser's") {
  std::string words;
  for (const auto all : {line_words(), statement_words()}) {
    for (const std::string_view one : all) words += std::string(one) + "\n";
  }
  CHECK(test::contents_of(std::filesystem::path(KEEL_TESTS) / "editors/keywords.txt") == words);
}

TEST_CASE("the nearest name is found, and prose is not taken for a misspelt word") {
  const std::vector<std::string> words{"Coach:", "if", "go to", "if skipped"};
  CHECK(nearest_beginning("Couch: Hello.", words).name == "Coach:");
  CHECK(nearest_beginning("coach: Hello.", words).name == "Coach:");
  CHECK(nearest_beginning("goto close", words).name == "go to");
  CHECK(nearest_beginning("if skiped", words).name == "if skipped");
  CHECK(nearest_beginning("It helps to breathe.", words).name.empty());
}

}  // namespace
}  // namespace keel
