// How the intent model is measured: labelled lines, thresholds, the area under the curve,
// confusion.
#include <catch2/catch.hpp>

#include "measure/confusion.h"

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

}  // namespace
}  // namespace keel
