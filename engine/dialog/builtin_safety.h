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

// `country`: ISO 3166-1 alpha-2, empty when not known.
std::string builtin_safety_text(std::string_view category, SafetyLevel level,
                                std::string_view country, const std::vector<HelpLine>& lines);

// The kind of help line that answers a category best: "suicide", "domestic-violence", "emergency",
// ...
std::string_view need_of(std::string_view category);

}  // namespace keel
