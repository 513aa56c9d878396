#pragma once
// Lines: a script as a tree of lines, by indentation alone: two spaces a level. Comments and empty
// lines are gone. Not for meaning: a line is still its text.
//
// A line with the wrong indentation is reported once, put where it most likely belongs, and marked
// `misplaced`, so that no further mistake is made out of it. Threads: pure. Failure: diagnostics.
#include <string_view>
#include <vector>

#include "base/source.h"
#include "script/report.h"

namespace keel {

struct RawLine {
  std::string_view text;  // without indentation and trailing spaces; points into the source
  Span span;              // of `text`
  bool misplaced = false;
  std::vector<RawLine> children;
};

std::vector<RawLine> read_lines(const Source& source, Report& report);

}  // namespace keel
