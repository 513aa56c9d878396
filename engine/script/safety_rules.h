#pragma once
// Safety rules: reads the files of `intents/safety/` (format: the README.md there) into
// SafetyContent. Word lists are written out into the patterns here; phrases stay names for the
// reader.
//
//   std::vector<Diagnostic> mistakes;
//   const SafetyContent content = read_safety_rules(sources, mistakes);
//
// Mistakes have the codes K220 to K228. Whether each rule finds its own sentences is asked by
// `check_safety` (understand/safety_reader.h), once a reader is built. Threads: a pure function.
#include <span>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "understand/safety_content.h"

namespace keel {

// The files of one pack, in any order; each names its language.
SafetyContent read_safety_rules(std::span<const Source* const> sources,
                                std::vector<Diagnostic>& diagnostics);

}  // namespace keel
