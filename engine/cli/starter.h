#pragma once
// The pack that `keel new` writes: engine/cli/starter, compiled in.
//
//   for (const PackFile& file : starter_pack()) write(folder / file.path, file.text);
//
// Threads: constant data.
#include <vector>

#include "script/compile.h"

namespace keel {

const std::vector<PackFile>& starter_pack();

}  // namespace keel
