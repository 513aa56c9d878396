#pragma once
// help_lines_json: reads `dialogs/help-lines.json` into HelpLines. What each field means stands in
// `dialogs/help-lines.md`.
//
//   std::vector<Diagnostic> mistakes;
//   const std::vector<HelpLine> lines = read_help_lines(source, mistakes);
//
// A record with a mistake is told and left out; the others are kept. Mistakes have the codes K230
// to K233. Threads: pure functions.
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "dialog/help_lines.h"

namespace keel {

std::vector<HelpLine> read_help_lines(const Source& source, std::vector<Diagnostic>& diagnostics);

// Warns of each line whose last check is more than a year before `today` (ISO date).
void warn_of_old_checks(const Source& source, const std::vector<HelpLine>& lines,
                        std::string_view today, std::vector<Diagnostic>& diagnostics);

}  // namespace keel
