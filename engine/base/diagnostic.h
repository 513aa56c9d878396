#pragma once
// Diagnostic: one mistake in content, as data. `render` prints it with its line and a caret:
//
//   dialogs/reach-out/pause.keel:31:9: error K012: no part named "clsoe" in flow "pause"
//      31 |   go to clsoe
//         |         ^^^^^ did you mean "close"?
//
// Threads: plain values.
#include <span>
#include <string>
#include <vector>

#include "base/source.h"

namespace keel {

enum class Severity { error, warning };

struct Diagnostic {
  std::string code;  // "K012": stable, never given to another mistake
  Severity severity = Severity::error;
  std::string path;
  Span span;
  std::string message;
  std::string hint;  // printed beside the caret; may be empty
  // What shows that it is so, line by line: a conversation that breaks a promise.
  std::vector<std::string> conversation{};
};

bool has_errors(std::span<const Diagnostic> diagnostics);

// `source` must be the file that the diagnostic names.
std::string render(const Diagnostic& diagnostic, const Source& source);

}  // namespace keel
