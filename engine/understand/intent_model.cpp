#include "understand/intent_model.h"

#include <algorithm>
#include <array>
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
  Lexicon messages;
  std::vector<Meaning> meanings;  // of each message
  std::vector<uint32_t> intents;
  std::vector<uint32_t> lines;  // of each message, the number among its intent's
  size_t taught = 0;            // that the trial learns from; it is asked the rest
  FeatureOptions features;
  uint32_t epochs = 0;
  float meaning_length = 0;
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
  const uint32_t least = examples < 40 * intents ? 1 : 2;
  corpus.features.messages_min = {1, 1, few ? 1U : 2U, least, few ? least : 3};
  corpus.epochs = epochs != 0 ? epochs : few ? 10 : 6;
}

struct Line {
  std::string text;
  uint32_t intent = 0;
  uint32_t number = 0;  // among its intent's
};

// Those that the trial learns from first, then those that it is asked; `taught`: how many come
// first.
std::vector<Line> lines_of(std::span<const IntentExamples> intents, bool names, size_t& taught) {
  std::vector<Line> lines;
  const auto add = [&](bool held_out) {
    uint32_t number = 0;
    for (uint32_t i = 0; i < intents.size(); ++i) {
      const bool only_line = intents[i].lines.size() < 2;  // what is known of it stays known
      for (uint32_t line = 0; line < intents[i].lines.size(); ++line) {
        const bool chosen = !only_line && ++number % hold_out_every == 0;
        if (chosen == held_out) lines.push_back({intents[i].lines[line], i, line});
      }
    }
  };
  for (uint32_t i = 0; names && i < intents.size(); ++i)
    lines.push_back({words_of_id(intents[i].id), i, 0});
  add(false);
  taught = lines.size();
  add(true);
  return lines;
}

Corpus corpus_of(std::span<const IntentExamples> intents, const IntentModelOptions& options,
                 const Both& both) {
  Corpus corpus;
  corpus.meaning_length = options.meaning_length;
  const std::vector<Line> lines = lines_of(intents, options.names_as_examples, corpus.taught);
  const size_t names = options.names_as_examples ? intents.size() : 0;
  choose_settings(lines.size() - names, std::max<size_t>(1, intents.size()), options.epochs,
                  corpus);
  both(
      [&] {
        corpus.meanings.reserve(lines.size());
        for (const Line& line : lines) corpus.meanings.push_back(meaning_of(Text::read(line.text)));
      },
      [&] {
        std::vector<RawFeature> raw;
        for (const Line& line : lines) {
          raw_features(Text::read(line.text), raw);
          corpus.messages.add(raw);
          corpus.intents.push_back(line.intent);
          corpus.lines.push_back(line.number);
        }
      });
  return corpus;
}

// The message as rows, those of its meaning last. Returns how much of it is known.
float read_message(const Corpus& corpus, CorpusRows& rows, size_t message, RowValues& out) {
  const float known = rows.read(message, out);
  uint32_t row = rows.dictionary().row_count();
  for (const float value : corpus.meanings[message])
    out.push_back({row++, value * corpus.meaning_length});
  return known;
}

uint32_t row_count(const CorpusRows& rows) {
  return rows.dictionary().row_count() + gloss_width;
}

// The first `count` of the corpus.
TrainingExamples examples_of(const Corpus& corpus, CorpusRows& rows, size_t count) {
  TrainingExamples examples;
  examples.spared = gloss_width;
  examples.intents.assign(corpus.intents.begin(),
                          corpus.intents.begin() + static_cast<std::ptrdiff_t>(count));
  examples.ends.reserve(count);
  examples.rows.reserve(corpus.messages.occurrences() + count * gloss_width);
  for (size_t i = 0; i < count; ++i) {
    read_message(corpus, rows, i, examples.rows);
    examples.ends.push_back(examples.rows.size());
  }
  return examples;
}

