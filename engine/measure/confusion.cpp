#include "measure/confusion.h"

#include <algorithm>
#include <map>

namespace keel {
namespace {

constexpr size_t folds = 5;

double share_right(const IntentConfusion& one) {
  return one.examples == 0 ? 1 : static_cast<double>(one.right) / static_cast<double>(one.examples);
}

// What is left of each intent without the fold, and the fold's own lines with their intents.
std::vector<IntentExamples> without(std::span<const IntentExamples> intents, size_t fold,
                                    std::vector<Labelled>& held_out) {
  std::vector<IntentExamples> rest;
  size_t number = 0;
  for (const IntentExamples& intent : intents) {
    IntentExamples kept{intent.id, {}};
    for (const std::string& line : intent.lines) {
      if (number++ % folds == fold) {
        held_out.push_back({intent.id, line});
      } else {
        kept.lines.push_back(line);
      }
    }
    rest.push_back(std::move(kept));
  }
  return rest;
}

}  // namespace

Confusion confusion_of(std::span<const IntentExamples> intents, uint64_t seed, const Both& both) {
  Confusion confusion;
  std::map<std::string, IntentConfusion> by_intent;
  std::map<std::string, std::map<std::string, size_t>> taken;
  for (size_t fold = 0; fold < folds; ++fold) {
    std::vector<Labelled> held_out;
    const std::vector<IntentExamples> rest = without(intents, fold, held_out);
    const IntentModel model = IntentModel::train(rest, {.seed = seed}, both);
    for (const Labelled& line : held_out) {
      const Judged judged = judge(model, line);
      ++confusion.examples;
      confusion.right += judged.right ? 1 : 0;
      confusion.in_first_three += judged.in_first_three ? 1 : 0;
      IntentConfusion& own = by_intent[line.label];
      own.intent = line.label;
      ++own.examples;
      own.right += judged.right ? 1 : 0;
      if (judged.right) continue;
      ++taken[line.label][judged.guess];
      confusion.mistaken.push_back({line.text, line.label, judged.guess, judged.confidence});
    }
  }
  for (auto& [intent, one] : by_intent) {
    one.taken_for.assign(taken[intent].begin(), taken[intent].end());
    std::stable_sort(one.taken_for.begin(), one.taken_for.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    confusion.of.push_back(std::move(one));
  }
  std::stable_sort(confusion.of.begin(), confusion.of.end(),
                   [](const IntentConfusion& a, const IntentConfusion& b) {
                     return share_right(a) < share_right(b);
                   });
  std::stable_sort(
      confusion.mistaken.begin(), confusion.mistaken.end(),
      [](const Mistaken& a, const Mistaken& b) { return a.confidence > b.confidence; });
  return confusion;
}

}  // namespace keel
