#pragma once
// speak: which line is said, and how it sounds with its slots filled in. Internal.
#include <optional>
#include <string>

#include "dialog/run.h"

namespace keel {

// The line with its slots filled; nothing when a slot in it is not known.
std::optional<std::string> fill(const Run& run, const Frame& frame, const Line& line);

// Says the speech as a new bubble: the first true `or if`, else the plain line whose turn it is,
// followed by every true `and if`. Says nothing when no line can be said.
void say(Run& run, const Frame& frame, const Speech& speech);

// The same for a list of lines that take turns under one key (`again:`, `why:`). False: none could
// be said.
bool say_in_turn(Run& run, const Frame& frame, const std::vector<Line>& lines,
                 const std::string& key);

void add_bubble(Run& run, std::string line_id, std::string text);
void add_card(Run& run, Card card);

// An answer as a sentence can say it: plain forms for numbers, durations and dates, else the
// person's words.
std::string said_back(const Run& run, const Answer& answer);

// "today", "yesterday", "on Tuesday", "on 3 March".
std::string day_words(const Run& run, Instant day);

}  // namespace keel
