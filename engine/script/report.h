#pragma once
// Report: the diagnostics of one compile, in one list. Every mistake goes through `add`, which
// takes its severity from the table in codes.h, so that a code that is not in the table cannot be
// given.
//
//   report.add("K012", source, span, "no part named \"clsoe\" in flow \"pause\"", "did you mean
//   \"close\"?");
//
// Threads: one owner. Failure: an unknown code is our own mistake and asserts.
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

namespace keel {

class Report {
 public:
  void add(std::string_view code, const Source& source, Span span, std::string message,
           std::string hint = {}, std::vector<std::string> conversation = {});
  // Of a part of the engine that makes its own: rules, patterns, help lines.
  void add_all(const std::vector<Diagnostic>& diagnostics);
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }
  // Sorted by file and place, without exact repeats.
  std::vector<Diagnostic> take();

 private:
  std::vector<Diagnostic> diagnostics_;
};

// "\"clsoe\"": how something from the script stands in a message; what is long is cut short.
std::string quoted(std::string_view name);

}  // namespace keel
