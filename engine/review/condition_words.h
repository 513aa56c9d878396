#pragma once
// condition_words: a condition in the words of somebody who reads what the coach says and has never
// written a script, and the same condition as its author wrote it, for the hash of a sign-off.
//
//   words_of(condition, flow) == "urge before is below 4 and told no contact is “yes”"
//   words_of(condition, flow) == "fearful (driver is “fear” or sounds is “fear”)"   // a definition
//
// Threads: pure. Failure: none; a name that does not exist is said as it stands.
#include <string>
#include <string_view>

#include "script/syntax_files.h"

namespace keel {

std::string words_of(const ConditionNode& condition, const FlowNode& flow);

// As it was written, with single spaces, and the definitions it rests on behind it.
std::string written(const ConditionNode& condition, const FlowNode& flow);

// "urge_before" -> "urge before"; "left-on-read" -> "left on read".
std::string spaced(std::string_view name);

// "30 minutes", "1 hour".
std::string length_words(Duration length);

}  // namespace keel
