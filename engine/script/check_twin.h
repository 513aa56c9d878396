#pragma once
// check_twin: a twin has the lines of its original, in order and of the same kind, and was
// translated from what the original says now. Threads: pure. Failure: diagnostics.
#include "script/report.h"
#include "script/syntax_files.h"

namespace keel {

// False: it is no match, and was reported.
bool check_twin(const FlowNode& original, const TwinNode& twin, Report& report);

}  // namespace keel