// What the trial makes of the rest: its scores, weaker the less it knows of the message.
std::vector<HeldOut> held_out_scores(const Corpus& corpus, CorpusRows& rows,
                                     const LinearWeights& linear, uint32_t intents) {
  std::vector<HeldOut> all;
  RowValues message;
  for (size_t i = corpus.taught; i < corpus.messages.messages(); ++i) {
    message.clear();
    const float known = read_message(corpus, rows, i, message);
    std::vector<float> scores = linear.bias;
    for (const RowValue& one : message) {
      const float* row = linear.weights.data() + size_t{one.row} * linear.columns;
      add_rows(scores.data(), &row, &one.value, 1, linear.columns);
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
  std::vector<IntentModel::Mistake> mistakes;
  std::vector<uint32_t> tried;  // by intent
};

// From a trial that has not seen a fifth of the lines, nor the words that only they have.
Belief belief_of(const Corpus& corpus, uint32_t intents, const IntentModelOptions& options) {
  if (corpus.messages.messages() - corpus.taught < held_out_min) return {};
  CorpusRows rows(corpus.messages, corpus.taught, corpus.features);
  const LinearWeights trial =
      train_linear(examples_of(corpus, rows, corpus.taught), intents, row_count(rows),
                   std::max(1U, corpus.epochs / 2), options);
  const std::vector<HeldOut> held_out = held_out_scores(corpus, rows, trial, intents);
  Belief belief;
  belief.temperature = fitting_heat(held_out);
  belief.threshold = quantile_of_best(held_out, belief.temperature, options.rejected_share);
  belief.tried.assign(intents, 0);
  for (size_t i = 0; i < held_out.size(); ++i) {
    const std::vector<float>& scores = held_out[i].scores;
    const auto best =
        static_cast<uint32_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    ++belief.tried[held_out[i].intent];
    if (best != held_out[i].intent)
      belief.mistakes.push_back({held_out[i].intent, corpus.lines[corpus.taught + i], best});
  }
  return belief;
}

}  // namespace

IntentModel IntentModel::train(std::span<const IntentExamples> intents,
                               const IntentModelOptions& options, const Both& both) {
  IntentModel model;
  for (const IntentExamples& intent : intents) model.ids_.push_back(intent.id);
  if (intents.empty()) return model;
  const Corpus corpus = corpus_of(intents, options, both);
  const uint32_t count = model.size();
  Belief belief;
  LinearWeights linear;
  both([&] { belief = belief_of(corpus, count, options); },
       [&] {
         const size_t all = corpus.messages.messages();
         CorpusRows rows(corpus.messages, all, corpus.features);
         model.dictionary_ = rows.dictionary();
         linear = train_linear(examples_of(corpus, rows, all), count, row_count(rows),
                               corpus.epochs, options);
       });
  const uint32_t rows = model.dictionary_.row_count() + gloss_width;
  model.meaning_length_ = options.meaning_length;
  model.temperature_ = belief.temperature;
  model.threshold_ = belief.threshold;
  model.mistakes_ = std::move(belief.mistakes);
  model.tried_ = std::move(belief.tried);
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
  averages_.resize(scales_.size());
  for (uint32_t r = 0; r < averages_.size(); ++r)
    averages_[r] = static_cast<float>(packed_sum(row(r), columns_)) / static_cast<float>(size());
}

void IntentModel::scores(const Reading& reading, std::vector<float>& out) const {
  out = bias_;
  const std::vector<Feature>& features = reading.features;
  std::vector<const uint8_t*> rows;
  std::vector<float> x;
  rows.reserve(features.size() + gloss_width);
  x.reserve(features.size() + gloss_width);
  for (const Feature& feature : features) {
    rows.push_back(row(feature.row));
    x.push_back(feature.value * scales_[feature.row]);
    __builtin_prefetch(rows.back());
  }
  uint32_t number = dictionary_.row_count();
  for (const float value : reading.meaning) {
    rows.push_back(row(number));
    x.push_back(value * meaning_length_ * scales_[number++]);
  }
  add_packed_rows(out.data(), rows.data(), x.data(), rows.size(), columns_);
  out.resize(ids_.size());
}

IntentModel::Reading IntentModel::read(const Text& text) const {
  Reading reading;
  if (ids_.empty() || text.empty()) return reading;
  std::vector<RawFeature> raw;
  raw_features(text, raw);
  const float known = dictionary_.features(raw, reading.features);
  if (reading.features.empty()) return reading;
  reading.meaning = meaning_of(text);
  scores(reading, reading.shares);
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

IntentModel::GuessWeights IntentModel::weights(const Reading& reading, uint32_t number,
                                               float factor) const {
  GuessWeights weights = {};
  for (size_t g = 0; g < reading.guesses.size(); ++g) {
    const int weight = packed_at(row(number), packed_place(reading.guesses[g].intent));
    weights[g] = factor * scales_[number] * (static_cast<float>(weight) - averages_[number]);
  }
  return weights;
}

void IntentModel::add_features(const Reading& reading, std::vector<GuessWeights>& by_token) const {
  for (const Feature& feature : reading.features) {
    const auto tokens = static_cast<float>(feature.last - feature.first);
    const GuessWeights added = weights(reading, feature.row, feature.value / tokens);
    for (uint32_t t = feature.first; t < feature.last; ++t) {
      for (size_t g = 0; g < guesses_max; ++g) by_token[t][g] += added[g];
    }
  }
}

void IntentModel::add_meanings(const Text& text, const Reading& reading,
                               std::vector<GuessWeights>& by_token) const {
  std::array<GuessWeights, gloss_width> by_number;
  for (uint32_t i = 0; i < gloss_width; ++i)
    by_number[i] = weights(reading, dictionary_.row_count() + i, meaning_length_);
  const std::vector<Meaning> meanings = meaning_by_token(text);
  for (uint32_t t = 0; t < meanings.size(); ++t) {
    for (size_t i = 0; i < gloss_width; ++i) {
      for (size_t g = 0; g < guesses_max; ++g) by_token[t][g] += meanings[t][i] * by_number[i][g];
    }
  }
}

std::vector<std::vector<Evidence>> IntentModel::evidence(const Text& text,
                                                         const Reading& reading) const {
  constexpr size_t evidence_max = 3;
  std::vector<GuessWeights> by_token(text.size());
  add_features(reading, by_token);
  add_meanings(text, reading, by_token);
  std::vector<std::vector<Evidence>> evidence(reading.guesses.size());
  for (size_t g = 0; g < evidence.size(); ++g) {
    const auto weighs_less = [g](const auto& a, const auto& b) { return a[g] < b[g]; };
    for (size_t i = 0; i < evidence_max; ++i) {
      const auto best = std::max_element(by_token.begin(), by_token.end(), weighs_less);
      if (best == by_token.end() || (*best)[g] <= 0) break;
      const auto token = static_cast<uint32_t>(best - by_token.begin());
      const float weight = std::exchange((*best)[g], 0);
      evidence[g].push_back({text.span({token, token + 1}), std::string(text.word(token)), weight});
    }
  }
  return evidence;
}

}  // namespace keel
