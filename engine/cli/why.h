#pragma once
// Why a message was heard as it was, in words: the best guess, the words or the pattern that moved
// it, the runner-up and how far behind it is, the rules of risk, the particulars.
#include <string>

#include "dialog/program.h"
#include "text/text.h"

namespace keel::cli {

std::string why_in_words(const Program& program, const Text& text, const Understanding& heard);

}  // namespace keel::cli
