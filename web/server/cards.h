#pragma once
// Cards on the wire as JSON. The same in plain words is dialog/card_words.h.
//
//   bubble_frame["card"] = card_json(card);
//
// Threads: pure functions.
#include "dialog/turn.h"
#include "server/wire_json.h"

namespace keel {

OrderedJson card_json(const Card& card);
OrderedJson help_line_json(const HelpLine& line);

}  // namespace keel
