#pragma once
// Parse: one file of content to its syntax. Every line is either understood or reported; none is
// passed over.
//
//   FlowNode flow = parse_flow(source, report);
//
// The nodes point at `source`, which must outlive them.
// Threads: pure. Failure: diagnostics; what could be read is still returned.
#include "base/source.h"
#include "script/report.h"
#include "script/syntax_files.h"

namespace keel {

FlowNode parse_flow(const Source& source, Report& report);
// A twin stands in a folder of two letters, its language.
TwinNode parse_twin(const Source& source, const std::string& language, Report& report);
PersonNode parse_person(const Source& source, Report& report);
IntentFileNode parse_intents(const Source& source, Report& report);

}  // namespace keel
