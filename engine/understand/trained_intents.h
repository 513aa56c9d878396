#pragma once
// TrainedIntents: what is learnt from the examples of a pack, by itself or out of a cache.
//
//   const TrainedIntents trained = learn_intents(content.intents, seed, in_turn);
//   keep(learning_key(content.intents, seed), to_bytes(trained));
//   std::optional<TrainedIntents> again = trained_from_bytes(bytes);
//
// Threads: pure functions. Failure: nothing for bytes that are not those of such a model.
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/both.h"
#include "understand/intent_model.h"
#include "understand/reader_content.h"

namespace keel {

struct TrainedIntents {
  IntentModel model;
  std::vector<uint8_t> denies;  // by intent: its examples themselves deny intentions
};

// However a reader comes by them: the same value for the same arguments.
using Learn =
    std::function<TrainedIntents(std::span<const IntentContent>, uint64_t seed, const Both&)>;

TrainedIntents learn_intents(std::span<const IntentContent> intents, uint64_t seed,
                             const Both& both);

// The same for the same intents, examples, seed and way of learning.
uint64_t learning_key(std::span<const IntentContent> intents, uint64_t seed);

std::string to_bytes(const TrainedIntents& trained);
std::optional<TrainedIntents> trained_from_bytes(std::string_view bytes);

}  // namespace keel
