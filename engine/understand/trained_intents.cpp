#include "understand/trained_intents.h"

#include <utility>

#include "base/hash.h"
#include "understand/denial.h"
#include "understand/gloss/gloss.h"

namespace keel {
namespace {

// To be raised with every change of what is learnt from the same lines, or how it is written.
constexpr uint64_t way_of_learning = 6;

// An intent with more than one such example in twelve is about not doing something.
constexpr size_t denying_share = 12;

bool denies(const IntentContent& intent) {
  size_t denied = 0;
  for (const ContentLine& line : intent.examples) {
    const TokenRange tokens = denied_intention(Text::read(line.text));
    denied += tokens.last > tokens.first ? 1 : 0;
  }
  return denied * denying_share > intent.examples.size();
}

}  // namespace

TrainedIntents learn_intents(std::span<const IntentContent> intents, uint64_t seed,
                             const Both& both) {
  TrainedIntents trained;
  std::vector<IntentExamples> examples;
  for (const IntentContent& intent : intents) {
    examples.push_back({intent.id, {}});
    for (const ContentLine& line : intent.examples) examples.back().lines.push_back(line.text);
  }
  both(
      [&] {
        for (const IntentContent& intent : intents)
          trained.denies.push_back(denies(intent) ? 1 : 0);
      },
      [&] { trained.model = IntentModel::train(examples, {.seed = seed}, both); });
  return trained;
}

uint64_t learning_key(std::span<const IntentContent> intents, uint64_t seed) {
  uint64_t key = mix(gloss_fingerprint() + mix(seed + mix(way_of_learning)));
  for (const IntentContent& intent : intents) {
    key = mix(hash_of(intent.id, key));
    for (const ContentLine& line : intent.examples) key = mix(hash_of(line.text, key));
  }
  return key;
}

std::string to_bytes(const TrainedIntents& trained) {
  BytesOut out;
  trained.model.append_to(out);
  out.values(trained.denies);
  std::string bytes = out.take();
  BytesOut sum;
  sum.value(hash_of(bytes));
  return bytes + sum.take();
}

std::optional<TrainedIntents> trained_from_bytes(std::string_view bytes) {
  if (bytes.size() < sizeof(uint64_t)) return std::nullopt;
  const std::string_view body = bytes.substr(0, bytes.size() - sizeof(uint64_t));
  uint64_t sum = 0;
  if (!BytesIn(bytes.substr(body.size())).value(sum) || sum != hash_of(body)) return std::nullopt;
  TrainedIntents trained;
  BytesIn in(body);
  const bool whole = IntentModel::take(in, trained.model) && in.values(trained.denies) &&
                     in.at_end() && trained.denies.size() == trained.model.size();
  if (!whole) return std::nullopt;
  return trained;
}

}  // namespace keel
