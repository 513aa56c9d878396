#pragma once
// wrap: text cut into lines that fit a width, by the widths that common sans-serif fonts give
// their letters. An estimate on the wide side: a reader's own font decides in the end, and a box
// must hold the text in all of them.
//
//   for (const std::string& line : wrapped("How loud is it now?", 220, 13)) ...
//
// Threads: pure.
#include <string>
#include <string_view>
#include <vector>

namespace keel {

// In pixels, for a font of `size` pixels.
int text_width(std::string_view text, int size);

// At most `width` pixels a line; a word longer than that is cut.
std::vector<std::string> wrapped(std::string_view text, int width, int size);

}  // namespace keel
