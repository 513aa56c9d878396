#pragma once
// The training of the intent model: plain arrays in, plain arrays out. See `intent_model.h`.
// Threads: pure functions.
#include <cstdint>
#include <span>
#include <vector>

#include "understand/features.h"
#include "understand/intent_model.h"

namespace keel {

struct RowValue {
  uint32_t row = 0;
  float value = 0;
};

struct TrainingExample {
  std::vector<RowValue> rows;  // each once
  uint32_t intent = 0;
};

struct LinearWeights {
  size_t columns = 0;          // padded
  std::vector<float> weights;  // row after row
  std::vector<float> bias;
};

LinearWeights train_linear(std::span<const TrainingExample> examples, uint32_t intents,
                           uint32_t rows, uint32_t epochs, const IntentModelOptions& options);

// The value below which this share of the values lies; 0 of none.
float quantile(std::vector<float> values, float share);

struct HeldOut {
  std::vector<float> scores;  // raw, one per intent
  uint32_t intent = 0;
};

// The heat under which the right intents of `held_out` are least surprising.
float fitting_heat(std::span<const HeldOut> held_out);

}  // namespace keel
