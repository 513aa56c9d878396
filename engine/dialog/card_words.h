#pragma once
// card_words: a card in plain words, for a terminal and for hosts that cannot show it. One line
// each, ending in a newline. Threads: pure.
#include <string>

#include "dialog/turn.h"

namespace keel {

std::string card_words(const Card& card, int32_t utc_offset_minutes);

// "988 Suicide & Crisis Lifeline: call 988, text 988"
std::string help_line_words(const HelpLine& line);

}  // namespace keel
