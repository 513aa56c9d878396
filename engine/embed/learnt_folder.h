#pragma once
// learn_once: a Learn that keeps what was learnt in a folder, under a name made of the examples, so
// that the same content is learnt once. Only authors' lines are ever in it.
//
//   CompileOptions options{.both = side_by_side(), .learn = learn_once(data / "learnt")};
//
// Threads: any number, also of several programs over one folder. Failure: none; a folder that
// cannot be written, and a file that is damaged, only cost the learning. The newest `kept_max`
// stay.
#include <filesystem>

#include "understand/trained_intents.h"

namespace keel {

Learn learn_once(const std::filesystem::path& folder);

// Where programs keep such things for a person: "keel" in $XDG_CACHE_HOME or ~/.cache. Empty when
// neither is known.
std::filesystem::path cache_folder();

}  // namespace keel
