#include "understand/intent_trainer.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"
#include "understand/rows.h"
#include "understand/steady_math.h"

namespace keel {
namespace {

constexpr float rate = 0.5F;
constexpr float bias_rate = 0.03F;
constexpr float decay_last = 0.01F;
constexpr float gradient_floor = 1e-8F;

class Trainer {
 public:
  Trainer(uint32_t intents, uint32_t features, const IntentModelOptions& options)
      : options_(options), intents_(intents), random_(options.seed) {
    linear_.columns = padded(intents);
    linear_.weights.assign(size_t{features} * linear_.columns, 0);
    linear_.bias.assign(linear_.columns, 0);
    sums_.assign(features, 0);
    bias_sums_.assign(linear_.columns, 0);
    gradient_.assign(linear_.columns, 0);
  }

  LinearWeights run(std::span<const TrainingExample> examples, uint32_t epochs) {
    if (examples.empty()) return std::move(linear_);
    std::vector<uint32_t> order(examples.size());
    for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    const double steps = static_cast<double>(epochs) * static_cast<double>(order.size());
    uint64_t step = 0;
    for (uint32_t epoch = 0; epoch < epochs; ++epoch) {
      for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_.below(i)]);
      choose(examples[order[0]]);
      for (size_t i = 0; i < order.size(); ++i) {
        std::swap(chosen_, next_);
        next_.clear();
        const uint32_t intent = examples[order[i]].intent;
        if (i + 1 < order.size()) choose(examples[order[i + 1]]);
        const auto done = static_cast<float>(static_cast<double>(step++) / steps);
        learn(intent, 1 - done * (1 - decay_last));
      }
    }
    return std::move(linear_);
  }

 private:
  // The features that survive the next step's dropout.
  void choose(const TrainingExample& example) {
    bool dropped[feature_tokens_max + 1] = {};
    bool any = false;
    if (options_.token_dropout > 0 && random_.unit() < 0.5) {
      uint16_t tokens = 0;
      for (const Feature& feature : example.features) tokens = std::max(tokens, feature.last);
      for (uint16_t t = 0; t < tokens; ++t) {
        dropped[t] = random_.unit() < static_cast<double>(options_.token_dropout);
        any = any || dropped[t];
      }
    }
    const float kept = 1 - options_.feature_dropout;
    uint64_t bits = 0;
    uint32_t bits_left = 0;
    const auto keep_below = static_cast<uint64_t>(kept * 65536.0F);
    next_.resize(example.features.size() + 1);
    Feature* kept_end = next_.data();
    for (const Feature& feature : example.features) {
      if (bits_left == 0) {
        bits = random_.next();
        bits_left = 4;
      }
      const bool keep = (bits & 0xFFFFU) < keep_below;
      bits >>= 16U;
      --bits_left;
      // Written in any case: whether it is kept is random, and a guess would be wrong a third of
      // the time.
      *kept_end = {feature.id, feature.value / kept, feature.first, feature.last};
      if (any && keep &&
          std::any_of(dropped + feature.first, dropped + feature.last,
                      [](bool gone) { return gone; })) {
        continue;
      }
      kept_end += keep ? 1 : 0;
    }
    next_.resize(static_cast<size_t>(kept_end - next_.data()));
  }

  void learn(uint32_t intent, float decay) {
    const size_t columns = linear_.columns;
    std::copy(linear_.bias.begin(), linear_.bias.end(), gradient_.begin());
    rows_.clear();
    values_.clear();
    for (const Feature& feature : chosen_) {
      rows_.push_back(row(feature.id));
      values_.push_back(feature.value);
    }
    add_rows(gradient_.data(), rows_.data(), values_.data(), rows_.size(), columns);
    softmax({gradient_.data(), intents_}, 1);
    const float spread = options_.smoothing / static_cast<float>(intents_);
    float square = 0;
    for (uint32_t c = 0; c < intents_; ++c) {
      gradient_[c] -= spread;
      if (c == intent) gradient_[c] -= 1 - options_.smoothing;
      square += gradient_[c] * gradient_[c];
    }
    for (size_t i = 0; i < chosen_.size(); ++i) {
      const Feature& feature = chosen_[i];
      if (i < next_.size()) fetch(next_[i].id);
      sums_[feature.id] += feature.value * feature.value * square;
      const float step = rate * decay / std::sqrt(sums_[feature.id] + gradient_floor);
      add_row(row(feature.id), gradient_.data(), -step * feature.value, columns);
    }
    descend(linear_.bias.data(), bias_sums_.data(), gradient_.data(), bias_rate * decay,
            gradient_floor, columns);
  }

  // The rows of the next step are on their way while this one is worked on.
  void fetch(uint32_t id) {
#if defined(__GNUC__)
    constexpr size_t line = 64 / sizeof(float);
    const float* next = row(id);
    for (size_t at = 0; at < linear_.columns; at += line) __builtin_prefetch(next + at, 1, 2);
    __builtin_prefetch(&sums_[id], 1, 2);
#else
    (void)id;
#endif
  }

  float* row(uint32_t id) {
    return linear_.weights.data() + size_t{id} * linear_.columns;
  }

  const IntentModelOptions& options_;
  uint32_t intents_;
  Random random_;
  LinearWeights linear_;
  std::vector<float> sums_;  // of squared gradients, one per feature
  std::vector<float> bias_sums_;
  std::vector<float> gradient_;
  std::vector<Feature> chosen_;  // of this step
  std::vector<Feature> next_;    // of the one after it
  std::vector<const float*> rows_;
  std::vector<float> values_;
};

double surprise(std::span<const HeldOut> held_out, float heat) {
  double sum = 0;
  std::vector<float> shares;
  for (const HeldOut& item : held_out) {
    shares = item.scores;
    softmax(shares, heat);
    sum -= steady_log(std::max(1e-9, static_cast<double>(shares[item.intent])));
  }
  return sum;
}

}  // namespace

void softmax(std::span<float> scores, float heat) {
  if (scores.empty()) return;
  const float top = *std::max_element(scores.begin(), scores.end());
  double sum = 0;
  constexpr size_t lanes = 8;
  for (size_t at = 0; at < scores.size(); at += lanes) {
    const size_t count = std::min(lanes, scores.size() - at);
    double shares[lanes] = {};
    for (size_t i = 0; i < count; ++i)
      shares[i] = static_cast<double>((scores[at + i] - top) * heat);
    steady_exp_of_eight(shares);
    for (size_t i = 0; i < count; ++i) {
      scores[at + i] = static_cast<float>(shares[i]);
      sum += shares[i];
    }
  }
  const auto factor = static_cast<float>(1 / sum);
  for (float& score : scores) score *= factor;
}

float quantile(std::vector<float> values, float share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const auto at = static_cast<size_t>(share * static_cast<float>(values.size()));
  return values[std::min(at, values.size() - 1)];
}

LinearWeights train_linear(std::span<const TrainingExample> examples, uint32_t intents,
                           uint32_t features, uint32_t epochs, const IntentModelOptions& options) {
  return Trainer(intents, features, options).run(examples, epochs);
}

float fitting_heat(std::span<const HeldOut> held_out) {
  if (held_out.empty()) return 1;
  // The surprise has one lowest point over heat; narrow it down by thirds.
  float low = 0.3F;
  float high = 6.0F;
  for (int i = 0; i < 16; ++i) {
    const float left = low + (high - low) / 3;
    const float right = high - (high - low) / 3;
    if (surprise(held_out, left) < surprise(held_out, right)) {
      high = right;
    } else {
      low = left;
    }
  }
  return (low + high) / 2;
}

}  // namespace keel
