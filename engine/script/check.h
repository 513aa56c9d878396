#pragma once
// Checks of flows that are lowered, each a walk over the instructions; and one across flows.
// Threads: pure. Failure: diagnostics.
#include <deque>

#include "script/known.h"
#include "script/lower.h"

namespace keel {

// Statements and parts that no conversation comes to.
void check_reached(const Lowered& lowered, const FlowNode& node, Report& report);

// Rounds that go on without asking or waiting.
void check_loops(const Lowered& lowered, const FlowNode& node, Report& report);

// Every `Coach:` has a line that can be said, whatever is unknown when it is reached; waits have
// their length.
void check_known(const Lowered& lowered, const FlowNode& node, const GivenSlots& given,
                 Report& report);

// No line says and no card shows what the flow forgets.
void check_secrets(const Lowered& lowered, const FlowNode& node, Report& report);

// Where another flow is begun, what it needs is known.
void check_begun(const Lowered& lowered, const FlowNode& node, const std::vector<Lowered>& flows,
                 const GivenSlots& given, Report& report);

// Whatever the safety rules find is answered by a flow; else the engine's built-in words are all
// there is.
void check_answered(const SafetyContent& rules, const std::vector<Lowered>& flows,
                    const std::deque<Source>& sources, Report& report);

// Slots that are set and never read, definitions that are never used.
void check_used(const PackNodes& pack, const Names& names, Report& report);

// Visited flows that have a visitor's slot under another type.
void check_visits(const PackNodes& pack, const Names& names, Report& report);

}  // namespace keel
