// The house style: its own file is right, the bundled pack keeps it, and it can be switched off
// with a reason.
#include <catch2/catch.hpp>
#include <filesystem>

#include "contents.h"
#include "review_pack.h"

namespace keel {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> codes_of(const std::string& body, const std::string& style = "") {
  std::vector<PackFile> files = {{"dialogs/tea.keel", "flow tea\ntitle: Tea\n\n" + body}};
  if (!style.empty()) files.push_back({"dialogs/style.txt", style});
  const Front front = test::review_front(files);
  Report report;
  warn_of_style(front, report);
  std::vector<std::string> codes;
  for (const Diagnostic& one : report.take()) codes.push_back(one.code);
  return codes;
}

using Codes = std::vector<std::string>;

TEST_CASE("the house style that keel comes with has no mistake") {
  Report report;
  const StyleRules rules = read_style_rules(base_style(), report);
  for (const Diagnostic& mistake : report.diagnostics()) FAIL_CHECK(mistake.message);
  CHECK(rules.rules.size() == 17);
  for (const StyleRule& rule : rules.rules) {
    INFO(rule.code);
    CHECK_FALSE(rule.instead.empty());
    CHECK((rule.limit || !rule.finds.empty()));
  }
}

TEST_CASE("the bundled pack keeps its own house style") {
  std::vector<PackFile> files;
  for (const char* part : {"dialogs", "intents"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(KEEL_PACK) / part)) {
      const bool content =
          entry.path().extension() == ".keel" || entry.path().filename() == "help-lines.json";
      if (!entry.is_regular_file() || !content) continue;
      files.push_back({fs::relative(entry.path(), KEEL_PACK).generic_string(),
                       test::contents_of(entry.path())});
    }
  }
  Report read;
  const Front front = read_front(files, read);
  REQUIRE(front.pack.flows.size() > 60);
  Report report;
  warn_of_style(front, report);
  for (const Diagnostic& one : report.take()) FAIL_CHECK(one.path + ": " + one.message);
  // A coach that nobody signed says so; no approver is ever made up.
  CHECK_FALSE(fs::exists(fs::path(KEEL_PACK) / "approvals.json"));
}

TEST_CASE("replies and offers are in the person's voice, and only their length counts") {
  CHECK(codes_of("Coach: What now?\n  * I feel you must calm down!\n  * No\n") == Codes{});
  CHECK(codes_of("Coach: I feel you must calm down!\n") == Codes{"K310", "K306", "K303"});
}

TEST_CASE("a quoted question is not asked") {
  CHECK(codes_of("Coach: You wrote \"why?\". What happened?\n  ask it: text\n") == Codes{});
  CHECK(codes_of("Coach: Why? What happened?\n  ask it: text\n") == Codes{"K302"});
}

TEST_CASE("a rule is switched off with a reason, for a line or for the pack") {
  const std::string line = "Coach: The sign said stop!\n";
  CHECK(codes_of(line) == Codes{"K303"});
  CHECK(codes_of("# style: K303 off, because it is a sign\n" + line) == Codes{});
  CHECK(codes_of("# style: K303 off\n" + line) == Codes{"K319"});
  CHECK(codes_of("# style: K303 off, because it is a sign\nCoach: Tea.\n") == Codes{"K320"});
  CHECK(codes_of(line, "off K303, because signs are loud\n") == Codes{});
  CHECK(codes_of(line, "off K303\n") == Codes{"K319", "K303"});
}

TEST_CASE("what is switched off is told with its reason") {
  const Front front = test::front_of_flow(
      "flow tea\ntitle: Tea\n\n# style: K303 off, because it is a sign\nCoach: Stop!\n");
  const Book book = make_book(front, {}, {});
  REQUIRE(book.style.off.size() == 1);
  CHECK(book.style.off[0].why == "it is a sign");
  CHECK(print_html(book, "2027-01-01").find("it is a sign") != std::string::npos);
}

TEST_CASE("a pack's rule takes the place of the one of the same code") {
  const std::string style =
      "rule K303 dots\nreason: Ours.\nfinds: a dotted line\npattern: dotted\n";
  CHECK(codes_of("Coach: A dotted line.\n", style) == Codes{"K303"});
}

}  // namespace
}  // namespace keel
