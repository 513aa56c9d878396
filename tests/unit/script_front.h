#pragma once
// A small pack for tests of the language: a person, one more flow, a few intents; and what comes of
// the files under test beside them.
#include <string>
#include <vector>

#include "verify/check_pack.h"

namespace keel::test {

struct Checked : keel::Checked {
  std::string rendered() const;
  std::vector<std::string> codes() const;
  const Flow* flow(const std::string& id) const;  // null: none
};

// The files replace those of the small pack that have the same path. The day is 1 January 2027.
Checked check_files(std::vector<PackFile> files, Depth depth = Depth::fast);

// One flow named `example`; the head is written here, `body` is what follows it.
Checked check_body(const std::string& body);

}  // namespace keel::test
