#pragma once
// builtin_safety: what is said at a risk when nothing else can be: no flow for it in the pack, the
// store is down, the content is missing. Plain text with the emergency number, a line to talk to
// and the directory. Threads: pure functions.
#include <string>
#include <string_view>
#include <vector>

#include "dialog/help_lines.h"
#include "understand/understanding.h"

namespace keel {

// `lines`: those for the category and for where the person is.
std::string builtin_safety_text(SafetyLevel level, const std::vector<HelpLine>& lines);

// The kind of help line that answers a category best: "suicide", "domestic-violence", "emergency",
// ...
std::string_view need_of(std::string_view category);

}  // namespace keel
