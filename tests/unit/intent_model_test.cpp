#include "understand/intent_model.h"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "understand/rows.h"
#include "understand/steady_math.h"
#include "understand/stem.h"
#include "understand/trained_intents.h"

namespace keel {
namespace {

std::vector<IntentExamples> small_corpus() {
  return {
      {"order-tea",
       {"a cup of tea please", "i would like some tea", "tea with milk", "could i get a tea",
        "green tea for me", "one black tea", "make me a tea", "bring tea", "a pot of tea",
        "can i have earl grey tea"}},
      {"ask-weather",
       {"what is the weather like", "will it rain today", "is it sunny outside",
        "weather forecast please", "how cold is it", "do i need an umbrella",
        "is there snow tomorrow", "whats the weather", "is it going to rain",
        "temperature tomorrow"}},
      {"say-goodbye",
       {"goodbye", "see you later", "bye bye", "i have to go now", "talk to you tomorrow",
        "good night", "catch you later", "im leaving", "so long", "have a good one"}},
  };
}

std::string best(const IntentModel& model, std::string_view typed) {
  const IntentModel::Reading reading = model.read(Text::read(typed));
  return reading.guesses.empty() ? "-" : model.id(reading.guesses[0].intent);
}

TEST_CASE("the model finds the intent of words it has not seen together") {
  const IntentModel model = IntentModel::train(small_corpus(), {});
  CHECK(best(model, "id love a nice cup of green tea") == "order-tea");
  CHECK(best(model, "is it raining") == "ask-weather");
  CHECK(best(model, "ok bye see you") == "say-goodbye");
  CHECK(best(model, "order tea") == "order-tea");
}

TEST_CASE("the same examples and seed give the same bytes, another seed others") {
  const uint64_t first = IntentModel::train(small_corpus(), {.seed = 7}).fingerprint();
  CHECK(IntentModel::train(small_corpus(), {.seed = 7}).fingerprint() == first);
  CHECK(IntentModel::train(small_corpus(), {.seed = 8}).fingerprint() != first);
}

TEST_CASE("confidences are shares, best first, and strange messages get little") {
  const IntentModel model = IntentModel::train(small_corpus(), {});
  const IntentModel::Reading tea = model.read(Text::read("a cup of tea please"));
  REQUIRE(tea.guesses.size() == 3);
  float sum = 0;
  for (size_t i = 0; i < tea.guesses.size(); ++i) {
    if (i > 0) CHECK(tea.guesses[i].confidence <= tea.guesses[i - 1].confidence);
    sum += tea.guesses[i].confidence;
  }
  CHECK(sum == Approx(1).margin(1e-4));
  CHECK(tea.in_scope);
  const IntentModel::Reading strange = model.read(Text::read("qqq zzz xxx"));
  CHECK((strange.guesses.empty() || strange.guesses[0].confidence < tea.guesses[0].confidence));
  CHECK_FALSE(strange.in_scope);
}

TEST_CASE("the evidence is the words that decided") {
  const IntentModel model = IntentModel::train(small_corpus(), {});
  const Text text = Text::read("hello, tea for my friend");
  const IntentModel::Reading reading = model.read(text);
  const std::vector<Evidence> evidence = model.evidence(text, reading).at(0);
  REQUIRE_FALSE(evidence.empty());
  CHECK(evidence[0].rule == "tea");
  CHECK(text.source().substr(evidence[0].span.begin, evidence[0].span.size()) == "tea");
  CHECK(evidence[0].weight > 0);
}

TEST_CASE("a model without examples, and a message without words, guess nothing") {
  const IntentModel none = IntentModel::train({}, {});
  CHECK(best(none, "tea") == "-");
  const IntentModel model = IntentModel::train(small_corpus(), {});
  CHECK(best(model, "") == "-");
  CHECK_FALSE(model.read(Text::read("")).in_scope);
}

TEST_CASE("related words share a stem") {
  const struct {
    std::string a;
    std::string b;
  } rows[] = {{"texting", "texts"}, {"texted", "text"}, {"stopped", "stop"},  {"stories", "story"},
              {"missing", "miss"},  {"lonely", "lone"}, {"waited", "waiting"}};
  for (const auto& row : rows) {
    CAPTURE(row.a, row.b);
    CHECK(stem_of(row.a) == stem_of(row.b));
  }
  CHECK(stem_of("his") != stem_of("him"));
  CHECK(stem_of("sing") == "sing");
}

TEST_CASE("the steady logarithm is near the true one") {
  CHECK(steady_log(2.718281828459045) == Approx(1).epsilon(1e-12));
  CHECK(steady_log(1) == Approx(0).margin(1e-15));
  CHECK(steady_log(1e-9) == Approx(-20.72326583694641).epsilon(1e-12));
}

TEST_CASE("shares are near the true ones, whatever the size of the scores") {
  // The last score stands alone behind a full group of lanes.
  std::vector<float> row{0, 1, -2.5F, 3, 0.25F, -40, 2, 1.5F, 2.9F};
  std::vector<double> expected;
  for (const float score : row) expected.push_back(std::exp(1.5 * static_cast<double>(score)));
  const double sum = std::accumulate(expected.begin(), expected.end(), 0.0);
  softmax(row.data(), 1.5F, row.size());
  for (size_t i = 0; i < row.size(); ++i) {
    CAPTURE(i);
    CHECK(static_cast<double>(row[i]) == Approx(expected[i] / sum).epsilon(2e-6));
  }
  std::vector<float> far{1000, -1000, 1000};
  softmax(far.data(), 1, far.size());
  CHECK(far[0] == Approx(0.5));
  CHECK(far[1] == Approx(0).margin(1e-30));
  std::vector<float> one{-3};
  softmax(one.data(), 1, one.size());
  CHECK(one[0] == 1);
}

TEST_CASE("the less of a message is known, the less a guess is believed") {
  const IntentModel model = IntentModel::train(small_corpus(), {});
  const auto confidence = [&model](const std::string& text) {
    return model.read(Text::read(text)).guesses.at(0).confidence;
  };
  CHECK(confidence("a cup of tea please") > confidence("a cup of tea please qqq"));
  CHECK(confidence("a cup of tea please qqq") > confidence("a cup of tea please qqq zzz xxx"));
}

TEST_CASE("features of the same messages share a row") {
  Lexicon corpus;
  std::vector<RawFeature> raw;
  for (const char* message : {"alone together", "together"}) {
    raw_features(Text::read(message), raw);
    corpus.add(raw);
  }
  FeatureOptions options;
  options.messages_min = {1, 1, 1, 1, 1};
  CorpusRows corpus_rows(corpus, corpus.messages(), options);
  const Dictionary& dictionary = corpus_rows.dictionary();
  CHECK(dictionary.row_count() == 3);  // of the first message, of the second, of both
  std::vector<Feature> features;
  CHECK(dictionary.features(raw, features) == Approx(1));
  for (const Feature& feature : features) CHECK(feature.row < 3);
  RowValues rows;
  CHECK(corpus_rows.read(1, rows) == Approx(1));
  CHECK(rows.size() == 2);
  float of_features = 0;
  for (const Feature& feature : features) of_features += feature.value;
  CHECK(rows[0].value + rows[1].value == Approx(of_features));
}

TEST_CASE("a packed row gives back what was put in, to the nearest step") {
  std::vector<float> row(32, 0);
  for (size_t i = 0; i < row.size(); ++i) row[i] = 0.5F * (static_cast<float>(i) - 15.5F);
  const float scale = 7.75F / packed_max;
  std::vector<uint8_t> packed(packed_bytes(row.size()));
  pack_row(packed.data(), row.data(), scale, row.size());
  for (size_t i = 0; i < row.size(); ++i) {
    CAPTURE(i);
    const float value = scale * static_cast<float>(packed_at(packed.data(), packed_place(i)));
    // Half a step at 7 squared, the coarsest place.
    CHECK(std::fabs(value - row[i]) <= 6.75F * scale);
    CHECK(value * row[i] >= 0);
  }
}

TEST_CASE("packed rows add up column by column, however many columns there are") {
  constexpr size_t count = 3;
  const std::array<float, count> x = {0.5F, 2, -1};
  for (const size_t columns : {16, 32, 48, 64, 112, 160}) {
    std::vector<uint8_t> bytes(count * packed_bytes(columns));
    for (size_t i = 0; i < bytes.size(); ++i) {
      const size_t low = (i * 5 + 1) % 16;
      const size_t high = (i * 3 + 2) % 16;
      bytes[i] = static_cast<uint8_t>((low == 8 ? 0 : low) | (high == 8 ? 0 : high) << 4U);
    }
    std::array<const uint8_t*, count> rows;
    for (size_t n = 0; n < count; ++n) rows[n] = bytes.data() + n * packed_bytes(columns);
    std::vector<float> out(columns, 1);
    add_packed_rows(out.data(), rows.data(), x.data(), count, columns);
    for (size_t c = 0; c < columns; ++c) {
      CAPTURE(columns, c);
      float sum = 1;
      for (size_t n = 0; n < count; ++n)
        sum += x[n] * static_cast<float>(packed_at(rows[n], packed_place(c)));
      CHECK(out[c] == sum);
    }
  }
}

TEST_CASE("a model comes back from its bytes, and nothing else does") {
  const std::vector<IntentContent> intents = {
      {"order-tea", {{"a cup of tea please", "", {}}, {"id like green tea", "", {}}}, {}},
      {"say-goodbye", {{"i dont want to stay", "", {}}, {"i dont want to go on", "", {}}}, {}}};
  const TrainedIntents trained = learn_intents(intents, 1, in_turn);
  CHECK(trained.denies == std::vector<uint8_t>{0, 1});
  const std::string bytes = to_bytes(trained);
  const std::optional<TrainedIntents> again = trained_from_bytes(bytes);
  REQUIRE(again);
  CHECK(again->model.fingerprint() == trained.model.fingerprint());
  CHECK(again->denies == trained.denies);
  CHECK(best(again->model, "green tea please") == "order-tea");
  for (const size_t size : {size_t{0}, size_t{7}, bytes.size() / 2, bytes.size() - 1})
    CHECK_FALSE(trained_from_bytes(bytes.substr(0, size)));
  for (size_t at = 0; at < bytes.size(); at += bytes.size() / 97 + 1) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    CHECK_FALSE(trained_from_bytes(damaged));
  }
}

TEST_CASE("what is learnt has one key for the same lines, and another for others") {
  std::vector<IntentContent> intents = {{"order-tea", {{"a cup of tea please", "", {}}}, {}},
                                        {"say-goodbye", {{"bye", "", {}}}, {}}};
  const uint64_t key = learning_key(intents, 1);
  CHECK(learning_key(intents, 1) == key);
  CHECK(learning_key(intents, 2) != key);
  intents[1].patterns.push_back({"bye now", "", {}});
  CHECK(learning_key(intents, 1) == key);  // patterns are not learnt from
  intents[1].examples.push_back({"see you", "", {}});
  CHECK(learning_key(intents, 1) != key);
}

TEST_CASE("wide and narrow additions of a row are the same to the bit") {
  std::vector<float> row(24);
  std::vector<float> wide(24, 0.1F);
  std::vector<float> narrow(24, 0.1F);
  for (size_t i = 0; i < row.size(); ++i) row[i] = 0.37F * static_cast<float>(i) - 2.1F;
  for (size_t i = 0; i < row.size(); ++i) {
    const volatile float product = 0.7F * row[i];
    narrow[i] += product;
  }
  const float factor = 0.7F;
  SECTION("rows added up") {
    const float* rows[] = {row.data()};
    add_rows(wide.data(), rows, &factor, 1, row.size());
    CHECK(wide == narrow);
  }
  SECTION("added to rows") {
    float* rows[] = {wide.data()};
    add_to_rows(rows, &factor, 1, row.data(), row.size());
    CHECK(wide == narrow);
  }
}

}  // namespace
}  // namespace keel
