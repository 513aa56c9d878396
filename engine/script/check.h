#pragma once
// Checks of one lowered flow, each a walk over its instructions.
// Threads: pure. Failure: diagnostics.
#include "script/lower.h"

namespace keel {

// Statements and parts that no conversation comes to.
void check_reached(const Lowered& lowered, const FlowNode& node, Report& report);

// Rounds that go on without asking or waiting.
void check_loops(const Lowered& lowered, const FlowNode& node, Report& report);

// Every `Coach:` has a line that can be said, whatever is unknown when it is reached; waits have
// their length.
void check_known(const Lowered& lowered, const FlowNode& node, Report& report);

}  // namespace keel
