#pragma once
// markup: text as it stands inside HTML, SVG and their attributes.
//
//   escaped_for_markup("a < b & \"c\"")   // a &lt; b &amp; &quot;c&quot;
//
// Threads: pure.
#include <string>
#include <string_view>

namespace keel {

// Control characters but tab and line breaks become spaces: XML has none of them.
std::string escaped_for_markup(std::string_view text);

}  // namespace keel
