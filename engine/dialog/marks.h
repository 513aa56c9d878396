#pragma once
// marks: the person moves a piece of their own words from one kind to another, by tapping or in
// words. Internal.
#include <string>

#include "dialog/run.h"

namespace keel {

// "mark:2:fact". False: no such piece or kind.
bool move_mark(Run& run, Frame& frame, const std::string& slot, const std::string& payload);

// "'she hates me' is a guess". False: the words name no kind, or no piece that is marked.
bool move_mark_by_words(Run& run, Frame& frame, const std::string& slot);

}  // namespace keel
