#include "measure/judged.h"

#include <algorithm>

#include "understand/intent_trainer.h"

namespace keel {
namespace {

template <class Counts>
double share_of(std::span<const Judged> all, Counts counts) {
  if (all.empty()) return 0;
  return static_cast<double>(std::count_if(all.begin(), all.end(), counts)) /
         static_cast<double>(all.size());
}

std::vector<float> confidences(std::span<const Judged> all) {
  std::vector<float> confidences;
  for (const Judged& one : all) confidences.push_back(one.confidence);
  return confidences;
}

}  // namespace

Judged judge(const IntentModel& model, const Labelled& line) {
  const IntentModel::Reading reading = model.read(Text::read(line.text));
  Judged judged;
  if (reading.guesses.empty()) return judged;
  judged.guess = model.id(reading.guesses[0].intent);
  judged.right = judged.guess == line.label;
  judged.confidence = reading.guesses[0].confidence;
  for (size_t i = 0; i < std::min<size_t>(3, reading.guesses.size()); ++i) {
    if (model.id(reading.guesses[i].intent) == line.label) judged.in_first_three = true;
  }
  return judged;
}

std::vector<Judged> judge(const IntentModel& model, std::span<const Labelled> lines) {
  std::vector<Judged> all;
  all.reserve(lines.size());
  for (const Labelled& line : lines) all.push_back(judge(model, line));
  return all;
}

double accuracy(std::span<const Judged> all) {
  return share_of(all, [](const Judged& one) { return one.right; });
}

double in_first_three(std::span<const Judged> all) {
  return share_of(all, [](const Judged& one) { return one.in_first_three; });
}

double kept_and_right(std::span<const Judged> all, float threshold) {
  return share_of(
      all, [threshold](const Judged& one) { return one.right && one.confidence >= threshold; });
}

double below(std::span<const Judged> all, float threshold) {
  return share_of(all, [threshold](const Judged& one) { return one.confidence < threshold; });
}

float threshold_for(std::span<const Judged> in_scope, float share) {
  return quantile(confidences(in_scope), share);
}

double auroc(std::span<const Judged> in_scope, std::span<const Judged> outside) {
  if (in_scope.empty() || outside.empty()) return 0;
  std::vector<float> sorted = confidences(in_scope);
  std::sort(sorted.begin(), sorted.end());
  double wins = 0;
  for (const Judged& one : outside) {
    const auto [lower, upper] = std::equal_range(sorted.begin(), sorted.end(), one.confidence);
    wins += static_cast<double>(sorted.end() - upper) + static_cast<double>(upper - lower) / 2;
  }
  return wins / static_cast<double>(in_scope.size()) / static_cast<double>(outside.size());
}

}  // namespace keel
