#pragma once
// Slips: lines whose indentation slipped. One line, or one block, that was moved by mistake makes
// many lines look wrong; here the one move is found that puts all of them right, and only that is
// told. What no single move puts right is left as it is.
//
//   const std::vector<Slip> slips = mend_slips(lines);  // lines[i].columns are now as meant
//
// Threads: pure. Failure: none.
#include <string_view>
#include <vector>

#include "base/source.h"
#include "script/opening.h"

namespace keel {

struct IndentedLine {
  std::string_view text;  // without its indentation and the blanks at its end
  Span span;              // of `text`
  Span blank;             // of the indentation
  int columns = 0;        // of the indentation
  Opening opening = Opening::unknown;
};

struct Slip {
  size_t line = 0;  // the first that moved
  int was = 0;      // columns
  int now = 0;
  std::string_view parent;  // the line that it stands under once moved; empty: under none
};

// Four spaces a level throughout, or any other number: made two. The number, or 0.
int mend_unit(std::vector<IndentedLine>& lines);

std::vector<Slip> mend_slips(std::vector<IndentedLine>& lines);

}  // namespace keel
