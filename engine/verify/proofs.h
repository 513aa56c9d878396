#pragma once
// The proofs, one function each, in the order in which they are told. What each of them shows
// stands over its file; what they all assume stands in dialogs/README.md. Threads: pure. Failure:
// diagnostics.
#include "script/report.h"
#include "understand/reader.h"
#include "verify/model.h"

namespace keel {

// circles.cpp: flows that lead to each other and never ask (K072); visits in visits without end.
void prove_no_circles(const Model& model, Report& report);
// ends.cpp: from everywhere an end can be reached.
void prove_ends(const Model& model, Report& report);
// rounds.cpp: somebody who always does the same is not asked for ever.
void prove_no_traps(const Model& model, Report& report);
// answers.cpp: whatever the person does, the coach says something.
void prove_answers(const Model& model, Report& report);
// promises.cpp: `never:` and `always:`.
void prove_promises(const Model& model, Report& report);
// lines_shown.cpp: whatever the safety rules find, help lines follow at once.
void prove_help_lines(const Model& model, Report& report);
// numbers.cpp: there are help lines to show.
void prove_help_line_data(const Model& model, Report& report);
// repeats.cpp: what is said again has other words.
void prove_variants(const Model& model, Report& report);
// overlaps.cpp: one sentence, one meaning.
void prove_told_apart(const Model& model, const Reader& reader, Report& report);

}  // namespace keel
