#pragma once
// Codes: every mistake that the compiler can name. A code is stable: once given it never means
// anything else, so that notes, tests and other people's tools may rely on it.
// persisted: do not renumber.
//
// A new code is one line in codes.cpp, in order of number, and one page,
// engine/script/pages/K123.md, with an example that is its golden test; pages/README.md says how
// to write it. A code without a page stops the build.
//
//   if (const Code* code = find_code("K012")) title = code->title;
//
// Threads: constant data.
#include <span>
#include <string_view>

#include "base/diagnostic.h"

namespace keel {

struct Code {
  std::string_view id;
  Severity severity = Severity::error;
  std::string_view title;  // two to six words
};

std::span<const Code> all_codes();
const Code* find_code(std::string_view id);  // null: no such code

}  // namespace keel
