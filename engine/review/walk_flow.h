#pragma once
// walk_flow: one flow into the inventory, in the order in which it is read. Internal.
#include "review/inventory.h"

namespace keel {

// Adds the flow's lines and a FlowReview for it.
void walk_flow(const FlowNode& node, const std::string& language, Inventory& inventory);

// What a statement that says nothing does, in words: "goes on with the part “after”"; empty: it
// does nothing that a reader has to know.
std::string step_words(const Statement& statement, const FlowNode& flow);

}  // namespace keel
