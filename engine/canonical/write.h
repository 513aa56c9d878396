#pragma once
// write: the parts of a program as JSON values with their keys in a fixed order. What is empty or
// usual is left out. Internal to `canonical`. Threads: pure.
#include <nlohmann/json.hpp>

#include "dialog/program.h"
#include "understand/safety_content.h"

namespace keel::canonical {

using Ordered = nlohmann::ordered_json;

Ordered flow_json(const Flow& flow, const std::vector<std::string>& files);
Ordered slots_json(const std::map<std::string, SlotDeclaration>& slots);
Ordered condition_json(const Condition& condition);
Ordered speech_json(const Speech& speech);
Ordered line_json(const Line& line);
Ordered lines_json(const std::vector<Line>& lines);
Ordered value_json(const Value& value);
Ordered content_json(const ReaderContent& content);
Ordered safety_json(const SafetyContent& safety);

// As it is written to a file: one line for what is short, else a line for each of its parts.
std::string laid_out(const Ordered& json);

}  // namespace keel::canonical
