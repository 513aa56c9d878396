#pragma once
// Lines: a script as a tree of lines, by indentation alone: two spaces a level. Comments and empty
// lines are gone. Not for meaning: a line is still its text.
//
//   for (const RawLine& line : read_lines(source, report, Layout::flow)) ...
//
// Tabs, blanks at the end of a line and the spaces of word processors are understood; a file with
// tabs is warned of once. A line with the wrong indentation is reported once, put where it most
// likely belongs, and marked `misplaced`, so that no further mistake is made out of it.
// Threads: pure. Failure: diagnostics. Nothing is nested deeper than `levels_max`.
#include <string_view>
#include <vector>

#include "base/source.h"
#include "script/report.h"

namespace keel {

constexpr size_t levels_max = 64;

struct RawLine {
  std::string_view text;  // without indentation and trailing blanks; points into the source
  Span span;              // of `text`
  bool misplaced = false;
  std::vector<RawLine> children;
};

// In a flow, what a line says tells where it may stand; elsewhere lines are only lines.
enum class Layout : uint8_t { flow, other };

std::vector<RawLine> read_lines(const Source& source, Report& report,
                                Layout layout = Layout::other);

// How far to the right a text begins after these blanks; a tab is one level.
int columns_of(std::string_view blanks);

}  // namespace keel
