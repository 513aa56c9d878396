// What can be said: the inventory, how it is read, signed and printed.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "contents.h"
#include "review/approved_only.h"
#include "review/condition_words.h"
#include "review/line_hash.h"
#include "review/side_files.h"
#include "review_pack.h"

namespace keel {
namespace {

namespace fs = std::filesystem;

TEST_CASE("syllables of a word") {
  const std::pair<const char*, int> rows[] = {
      {"tea", 1},    {"little", 2},  {"moved", 1},   {"wanted", 2}, {"makes", 1},   {"raises", 2},
      {"the", 1},    {"hope", 1},    {"feeling", 2}, {"didn't", 2}, {"don't", 1},   {"isn’t", 2},
      {"aren't", 1}, {"answers", 2}, {"10", 1},      {"body", 2},   {"together", 3}};
  for (const auto& [word, count] : rows) {
    INFO(word);
    CHECK(syllables_of(word) == count);
  }
}

TEST_CASE("words and sentences of a line; a slot is one short word") {
  struct Row {
    const char* text;
    int words, sentences, syllables;
  };
  const Row rows[] = {{"It went from {urge_before} to {urge_after}.", 6, 1, 6},
                      {"Okay. Nothing has to be sent this minute.", 8, 2, 11},
                      {"\"{they have}\", she said?", 3, 1, 3},
                      {"No full stop here", 4, 1, 4},
                      {"At 3.5 it is what it is", 7, 1, 7},
                      {"", 0, 0, 0}};
  for (const Row& row : rows) {
    INFO(row.text);
    const Reading reading = read_line(row.text);
    CHECK(reading.words == row.words);
    CHECK(reading.sentences == row.sentences);
    CHECK(reading.syllables == row.syllables);
  }
}

TEST_CASE("the grade is the formula's") {
  CHECK(Reading{10, 1, 15}.grade() == Approx(0.39 * 10 + 11.8 * 1.5 - 15.59));
  CHECK(Reading{4, 1, 4}.grade() == 0);
  CHECK(Reading{}.grade() == 0);
}

TEST_CASE("every form of a condition has its words") {
  const std::pair<const char*, const char*> rows[] = {
      {"thirst >= 8", "thirst is at least 8"},
      {"thirst < 4", "thirst is below 4"},
      {"thirst <= 4", "thirst is at most 4"},
      {"thirst = 4", "thirst is exactly 4"},
      {"thirst > other", "thirst is above other"},
      {"thirst is known", "thirst is known"},
      {"thirst is unknown", "thirst is not known"},
      {"milk is yes", "milk is “yes”"},
      {"milk is not no", "milk is known, and is not “no”"},
      {"long > 10 minutes", "long is above 10 minutes"},
      {"last thirst is known", "there is an earlier thirst"},
      {"last thirst >= 5", "the last thirst is at least 5"},
      {"days since thirst > 60", "more than 60 days have passed since thirst"},
      {"count of sips >= 3", "the list “sips” has at least 3 entries"},
      {"heard feeling is known", "the message named a feeling"},
      {"heard event is unknown", "the message did not name anything that happened"},
      {"heard event is left-on-read", "the message named the event “left on read”"},
      {"heard feeling is not sad", "the message named another feeling than “sad”"},
      {"heard intensity >= 7", "the intensity in the message is at least 7"},
      {"found has guesses", "the marks of “found” show guesses"},
      {"found has no facts", "the marks of “found” show no facts"},
      {"found was corrected", "the person moved a mark of “found”"},
      {"visited today", "this conversation was visited earlier today"},
      {"visited tea this week", "“tea” was visited earlier this week"},
      {"waited over 1 hour longer", "the wait ran over by more than 1 hour"},
      {"part_of_day is night", "it is night"},
      {"first_visit is yes", "this is the first visit"},
      {"dry", "dry (milk is “no” or thirst is at least 8)"},
      {"signs >= 2", "at least 2 of the signs are true (milk is “no”; thirst is at least 8)"},
      {"milk is yes and (thirst > 2 or dry)",
       "milk is “yes” and (thirst is above 2 or dry (milk is “no” or thirst is at least 8))"},
  };
  for (const auto& [condition, words] : rows) {
    INFO(condition);
    const std::string flow = std::string("flow tea\ntitle: Tea\nkeep: thirst until erased\n") +
                             "define dry: milk is no or thirst >= 8\n" +
                             "define signs: how many of milk is no, thirst >= 8\n\n" +
                             "Coach: Tea.\n  or if " + condition + ": Tea, then.\n";
    Report report;
    const Front front = read_front({{"dialogs/tea.keel", flow}}, report);
    REQUIRE(front.pack.flows.size() == 1);
    const FlowNode& node = front.pack.flows[0];
    const auto& coach = std::get<CoachNode>(node.body.statements.at(0).step);
    REQUIRE(coach.lines.size() == 2);
    CHECK(words_of(*coach.lines[1].condition, node) == words);
  }
}

TEST_CASE("the inventory of a small pack is as it was written down") {
  Book book = make_book(test::review_front(), {}, {});
  const std::string json = print_json(book);
  const fs::path golden = fs::path(KEEL_TESTS) / "data/review-small.json";
  const char* update = std::getenv("KEEL_UPDATE");
  if (update != nullptr && std::string(update) == "1") std::ofstream(golden) << json;
  CHECK(json == test::contents_of(golden));
}

TEST_CASE("a line says when it is said, after what, and what stands above it") {
  const Inventory inventory = inventory_of(test::review_front(), "en");
  CHECK(test::line_saying(inventory, "Tea, at this hour.").condition == "late (it is night)");
  CHECK(test::line_saying(inventory, "Tea, at this hour.").comments ==
        std::vector<std::string>{"Said with care."});
  CHECK(test::line_saying(inventory, "With ice.").condition == "thirst is at least 8");
  CHECK(test::line_saying(inventory, "With ice.").after == "“Ice”");
  CHECK(test::line_saying(inventory, "The small cup.").condition == "not thirst is at least 8");
  CHECK(test::line_saying(inventory, "A middle cup, then.").after == "no answer, or “skip”");
  CHECK(test::line_saying(inventory, "It is ready.").part == "ready");
  const ReviewLine& variant = test::line_saying(inventory, "Tea again.");
  CHECK(inventory.lines[variant.stands_for].text == "Tea it is.");
}

TEST_CASE("the engine's fixed words stand so in the engine") {
  std::string engine;
  for (const auto& entry : fs::directory_iterator(fs::path(KEEL_PACK) / "engine/dialog"))
    engine += test::contents_of(entry.path());
  const Inventory inventory = inventory_of(test::review_front(), "en");
  size_t fixed = 0;
  for (const ReviewLine& line : inventory.lines) {
    if (line.part != "Words that stand for a slot") continue;
    ++fixed;
    INFO(line.text);
    CHECK(engine.find("\"" + line.text + "\"") != std::string::npos);
  }
  CHECK(fixed >= 5);
  CHECK(test::line_saying(inventory, "Until {time}.").kind == LineKind::built_in);
}

TEST_CASE("a field of CSV is quoted where it has to be") {
  const std::pair<const char*, const char*> rows[] = {{"plain", "plain"},
                                                      {"a, b", "\"a, b\""},
                                                      {"say \"no\"", "\"say \"\"no\"\"\""},
                                                      {"two\nlines", "\"two\nlines\""},
                                                      {"", ""},
                                                      {"=1+1", "\"'=1+1\""},
                                                      {" edge", "\" edge\""}};
  for (const auto& [text, field] : rows) CHECK(csv_field(text) == field);
  const std::string csv = print_csv(make_book(test::review_front(), {}, {}));
  CHECK(csv.starts_with("id,flow,part,kind,"));
  CHECK(csv.ends_with("\r\n"));
}

TEST_CASE("the page holds every line, is marked, and loads nothing") {
  const Book book = make_book(test::review_front(), {}, {});
  const std::string page = print_html(book, "2027-01-01");
  CHECK(page.find("Nobody has signed this off yet.") != std::string::npos);
  CHECK(page.find("<html lang=\"en\">") != std::string::npos);
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("http") == std::string::npos);
  for (const ReviewLine& line : book.inventory.lines) {
    const std::string id = line.id.substr(line.id.rfind('/') + 1);
    INFO(line.text);
    CHECK(page.find(">" + id + "</a>") != std::string::npos);
  }
  size_t opened = 0, closed = 0;
  for (size_t at = 0; (at = page.find("<li", at)) != std::string::npos; ++at) ++opened;
  for (size_t at = 0; (at = page.find("</li>", at)) != std::string::npos; ++at) ++closed;
  CHECK(opened == closed);
}

// The flow in a few words, so that one of them can be changed.
std::string short_flow(const std::string& middle, const std::string& condition = "thirst >= 8") {
  return "flow tea\ntitle: Tea\n\nCoach: First.\nCoach: How thirsty?\n  ask thirst: number\nif " +
         condition + "\n  Coach: " + middle + "\nCoach: Last.\n";
}

TEST_CASE("a reworded line keeps its id and loses its approval") {
  Book before = make_book(test::front_of_flow(short_flow("The big cup.")), {}, {});
  Approvals approvals;
  for (const ReviewLine& line : before.inventory.lines)
    approve(line, {"R. Reader", "2027-01-01", ""}, approvals);
  const LineIds ids = *parse_line_ids(print_line_ids(before.inventory));
  const std::string id = test::line_saying(before.inventory, "The big cup.").id;

  Book same = make_book(test::front_of_flow(short_flow("The big cup.")), ids, approvals);
  CHECK(totals_of(same, same.shown).approved == same.shown.size());

  Book after = make_book(test::front_of_flow(short_flow("The biggest cup.")), ids, approvals);
  const Totals totals = totals_of(after, after.shown);
  CHECK(totals.approved == totals.lines - 1);
  CHECK(totals.changed == 1);
  CHECK(test::line_saying(after.inventory, "The biggest cup.").id == id);

  // The same words under another condition are another thing to say.
  Book other =
      make_book(test::front_of_flow(short_flow("The big cup.", "thirst >= 2")), ids, approvals);
  CHECK(totals_of(other, other.shown).approved == totals.lines - 1);

  // Without the side file the id is new, and the approval is lost all the same.
  Book unknown = make_book(test::front_of_flow(short_flow("The biggest cup.")), {}, approvals);
  CHECK(totals_of(unknown, unknown.shown).approved == totals.lines - 1);
  CHECK(test::line_saying(unknown.inventory, "The biggest cup.").id != id);
}

TEST_CASE("a new line beside others takes nobody's id") {
  Book before = make_book(test::front_of_flow(short_flow("The big cup.")), {}, {});
  const LineIds ids = *parse_line_ids(print_line_ids(before.inventory));
  Book after = make_book(
      test::front_of_flow(short_flow("The big cup.\n  Coach: With milk.\n  Coach: First.")), ids,
      {});
  for (const ReviewLine& line : before.inventory.lines)
    if (line.flow == "tea") CHECK(test::line_saying(after.inventory, line.text).id == line.id);
  std::set<std::string> all;
  for (const ReviewLine& line : after.inventory.lines) CHECK(all.insert(line.id).second);
}

TEST_CASE("approvals are read, written, sorted and taken back") {
  const Book book = make_book(test::review_front(), {}, {});
  Approvals approvals;
  const ReviewLine& line = book.inventory.lines[3];
  approve(line, {"B", "2027-01-02", "twice"}, approvals);
  approve(line, {"A", "2027-01-01", ""}, approvals);
  approve(line, {"A", "2027-01-03", ""}, approvals);
  CHECK(approvals.size() == 2);
  const std::string printed = print_approvals(approvals);
  CHECK(printed.find("\"by\":\"A\"") < printed.find("\"by\":\"B\""));
  CHECK(print_approvals(*parse_approvals(printed)) == printed);
  CHECK(withdraw(line, "A", approvals) == 1);
  CHECK(withdraw(line, "", approvals) == 1);
  CHECK(approvals.empty());
  for (const char* broken :
       {"[]", "{", "{\"approvals\":[{}]}",
        "{\"approvals\":[{\"line\":\"a\",\"hash\":\"b\",\"by\":\"c\",\"on\":\"d\"}]}"})
    CHECK_FALSE(parse_approvals(broken));
}

TEST_CASE("the hash is that of the five lines in the comment of line_hash.h") {
  ReviewLine line;
  line.flow = "pause";
  line.language = "en";
  line.kind = LineKind::coach;
  line.written_if = "if urge >= 7";
  line.text = "Wait a little.";
  CHECK(hash_of_line(line) == "60af613c028c3c26c9e83c95c383142f78dac610cf340235da06296a7dd29180");
}

TEST_CASE("a pack with a line that nobody signed may not be served") {
  const fs::path folder = fs::temp_directory_path() / ("keel-review-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  const std::vector<PackFile> files = {{"dialogs/tea.keel", short_flow("The big cup.")}};
  Report report;
  const Front front = read_front(files, report);
  CHECK(unapproved(folder, files)->find(" lines are not signed off:\n") != std::string::npos);
  CHECK(refuse_unapproved(folder, front).size() == 1);
  const Book book = make_book(front, {}, {});
  Approvals approvals;
  for (const ReviewLine& line : book.inventory.lines)
    approve(line, {"R", "2027-01-01", ""}, approvals);
  REQUIRE(write_text_file(folder / approvals_file, print_approvals(approvals)));
  CHECK(*unapproved(folder, files) == "");
  CHECK(refuse_unapproved(folder, front).empty());
  approvals.pop_back();
  REQUIRE(write_text_file(folder / approvals_file, print_approvals(approvals)));
  CHECK(unapproved(folder, files)->starts_with("1 of "));
  REQUIRE(write_text_file(folder / approvals_file, "no list"));
  CHECK_FALSE(unapproved(folder, files));
  fs::remove_all(folder);
}

}  // namespace
}  // namespace keel
