#pragma once
// A small pack for tests of the language: a person, one more flow, a few intents; and what comes of
// the files under test beside them.
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "script/front.h"

namespace keel::test {

struct Checked {
  Front front;
  std::vector<Diagnostic> diagnostics;

  std::string rendered() const;
  std::vector<std::string> codes() const;
  const Flow* flow(const std::string& id) const;  // null: none
};

// Also what the reader of patterns, the safety rules' own sentences and a check of help lines on 1
// January 2027 tell.
std::vector<Diagnostic> everything_wrong_with(const Checked& checked);

// The files replace those of the small pack that have the same path.
Checked check_files(std::vector<PackFile> files);

// One flow named `example`; the head is written here, `body` is what follows it.
Checked check_body(const std::string& body);

}  // namespace keel::test
