// How the intent model is measured: labelled lines, thresholds, the area under the curve,
// confusion.
#include <catch2/catch.hpp>

#include "measure/confusion.h"
#include "measure/safety_table.h"

namespace keel {
namespace {

std::vector<Judged> judged(const std::vector<std::pair<float, bool>>& rows) {
  std::vector<Judged> all;
  for (const auto& [confidence, right] : rows) all.push_back({"x", right, right, confidence});
  return all;
}

TEST_CASE("labelled lines: a label, a tab, a text") {
  const auto lines = read_labelled("a\tone\r\n\nb\ttwo\tthree\n");
  REQUIRE(lines);
  REQUIRE(lines->size() == 2);
  CHECK((*lines)[0].text == "one");
  CHECK((*lines)[1].text == "two\tthree");
  for (const char* wrong : {"", "\n", "no tab\n", "\ttext\n", "label\t\n"}) {
    CAPTURE(wrong);
    CHECK_FALSE(read_labelled(wrong));
  }
  CHECK(read_labelled("a\tb\nc\n").error().message == "line 2 is not LABEL<TAB>TEXT");
}

TEST_CASE("examples are gathered by label") {
  const auto lines = read_labelled("b\tone\na\ttwo\nb\tthree\n");
  REQUIRE(lines);
  const std::vector<IntentExamples> intents = examples_of(*lines);
  REQUIRE(intents.size() == 2);
  CHECK(intents[0].id == "a");
  CHECK(intents[1].lines == std::vector<std::string>{"one", "three"});
}

TEST_CASE("accuracy, what is kept, and what falls out") {
  const auto all = judged({{0.9F, true}, {0.8F, false}, {0.4F, true}, {0.1F, false}});
  CHECK(accuracy(all) == 0.5);
  CHECK(kept_and_right(all, 0.5F) == 0.25);
  CHECK(below(all, 0.5F) == 0.5);
  CHECK(threshold_for(all, 0.5F) == 0.8F);
  CHECK(threshold_for(all, 0) == 0.1F);
  CHECK(accuracy({}) == 0);
}

TEST_CASE("auroc counts the pairs that are in order, and a tie as a half") {
  const auto in = judged({{0.9F, true}, {0.6F, true}});
  CHECK(auroc(in, judged({{0.1F, false}, {0.2F, false}})) == 1);
  CHECK(auroc(in, judged({{1, false}})) == 0);
  CHECK(auroc(in, judged({{0.6F, false}, {0.7F, false}})) == 0.625);
  CHECK(auroc(in, {}) == 0);
}

TEST_CASE("confusion: every example is guessed once, by a model that has not seen it") {
  const std::vector<IntentExamples> intents = {
      {"tea", {"a cup of tea", "some tea please", "tea now", "is there tea", "hot tea with milk"}},
      {"bus", {"the bus is late", "a bus home", "which bus", "bus stop near me", "last bus"}},
      {"tea-too", {"tea for me", "tea again", "more tea", "green tea", "tea in a pot"}}};
  const Confusion confusion = confusion_of(intents, 1);
  CHECK(confusion.examples == 15);
  CHECK(confusion.right + confusion.mistaken.size() == 15);
  REQUIRE(confusion.of.size() == 3);
  size_t taken = 0;
  for (const IntentConfusion& one : confusion.of) {
    CHECK(one.examples == 5);
    CHECK((one.intent != "bus" || one.right >= 4));
    for (const auto& [other, times] : one.taken_for) taken += times;
  }
  CHECK(taken == confusion.mistaken.size());
}

SafetyFinding found(std::string category, SafetyLevel level) {
  return {std::move(category), level, {}, "a-rule", {}};
}

TEST_CASE("messages labelled for safety: what must be there and what may be wrong") {
  const auto lines = read_safety_labelled(
      "{\"text\": \"a\", \"category\": \"abuse\", \"level\": \"ask\", \"also\": [\"minor\"],"
      " \"level_ok\": [\"ask\", \"high\"], \"context\": \"b?\"}\r\n\n"
      "{\"text\": \"c\", \"category\": \"none\", \"level\": \"none\"}");
  REQUIRE(lines);
  REQUIRE(lines->size() == 2);
  CHECK(lines->front().coach_said == "b?");
  CHECK(lines->front().categories == std::vector<std::string>{"minor", "abuse"});
  for (const char* wrong :
       {"a", "[]", "{}", R"({"text": "a", "category": "abuse", "level": "loud"})",
        R"({"text": 1, "category": "abuse", "level": "ask"})",
        R"({"text": "a", "category": "abuse", "level": "ask", "also": "minor"})",
        R"({"text": "a", "category": "abuse", "level": "ask", "level_ok": ["loud"]})"}) {
    CAPTURE(wrong);
    CHECK_FALSE(read_safety_labelled(wrong));
  }
}

TEST_CASE("what was found is judged by its first finding") {
  const SafetyLabelled danger{
      "a", "", "abuse", SafetyLevel::ask, {"abuse", "minor"}, {SafetyLevel::ask}};
  const SafetyLabelled ordinary{"b", "", "none", SafetyLevel::none, {"none"}, {SafetyLevel::none}};
  SafetyTable table;
  const auto verdict = [&](const SafetyLabelled& line, std::vector<SafetyFinding> findings) {
    return std::string(name_of(table.add(line, findings)));
  };
  CHECK(verdict(danger, {}) == "missed");
  CHECK(verdict(danger, {found("minor", SafetyLevel::ask)}) == "right");
  CHECK(verdict(danger, {found("abuse", SafetyLevel::high)}) == "right");
  CHECK(verdict(danger, {found("abuse", SafetyLevel::emergency)}) == "wrong level");
  CHECK(verdict(danger, {found("eating", SafetyLevel::ask)}) == "wrong category");
  CHECK(verdict(ordinary, {}) == "right");
  CHECK(verdict(ordinary, {found("abuse", SafetyLevel::ask)}) == "false alarm");
  CHECK(table.all().messages == 5);
  CHECK(table.all(SafetyLevel::ask).found == 4);
  CHECK(table.all(SafetyLevel::high).messages == 0);
  CHECK(table.all().category_right == 3);
  CHECK(table.all().level_right == 3);
  CHECK(table.ordinary() == 2);
  CHECK(table.alarms(SafetyLevel::ask) == 1);
}

}  // namespace
}  // namespace keel
