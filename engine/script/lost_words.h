#pragma once
// Lost words: the words of lines that have a mistake. A name that stands among them may well be the
// one that other lines refer to, so that its absence is no further mistake.
//
//   flow.lost_words = words_of_wrong_lines(source, lines, report, before);
//
// Threads: pure.
#include <set>
#include <string>
#include <vector>

#include "script/lines.h"
#include "script/report.h"

namespace keel {

// Errors among the diagnostics that came after the first `before`.
size_t errors_since(const Report& report, size_t before);

bool has_code_since(const Report& report, size_t before, std::string_view code);

// Of the lines that an error since then names, and of everything under them.
std::set<std::string> words_of_wrong_lines(const Source& source, const std::vector<RawLine>& lines,
                                           const Report& report, size_t before);

}  // namespace keel
