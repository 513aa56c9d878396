#pragma once
// Which intents of a pack are taken for each other: each example is guessed by a model that was
// trained without it and a fifth of the others.
//
//   const Confusion confusion = confusion_of(intents, 1);
//   confusion.of[0].intent; confusion.of[0].right; confusion.of[0].taken_for[0];
//
// Threads: pure; trains five models. Failure: none.
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "measure/judged.h"

namespace keel {

struct Mistaken {
  std::string text;
  std::string intent;  // its author's
  std::string guess;
  float confidence = 0;
};

struct IntentConfusion {
  std::string intent;
  size_t examples = 0;
  size_t right = 0;
  std::vector<std::pair<std::string, size_t>> taken_for;  // most often first
};

struct Confusion {
  size_t examples = 0;
  size_t right = 0;
  size_t in_first_three = 0;
  std::vector<IntentConfusion> of;  // the least sure first
  std::vector<Mistaken> mistaken;   // the most confident mistake first
};

Confusion confusion_of(std::span<const IntentExamples> intents, uint64_t seed,
                       const Both& both = in_turn);

}  // namespace keel
