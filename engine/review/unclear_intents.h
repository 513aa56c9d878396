#pragma once
// Intents that the model cannot tell apart, and intents with too few examples to be heard beside
// the others. Told from the trial that every training makes: a fifth of the examples, asked of a
// model that has not seen them.
//
//   const TrainedIntents trained = learn_intents(front.content.intents, 1, in_turn);
//   warn_of_unclear_intents(front, trained, report);
//
// Threads: pure. Failure: none; a pack of a few lines says too little and is not warned of.
#include "script/front.h"
#include "script/report.h"
#include "understand/trained_intents.h"

namespace keel {

void warn_of_unclear_intents(const Front& front, const TrainedIntents& trained, Report& report);

}  // namespace keel
