#pragma once
// clauses: a text cut where one statement ends and the next begins: at sentence ends, at commas and
// dashes before a new subject, at linking words before a new subject. Linking words stand outside.
// Goes by word lists, not by grammar. Threads: pure.
#include <vector>

#include "text/text.h"

namespace keel {

std::vector<TokenRange> clauses_of(const Text& text);

}  // namespace keel
