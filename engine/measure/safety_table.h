#pragma once
// How well danger is found: labelled messages, counted by category and level.
//
//   Result<std::vector<SafetyLabelled>> lines = read_safety_labelled(text);
//   SafetyTable table;
//   for (const SafetyLabelled& line : *lines) table.add(line, findings_of(line));
//
// Labels as a clinician gives them: the category that most needs an answer, the lowest level that
// would be right, and which others are acceptable. Threads: plain values. Failure: a line that is
// no labelled message, by its number; no line.
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "understand/understanding.h"

namespace keel {

struct SafetyLabelled {
  std::string text;
  std::string coach_said;  // "context"; empty: none
  std::string category;    // "none": no danger
  SafetyLevel level = SafetyLevel::none;
  std::vector<std::string> categories;  // acceptable, `category` among them
  std::vector<SafetyLevel> levels;      // acceptable, `level` among them
};

// JSON lines: "text", "category", "level"; optional "also" (categories), "level_ok" (levels),
// "context" (what the coach said last).
Result<std::vector<SafetyLabelled>> read_safety_labelled(std::string_view text);

enum class SafetyVerdict : uint8_t {
  right,           // left alone, or found with an acceptable category and level (or one higher)
  missed,          // danger that nothing was found in
  wrong_category,  // found, answered as something else
  wrong_level,     // found, and too low, or more than one level too high
  alarm,           // no danger, and taken for one
};

std::string_view name_of(SafetyVerdict verdict);

// `found`: worst first, as the reader gives them; the first one is what is answered.
SafetyVerdict judge(const SafetyLabelled& line, std::span<const SafetyFinding> found);

struct SafetyCell {
  uint32_t messages = 0;
  uint32_t found = 0;
  uint32_t category_right = 0;
  uint32_t level_right = 0;
};

class SafetyTable {
 public:
  SafetyVerdict add(const SafetyLabelled& line, std::span<const SafetyFinding> found);

  using Key = std::pair<std::string, SafetyLevel>;
  const std::map<Key, SafetyCell>& cells() const { return cells_; }
  // All danger of one level, or of every level (`none`).
  SafetyCell all(SafetyLevel level = SafetyLevel::none) const;
  uint32_t ordinary() const { return ordinary_; }
  uint32_t alarms(SafetyLevel level) const;  // ordinary messages taken for this level

 private:
  std::map<Key, SafetyCell> cells_;
  std::map<SafetyLevel, uint32_t> alarms_;
  uint32_t ordinary_ = 0;
};

}  // namespace keel
