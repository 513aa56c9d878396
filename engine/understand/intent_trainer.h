#pragma once
// The training of the intent model: plain arrays in, plain arrays out. See `intent_model.h`.
// Threads: pure functions.
#include <cstdint>
#include <span>
#include <vector>

#include "base/large_array.h"
#include "understand/dictionary.h"
#include "understand/intent_model.h"

namespace keel {

// Messages, one after another.
struct TrainingExamples {
  RowValues rows;            // of a message, each once
  size_t spared = 0;         // of each message's rows, the last: no dropout takes them
  std::vector<size_t> ends;  // of each message in `rows`
  std::vector<uint32_t> intents;

  size_t size() const { return ends.size(); }
  std::span<const RowValue> at(size_t number) const {
    const size_t begin = number == 0 ? 0 : ends[number - 1];
    return {rows.data() + begin, ends[number] - begin};
  }
};

struct LinearWeights {
  size_t columns = 0;         // padded
  LargeArray<float> weights;  // row after row
  std::vector<float> bias;
};

LinearWeights train_linear(const TrainingExamples& examples, uint32_t intents, uint32_t rows,
                           uint32_t epochs, const IntentModelOptions& options);

// The value below which this share of the values lies; 0 of none.
float quantile(std::vector<float> values, float share);

struct HeldOut {
  std::vector<float> scores;  // raw, one per intent
  uint32_t intent = 0;
};

// The heat under which the right intents of `held_out` are least surprising.
float fitting_heat(std::span<const HeldOut> held_out);

}  // namespace keel
