#pragma once
// prove: what holds of every conversation that a pack can have, over the compiled flows. Each proof
// is a file of its own here; what they cover and what not stands in dialogs/README.md.
// Threads: pure. Failure: diagnostics, each naming the way that breaks what was promised.
#include "script/front.h"
#include "script/report.h"
#include "understand/reader.h"

namespace keel {

// `front` must be without errors; `reader` reads its content and need not be trained.
void prove(const Front& front, const Reader& reader, Report& report);

}  // namespace keel
