#pragma once
// JSON lines on standard input: one object a line, or plain text, which stands for {"text": LINE}.
#include <functional>
#include <istream>
#include <nlohmann/json.hpp>

namespace keel::cli {

// Calls `each` with every line's object, in order. Returns 0, or 1 when a line was no object with a
// string `text`; such lines are named on stderr and skipped.
int for_each_line(std::istream& in, const std::function<void(const nlohmann::json&)>& each);

// As it is printed: UTF-8, invalid bytes replaced.
std::string printed(const nlohmann::ordered_json& json);

}  // namespace keel::cli
