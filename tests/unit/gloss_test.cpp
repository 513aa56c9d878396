#include "understand/gloss/gloss.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <string>

#include "understand/intent_model.h"
#include "understand/meaning.h"

namespace keel {
namespace {

float nearness(const Meaning& a, const Meaning& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0F);
}

Meaning meaning(std::string_view typed) {
  return meaning_of(Text::read(typed));
}

TEST_CASE("words that mean nearly the same lie nearer than others") {
  const struct {
    std::string word;
    std::string near;
    std::string far;
  } rows[] = {{"sad", "unhappy", "invoice"}, {"panic", "terror", "recipe"},
              {"money", "cash", "garden"},   {"lonely", "lonesome", "printer"},
              {"angry", "furious", "train"}, {"weather", "storm", "wallet"}};
  for (const auto& row : rows) {
    CAPTURE(row.word, row.near, row.far);
    CHECK(nearness(meaning(row.word), meaning(row.near)) >
          nearness(meaning(row.word), meaning(row.far)) + 0.2F);
  }
}

TEST_CASE("a word is found by the form that the table has") {
  const std::string_view pairs[][2] = {
      {"texting", "text"}, {"quarrelling", "quarrel"}, {"flirted", "flirt"}, {"worries", "worry"}};
  for (const auto& [form, word] : pairs) {
    CAPTURE(form, word);
    CHECK(nearness(meaning(form), meaning(word)) == Approx(1).margin(1e-5));
  }
}

TEST_CASE("a meaning has length 1, and none of strange words") {
  CHECK(nearness(meaning("she left me on sunday"), meaning("she left me on sunday")) ==
        Approx(1).margin(1e-5));
  CHECK_FALSE(gloss_of("qqqzzx").has_value());
  CHECK_FALSE(gloss_of("").has_value());
  const Meaning strange = meaning("qqqzzx zzxq");
  CHECK(std::all_of(strange.begin(), strange.end(), [](float value) { return value == 0; }));
}

TEST_CASE("rare words say more than frequent ones") {
  GlossSum the = {};
  GlossSum quarrel = {};
  gloss_of("the").value().add_to(the);
  gloss_of("quarrel").value().add_to(quarrel);
  CHECK(nearness(the, the) < 0.01F);
  CHECK(nearness(quarrel, quarrel) > 0.9F);
}

TEST_CASE("the tokens' meanings add up to the message's") {
  const Text text = Text::read("I don't know why she'd cry about the divorce");
  Meaning sum = {};
  for (const Meaning& part : meaning_by_token(text)) {
    for (size_t i = 0; i < gloss_width; ++i) sum[i] += part[i];
  }
  CHECK(nearness(sum, meaning_of(text)) == Approx(1).margin(1e-5));
}

TEST_CASE("an intent is heard in a word that no example has") {
  const IntentModel model = IntentModel::train(
      std::vector<IntentExamples>{
          {"money", {"how much cash is left", "pay my debts", "what did i spend on rent"}},
          {"weather", {"will it rain", "is it sunny outside", "how cold is the wind"}}},
      {});
  for (const auto& [typed, intent] :
       {std::pair{"storm", "weather"}, std::pair{"loan", "money"}}) {
    const Text text = Text::read(typed);
    const IntentModel::Reading reading = model.read(text);
    CAPTURE(typed);
    REQUIRE_FALSE(reading.guesses.empty());
    CHECK(model.id(reading.guesses[0].intent) == intent);
    REQUIRE_FALSE(model.evidence(text, reading)[0].empty());
    CHECK(model.evidence(text, reading)[0][0].rule == typed);
  }
}

}  // namespace
}  // namespace keel
