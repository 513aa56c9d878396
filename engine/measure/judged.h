#pragma once
// How good an intent model's guesses are, and how far it knows when it does not know.
//
//   const std::vector<Judged> in = judge(model, test);
//   const std::vector<Judged> out = judge(model, out_of_scope);
//   const float threshold = threshold_for(judge(model, valid), 0.05F);
//   accuracy(in); kept_and_right(in, threshold); below(out, threshold); auroc(in, out);
//
// Shares are from 0 to 1. Source: T. Fawcett, "An introduction to ROC analysis" (2006). Threads:
// pure functions.
#include <span>
#include <string>
#include <vector>

#include "measure/labelled.h"
#include "understand/intent_model.h"

namespace keel {

struct Judged {
  std::string guess;  // empty: none
  bool right = false;
  bool in_first_three = false;
  float confidence = 0;
};

Judged judge(const IntentModel& model, const Labelled& line);
std::vector<Judged> judge(const IntentModel& model, std::span<const Labelled> lines);

double accuracy(std::span<const Judged> all);
double in_first_three(std::span<const Judged> all);
// Of those with a confidence of at least the threshold, the right ones, over all.
double kept_and_right(std::span<const Judged> all, float threshold);
// The share that falls out.
double below(std::span<const Judged> all, float threshold);
// The confidence below which this share of messages in scope falls out.
float threshold_for(std::span<const Judged> in_scope, float share);
// How likely a message in scope has more confidence than one that is not; a tie is a half.
double auroc(std::span<const Judged> in_scope, std::span<const Judged> outside);

}  // namespace keel
