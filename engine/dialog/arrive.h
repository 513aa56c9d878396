#pragma once
// arrive: what begins without words: a person opens the page, a wait runs out, a follow-up is due.
// Internal.
#include "dialog/run.h"

namespace keel {

void on_opened(Run& run);
void on_elapsed(Run& run);

}  // namespace keel
