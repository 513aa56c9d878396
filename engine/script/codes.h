#pragma once
// Codes: every mistake that the compiler can name. A code is stable: once given it never means
// anything else, so that notes, tests and other people's tools may rely on it. Each has a case in
// tests/diagnostics/. persisted: do not renumber Threads: constant data.
#include <span>
#include <string_view>

#include "base/diagnostic.h"

namespace keel {

struct Code {
  std::string_view id;
  Severity severity = Severity::error;
  std::string_view title;        // two to six words
  std::string_view explanation;  // one sentence, in the words of a writer
  std::string_view example;      // the smallest line that shows it
};

std::span<const Code> all_codes();
const Code* find_code(std::string_view id);  // null: no such code

}  // namespace keel
