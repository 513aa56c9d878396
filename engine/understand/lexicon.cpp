#include "understand/lexicon.h"

#include <algorithm>

namespace keel {
namespace {

constexpr uint32_t free_slot = UINT32_MAX;
constexpr size_t slots_at_first = 1024;

}  // namespace

void Lexicon::add(std::span<const RawFeature> raw) {
  const auto here = static_cast<uint32_t>(ends_.size());
  for (const RawFeature& feature : raw) {
    if (known_.size() * 2 >= slots_.size()) grow();
    const size_t mask = slots_.size() - 1;
    size_t slot = feature.key & mask;
    while (slots_[slot] != free_slot && known_[slots_[slot]].key != feature.key)
      slot = (slot + 1) & mask;
    if (slots_[slot] == free_slot) {
      slots_[slot] = static_cast<uint32_t>(known_.size());
      known_.push_back({feature.key, here, feature.block});
    } else if (known_[slots_[slot]].last == here) {
      continue;
    }
    known_[slots_[slot]].last = here;
    numbers_.push_back(slots_[slot]);
  }
  ends_.push_back(numbers_.size());
}

std::span<const uint32_t> Lexicon::message(size_t number) const {
  const size_t begin = number == 0 ? 0 : ends_[number - 1];
  return {numbers_.data() + begin, ends_[number] - begin};
}

void Lexicon::grow() {
  slots_.assign(std::max(slots_at_first, slots_.size() * 2), free_slot);
  const size_t mask = slots_.size() - 1;
  for (uint32_t number = 0; number < known_.size(); ++number) {
    size_t slot = known_[number].key & mask;
    while (slots_[slot] != free_slot) slot = (slot + 1) & mask;
    slots_[slot] = number;
  }
}

}  // namespace keel
