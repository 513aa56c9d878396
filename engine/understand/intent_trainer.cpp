#include "understand/intent_trainer.h"

#include <algorithm>
#include <cmath>
#include <utility>

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
  Trainer(uint32_t intents, uint32_t rows, const IntentModelOptions& options)
      : options_(options), intents_(intents), random_(options.seed) {
    linear_.columns = padded(intents);
    linear_.weights.assign(size_t{rows} * linear_.columns, 0);
    linear_.bias.assign(linear_.columns, 0);
    sums_.assign(rows, 0);
    bias_sums_.assign(linear_.columns, 0);
    gradient_.assign(linear_.columns, 0);
  }

  LinearWeights run(const TrainingExamples& examples, uint32_t epochs) {
    if (examples.size() == 0) return std::move(linear_);
    std::vector<uint32_t> order(examples.size());
    for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    const double steps = static_cast<double>(epochs) * static_cast<double>(order.size());
    uint64_t step = 0;
    for (uint32_t epoch = 0; epoch < epochs; ++epoch) {
      for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_.below(i)]);
      for (const uint32_t at : order) {
        choose(examples.at(at), examples.spared);
        const auto done = static_cast<float>(static_cast<double>(step++) / steps);
        learn(examples.intents[at], 1 - done * (1 - decay_last));
      }
    }
    return std::move(linear_);
  }

 private:
  // The rows of the example that survive this step's dropout, and those that are spared it.
  void choose(std::span<const RowValue> rows, size_t spared) {
    const float kept = 1 - options_.dropout;
    const auto keep_below = static_cast<uint64_t>(kept * 65536.0F);
    uint64_t bits = 0;
    uint32_t bits_left = 0;
    chosen_.resize(rows.size() + 1);
    RowValue* end = chosen_.data();
    const std::span<const RowValue> last = rows.last(spared);
    for (const RowValue& one : rows.first(rows.size() - spared)) {
      if (bits_left == 0) {
        bits = random_.next();
        bits_left = 4;
      }
      // Written in any case: whether it is kept is random, and a guess would often be wrong.
      *end = {one.row, one.value / kept};
      end += (bits & 0xFFFFU) < keep_below ? 1 : 0;
      bits >>= 16U;
      --bits_left;
    }
    end = std::copy(last.begin(), last.end(), end);
    chosen_.resize(static_cast<size_t>(end - chosen_.data()));
  }

  void learn(uint32_t intent, float decay) {
    const size_t columns = linear_.columns;
    const size_t count = chosen_.size();
    std::copy(linear_.bias.begin(), linear_.bias.end(), gradient_.begin());
    rows_.resize(count);
    factors_.resize(count);
    for (size_t i = 0; i < count; ++i) {
      rows_[i] = row(chosen_[i].row);
      factors_[i] = chosen_[i].value;
    }
    add_rows(gradient_.data(), rows_.data(), factors_.data(), count, columns);
    softmax(gradient_.data(), 1, intents_);
    const float spread = options_.smoothing / static_cast<float>(intents_);
    for (uint32_t c = 0; c < intents_; ++c) gradient_[c] -= spread;
    gradient_[intent] -= 1 - options_.smoothing;
    const float square = square_of(gradient_.data(), columns);
    // In two loops, because the second takes several roots at a time.
    row_sums_.resize(count);
    for (size_t i = 0; i < count; ++i)
      row_sums_[i] = sums_[chosen_[i].row] += factors_[i] * factors_[i] * square;
    for (size_t i = 0; i < count; ++i)
      factors_[i] = -rate * decay * factors_[i] / std::sqrt(row_sums_[i] + gradient_floor);
    add_to_rows(rows_.data(), factors_.data(), count, gradient_.data(), columns);
    descend(linear_.bias.data(), bias_sums_.data(), gradient_.data(), bias_rate * decay,
            gradient_floor, columns);
  }

  float* row(uint32_t id) { return linear_.weights.data() + size_t{id} * linear_.columns; }

  const IntentModelOptions& options_;
  uint32_t intents_;
  Random random_;
  LinearWeights linear_;
  std::vector<float> sums_;  // of squared gradients, one per row
  std::vector<float> bias_sums_;
  std::vector<float> gradient_;
  std::vector<RowValue> chosen_;  // of this step
  std::vector<float*> rows_;
  std::vector<float> row_sums_;  // of those rows
  std::vector<float> factors_;   // by row of this step: first of its weights, then of the gradient
};

double surprise(std::span<const HeldOut> held_out, float heat) {
  double sum = 0;
  std::vector<float> shares;
  for (const HeldOut& item : held_out) {
    shares = item.scores;
    softmax(shares.data(), heat, shares.size());
    sum -= steady_log(std::max(1e-9, static_cast<double>(shares[item.intent])));
  }
  return sum;
}

}  // namespace

float quantile(std::vector<float> values, float share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const auto at = static_cast<size_t>(share * static_cast<float>(values.size()));
  return values[std::min(at, values.size() - 1)];
}

LinearWeights train_linear(const TrainingExamples& examples, uint32_t intents, uint32_t rows,
                           uint32_t epochs, const IntentModelOptions& options) {
  return Trainer(intents, rows, options).run(examples, epochs);
}

float fitting_heat(std::span<const HeldOut> held_out) {
  if (held_out.empty()) return 1;
  // The surprise has one lowest point over heat: narrowed down by golden sections.
  constexpr float section = 0.618034F;
  float low = 0.3F;
  float high = 6.0F;
  float left = high - (high - low) * section;
  float right = low + (high - low) * section;
  double at_left = surprise(held_out, left);
  double at_right = surprise(held_out, right);
  for (int i = 0; i < 14; ++i) {
    if (at_left < at_right) {
      high = std::exchange(right, left);
      at_right = at_left;
      left = high - (high - low) * section;
      at_left = surprise(held_out, left);
    } else {
      low = std::exchange(left, right);
      at_left = at_right;
      right = low + (high - low) * section;
      at_right = surprise(held_out, right);
    }
  }
  return (low + high) / 2;
}

}  // namespace keel
