#pragma once
// Format: a script as `keel fmt` writes it. What the coach says stays letter for letter; mended is
// what stands around it: indentation (two spaces a level, also where tabs were or four spaces),
// blanks at the end of a line, blanks between words of a statement, curly quotation marks where
// straight ones belong, line ends, the byte order mark, more than one empty line in a row. One
// empty line stands before each `part`. Comments and the order of lines are kept.
//
//   if (const auto text = formatted(Source(path, bytes))) write(path, *text);
//
// Threads: pure. Failure: nothing, when the indentation can be read in two ways or the bytes are
// no text; such a file is left alone. formatted(formatted(x)) is formatted(x).
#include <optional>
#include <string>

#include "base/source.h"

namespace keel {

std::optional<std::string> formatted(const Source& source);

}  // namespace keel
