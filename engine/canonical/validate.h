#pragma once
// validate: what the values of a program must agree on, so that respond() can run it. The compiler
// ensures all of this; a document from elsewhere has to show it. Internal to `canonical`.
//
//   validate(program);   // throws Refusal
//
// In every flow, and in its twins:
// - the last instruction cannot run off the end; every place that is led to is in the flow
// (labels);
// - `go`, `visit`, `offers` and the intents' starts name flows that are there;
// - what is asked, set, added to, noted, cleared or made is a slot of the flow or of the person;
// - follow-ups name parts of the flow; questions, waits and visits have ids of their own (read.h);
// - no way round leads past no question and no wait;
// - a definition does not count itself, over any number of others;
// - help is shown for a need that is known, by an ability that is there, from what can be heard;
// - `do` stands in a flow of the house;
// - a twin has the same places as its flow, each of the same kind.
// A slot that is only read may be unknown to the flow, as in a script: it reads as unknown.
// Threads: pure. Failure: Refusal.
#include "canonical/at.h"

namespace keel::canonical {

void validate(const Program& program);

}  // namespace keel::canonical
