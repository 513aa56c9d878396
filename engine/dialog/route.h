#pragma once
// route: where a message goes: safety, house commands, corrections, the open question, a running
// wait, another flow, or the fallback ladder. The order is the language's first semantic. Internal.
#include "dialog/run.h"

namespace keel {

void on_said(Run& run);

}  // namespace keel
