#pragma once
// line_hash: what a sign-off is bound to: the words of a line with where and when they are said.
// SHA-256, in hex, of these lines, each ending in a newline, so that anybody can compute it anew:
//
//   printf 'keel line 1\npause\nen\ncoach\nif urge >= 7\nWait a little.\n' | sha256sum
//
// that is flow, language, kind, the conditions and replies it hangs on as written, the text.
// Threads: pure.
#include <string>

#include "review/inventory.h"

namespace keel {

std::string hash_of_line(const ReviewLine& line);

}  // namespace keel
