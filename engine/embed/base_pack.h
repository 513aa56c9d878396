#pragma once
// base_pack: the safety rules, the safety and house flows and the help lines, as they were when
// this program was built. Threads: immutable.
#include <vector>

#include "script/compile.h"

namespace keel {

const std::vector<PackFile>& base_pack();

}  // namespace keel
