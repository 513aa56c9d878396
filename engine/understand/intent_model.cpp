#include "understand/intent_model.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include "understand/intent_trainer.h"
#include "understand/rows.h"

namespace keel {
namespace {

constexpr uint32_t hold_out_every = 5;
constexpr uint32_t few_examples_per_intent = 50;
// A trial that is asked fewer lines than this says nothing about how far to believe it.
constexpr size_t held_out_min = 20;
constexpr float untried_threshold = 0.3F;

struct Corpus {
  std::vector<std::vector<RawFeature>> raw;
  std::vector<uint32_t> intents;
  size_t taught = 0;  // that the trial learns from; it is asked the rest
  FeatureOptions features;
  uint32_t epochs = 0;
};

std::string words_of_id(const std::string& id) {
  std::string words = id;
  std::replace(words.begin(), words.end(), '-', ' ');
  std::replace(words.begin(), words.end(), '_', ' ');
  std::replace(words.begin(), words.end(), ':', ' ');
  return words;
}

// Few examples want a gentler word order and longer training; many want the opposite.
void choose_settings(size_t examples, size_t intents, uint32_t epochs, Corpus& corpus) {
  const bool few = examples < few_examples_per_intent * intents;
  corpus.features.weights =
      few ? std::array<float, 5>{1, 1, 0.3F, 0.3F, 1} : std::array<float, 5>{1, 1, 0.5F, 0.7F, 1};
  corpus.features.pair_gap_max = few ? 3 : 6;
  const uint32_t least = examples < 40 * intents ? 1 : 2;
  corpus.features.messages_min = {1, 1, few ? 1U : 2U, least, least};
  corpus.epochs = epochs != 0 ? epochs : few ? 10 : 6;
}

Corpus corpus_of(std::span<const IntentExamples> intents, const IntentModelOptions& options) {
  Corpus corpus;
  size_t lines = 0;
  for (const IntentExamples& intent : intents) lines += intent.lines.size();
  choose_settings(lines, std::max<size_t>(1, intents.size()), options.epochs, corpus);
  const auto add = [&](const std::string& line, uint32_t intent) {
    corpus.raw.emplace_back();
    raw_features(Text::read(line), corpus.features.pair_gap_max, corpus.raw.back());
    corpus.intents.push_back(intent);
  };
  const auto add_lines = [&](bool held_out) {
    uint32_t number = 0;
    for (uint32_t i = 0; i < intents.size(); ++i) {
      const bool only_line = intents[i].lines.size() < 2;  // what is known of it stays known
      for (const std::string& line : intents[i].lines) {
        const bool chosen = !only_line && ++number % hold_out_every == 0;
        if (chosen == held_out) add(line, i);
      }
    }
  };
  for (uint32_t i = 0; options.names_as_examples && i < intents.size(); ++i)
    add(words_of_id(intents[i].id), i);
  add_lines(false);
  corpus.taught = corpus.raw.size();
  add_lines(true);
  return corpus;
}

// Features that share a row count together.
std::vector<RowValue> rows_of(std::vector<Feature>& features) {
  std::sort(features.begin(), features.end(), [](const Feature& a, const Feature& b) {
    return a.row != b.row ? a.row < b.row : a.value < b.value;
  });
  std::vector<RowValue> rows;
  for (const Feature& feature : features) {
    if (rows.empty() || rows.back().row != feature.row) rows.push_back({feature.row, 0});
    rows.back().value += feature.value;
  }
  return rows;
}

// The first `count` of the corpus.
std::vector<TrainingExample> examples_of(const Corpus& corpus, const Dictionary& dictionary,
                                         size_t count) {
  std::vector<TrainingExample> examples;
  std::vector<Feature> features;
  for (size_t i = 0; i < count; ++i) {
    dictionary.features(corpus.raw[i], features);
    examples.push_back({rows_of(features), corpus.intents[i]});
  }
  return examples;
}

// What the trial makes of the rest: its scores, weaker the less it knows of the message.
std::vector<HeldOut> held_out_scores(const Corpus& corpus, const Dictionary& dictionary,
                                     const LinearWeights& linear, uint32_t intents) {
  std::vector<HeldOut> all;
  std::vector<Feature> features;
  for (size_t i = corpus.taught; i < corpus.raw.size(); ++i) {
    const float known = dictionary.features(corpus.raw[i], features);
    std::vector<float> scores = linear.bias;
    for (const Feature& feature : features) {
      add_row(scores.data(), linear.weights.data() + size_t{feature.row} * linear.columns,
              feature.value, linear.columns);
    }
    scores.resize(intents);
    for (float& score : scores) score *= known;
    all.push_back({std::move(scores), corpus.intents[i]});
  }
  return all;
}

float quantile_of_best(std::span<const HeldOut> held_out, float heat, float share) {
  std::vector<float> tops;
  std::vector<float> shares;
  for (const HeldOut& item : held_out) {
    shares = item.scores;
    softmax(shares.data(), heat, shares.size());
    tops.push_back(*std::max_element(shares.begin(), shares.end()));
  }
  return quantile(std::move(tops), share);
}

struct Belief {
  float temperature = 1;
  float threshold = untried_threshold;
};

// From a trial that has not seen a fifth of the lines, nor the words that only they have.
Belief belief_of(const Corpus& corpus, uint32_t intents, const IntentModelOptions& options) {
  if (corpus.raw.size() - corpus.taught < held_out_min) return {};
  const Dictionary dictionary =
      Dictionary::build({corpus.raw.data(), corpus.taught}, corpus.features);
  const LinearWeights trial =
      train_linear(examples_of(corpus, dictionary, corpus.taught), intents, dictionary.rows(),
                   std::max(1U, corpus.epochs / 2), options);
  const std::vector<HeldOut> held_out = held_out_scores(corpus, dictionary, trial, intents);
  const float heat = fitting_heat(held_out);
  return {heat, quantile_of_best(held_out, heat, options.rejected_share)};
}

}  // namespace

IntentModel IntentModel::train(std::span<const IntentExamples> intents,
                               const IntentModelOptions& options, const Both& both) {
  IntentModel model;
  for (const IntentExamples& intent : intents) model.ids_.push_back(intent.id);
  if (intents.empty()) return model;
  const Corpus corpus = corpus_of(intents, options);
  const uint32_t count = model.size();
  Belief belief;
  LinearWeights linear;
  both([&] { belief = belief_of(corpus, count, options); },
       [&] {
         model.dictionary_ = Dictionary::build(corpus.raw, corpus.features);
         linear = train_linear(examples_of(corpus, model.dictionary_, corpus.raw.size()), count,
                               model.dictionary_.rows(), corpus.epochs, options);
       });
  const uint32_t rows = model.dictionary_.rows();
  model.temperature_ = belief.temperature;
  model.threshold_ = belief.threshold;
  model.columns_ = linear.columns;
  model.bias_ = linear.bias;
  model.scales_.assign(rows, 0);
  model.weights_.assign(packed_bytes(linear.weights.size()), 0);
  for (uint32_t f = 0; f < rows; ++f) {
    const float* row = linear.weights.data() + size_t{f} * linear.columns;
    float largest = 0;
    for (size_t c = 0; c < linear.columns; ++c) largest = std::max(largest, std::fabs(row[c]));
    if (largest <= 0) continue;
    model.scales_[f] = largest / packed_max;
    pack_row(model.weights_.data() + packed_bytes(size_t{f} * linear.columns), row,
             model.scales_[f], linear.columns);
  }
  model.average_rows();
  return model;
}

const uint8_t* IntentModel::row(uint32_t number) const {
  return weights_.data() + packed_bytes(size_t{number} * columns_);
}

void IntentModel::average_rows() {
  averages_.assign(scales_.size(), 0);
  for (uint32_t r = 0; r < scales_.size(); ++r) {
    int sum = 0;
    for (size_t c = 0; c < ids_.size(); ++c) sum += packed_at(row(r), c);
    averages_[r] = static_cast<float>(sum) / static_cast<float>(ids_.size());
  }
}

void IntentModel::scores(std::span<const Feature> features, std::vector<float>& out) const {
  out = bias_;
#if defined(__GNUC__)
  for (const Feature& feature : features) __builtin_prefetch(row(feature.row));
#endif
  for (const Feature& feature : features) {
    add_packed_row(out.data(), row(feature.row), feature.value * scales_[feature.row], columns_);
  }
  out.resize(ids_.size());
}

IntentModel::Reading IntentModel::read(const Text& text) const {
  Reading reading;
  if (ids_.empty() || text.empty()) return reading;
  std::vector<RawFeature> raw;
  raw_features(text, dictionary_.options().pair_gap_max, raw);
  const float known = dictionary_.features(raw, reading.features);
  if (reading.features.empty()) return reading;
  scores(reading.features, reading.shares);
  softmax(reading.shares.data(), temperature_ * known, reading.shares.size());
  const std::vector<float>& shares = reading.shares;
  std::vector<uint32_t> order(ids_.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  const size_t best = std::min(guesses_max, order.size());
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(best), order.end(),
                    [&shares](uint32_t a, uint32_t b) {
                      return shares[a] != shares[b] ? shares[a] > shares[b] : a < b;
                    });
  for (size_t i = 0; i < best; ++i) reading.guesses.push_back({order[i], shares[order[i]]});
  reading.in_scope = in_scope(reading.guesses[0].confidence);
  return reading;
}

std::vector<std::vector<Evidence>> IntentModel::evidence(const Text& text,
                                                         const Reading& reading) const {
  constexpr size_t evidence_max = 3;
  const size_t guesses = reading.guesses.size();
  std::vector<float> by_token(text.size() * guesses, 0);
  for (const Feature& feature : reading.features) {
    const auto tokens = static_cast<float>(feature.last - feature.first);
    const float scale = feature.value * scales_[feature.row] / tokens;
    for (size_t g = 0; g < guesses; ++g) {
      const float weight =
          scale * (static_cast<float>(packed_at(row(feature.row), reading.guesses[g].intent)) -
                   averages_[feature.row]);
      for (uint32_t t = feature.first; t < feature.last; ++t)
        by_token[g * text.size() + t] += weight;
    }
  }
  std::vector<std::vector<Evidence>> evidence(guesses);
  for (size_t g = 0; g < guesses; ++g) {
    const std::span<float> weights(by_token.data() + g * text.size(), text.size());
    for (size_t i = 0; i < evidence_max; ++i) {
      const auto best = std::max_element(weights.begin(), weights.end());
      if (best == weights.end() || *best <= 0) break;
      const auto token = static_cast<uint32_t>(best - weights.begin());
      evidence[g].push_back({text.span({token, token + 1}), std::string(text.word(token)), *best});
      *best = 0;
    }
  }
  return evidence;
}

}  // namespace keel
