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
    std::vector<uint32_t> order(examples.size());
    for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    const double steps = static_cast<double>(epochs) * static_cast<double>(order.size());
    uint64_t step = 0;
    for (uint32_t epoch = 0; epoch < epochs; ++epoch) {
      for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_.below(i)]);
      for (const uint32_t index : order) {
        const auto done = static_cast<float>(static_cast<double>(step++) / steps);
        learn(examples[index], 1 - done * (1 - decay_last));
      }
    }
    return std::move(linear_);
  }

 private:
  // The features that survive this step's dropout.
  void choose(const TrainingExample& example) {
    chosen_.clear();
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
    for (const Feature& feature : example.features) {
      if (bits_left == 0) {
        bits = random_.next();
        bits_left = 4;
      }
      const bool keep = (bits & 0xFFFFU) < keep_below;
      bits >>= 16U;
      --bits_left;
      if (!keep) continue;
      if (any && std::any_of(dropped + feature.first, dropped + feature.last,
                             [](bool gone) { return gone; })) {
        continue;
      }
      chosen_.push_back({feature.id, feature.value / kept, feature.first, feature.last});
    }
  }

  void learn(const TrainingExample& example, float decay) {
    choose(example);
    const size_t columns = linear_.columns;
    std::copy(linear_.bias.begin(), linear_.bias.end(), gradient_.begin());
    for (const Feature& feature : chosen_) {
      add_row(gradient_.data(), row(feature.id), feature.value, columns);
    }
    softmax({gradient_.data(), intents_}, 1);
    const float spread = options_.smoothing / static_cast<float>(intents_);
    float square = 0;
    for (uint32_t c = 0; c < intents_; ++c) {
      gradient_[c] -= spread;
      if (c == example.intent) gradient_[c] -= 1 - options_.smoothing;
      square += gradient_[c] * gradient_[c];
    }
    for (const Feature& feature : chosen_) {
      sums_[feature.id] += feature.value * feature.value * square;
      const float step = rate * decay / std::sqrt(sums_[feature.id] + gradient_floor);
      add_row(row(feature.id), gradient_.data(), -step * feature.value, columns);
    }
    for (uint32_t c = 0; c < intents_; ++c) {
      bias_sums_[c] += gradient_[c] * gradient_[c];
      linear_.bias[c] -=
          bias_rate * decay * gradient_[c] / std::sqrt(bias_sums_[c] + gradient_floor);
    }
    for (size_t c = intents_; c < columns; ++c) gradient_[c] = 0;
  }

  float* row(uint32_t id) { return linear_.weights.data() + size_t{id} * linear_.columns; }

  const IntentModelOptions& options_;
  uint32_t intents_;
  Random random_;
  LinearWeights linear_;
  std::vector<float> sums_;  // of squared gradients, one per feature
  std::vector<float> bias_sums_;
  std::vector<float> gradient_;
  std::vector<Feature> chosen_;
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
  for (float& score : scores) {
    const double share = steady_exp(static_cast<double>((score - top) * heat));
    score = static_cast<float>(share);
    sum += share;
  }
  const auto factor = static_cast<float>(1 / sum);
  for (float& score : scores) score *= factor;
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
