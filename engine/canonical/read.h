#pragma once
// read: the parts of a program from JSON. What one value alone can get wrong is refused here; what
// several have to agree on, in validate.h. Internal to `canonical`. Threads: pure. Failure:
// Refusal.
#include <map>

#include "canonical/at.h"
#include "dialog/program.h"
#include "understand/safety_content.h"

namespace keel::canonical {

// Lengths of time and numbers that a script may hold: far beyond any use, and far from where
// adding them up would go over the edge of 64 bits.
constexpr int64_t number_max = 1'000'000'000'000;
constexpr Duration duration_max = 100 * 366 * day_ms;

using FileNumbers = std::map<std::string, uint32_t>;

Flow flow_at(const At& at, const std::string& id, const FileNumbers& files);
std::map<std::string, SlotDeclaration> slots_at(const At& at);
SlotDeclaration slot_type_at(const At& at);
Condition condition_at(const At& at);
Line line_at(const At& at, uint32_t file);
std::vector<Line> lines_at(const std::optional<At>& at, uint32_t file);
Speech speech_at(const At& at, uint32_t file);
Value value_at(const At& at);
HelpLine help_line_at(const At& at);
ReaderContent content_at(const At& at);

}  // namespace keel::canonical
