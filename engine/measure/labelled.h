#pragma once
// Labelled messages, one a line: LABEL<TAB>TEXT.
//
//   Result<std::vector<Labelled>> lines = read_labelled(text);
//   std::vector<IntentExamples> intents = examples_of(*lines);
//
// Threads: pure functions. Failure: a line without a tab, a label or a text, by its number; no
// line.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "understand/intent_model.h"

namespace keel {

struct Labelled {
  std::string label;
  std::string text;
};

Result<std::vector<Labelled>> read_labelled(std::string_view text);

// By label, sorted; the lines of each in their order.
std::vector<IntentExamples> examples_of(std::span<const Labelled> lines);

}  // namespace keel
