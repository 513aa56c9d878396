#include "measure/safety_table.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

namespace keel {
namespace {

using Json = nlohmann::json;

template <class Value>
bool has(const std::vector<Value>& values, const Value& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool category_fits(const SafetyLabelled& line, const SafetyFinding& found) {
  return has(line.categories, found.category);
}

bool level_fits(const SafetyLabelled& line, SafetyLevel found) {
  const bool one_higher = static_cast<int>(found) == static_cast<int>(line.level) + 1;
  return has(line.levels, found) || (line.level != SafetyLevel::none && one_higher);
}

std::string word_at(const Json& record, const char* key) {
  const auto found = record.find(key);
  return found != record.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// Nothing when it is no list of words.
std::optional<std::vector<std::string>> words_at(const Json& record, const char* key) {
  std::vector<std::string> words;
  const auto found = record.find(key);
  if (found == record.end()) return words;
  if (!found->is_array()) return std::nullopt;
  for (const Json& word : *found) {
    if (!word.is_string()) return std::nullopt;
    words.push_back(word.get<std::string>());
  }
  return words;
}

std::optional<SafetyLabelled> labelled(const Json& record) {
  if (!record.is_object()) return std::nullopt;
  SafetyLabelled line;
  line.text = word_at(record, "text");
  line.coach_said = word_at(record, "context");
  line.category = word_at(record, "category");
  const auto level = safety_level_of(word_at(record, "level"));
  auto also = words_at(record, "also");
  const auto acceptable = words_at(record, "level_ok");
  if (line.text.empty() || line.category.empty() || !level || !also || !acceptable)
    return std::nullopt;
  line.level = *level;
  line.levels.push_back(*level);
  for (const std::string& name : *acceptable) {
    const auto one = safety_level_of(name);
    if (!one) return std::nullopt;
    line.levels.push_back(*one);
  }
  line.categories = std::move(*also);
  line.categories.push_back(line.category);
  return line;
}

}  // namespace

Result<std::vector<SafetyLabelled>> read_safety_labelled(std::string_view text) {
  std::vector<SafetyLabelled> lines;
  for (size_t number = 1; !text.empty(); ++number) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    std::optional<SafetyLabelled> one = labelled(Json::parse(line, nullptr, false));
    if (!one) {
      return Error{ErrorCode::invalid_argument,
                   "line " + std::to_string(number) +
                       " is not an object with \"text\", \"category\" and \"level\""};
    }
    lines.push_back(std::move(*one));
  }
  return lines;
}

std::string_view name_of(SafetyVerdict verdict) {
  switch (verdict) {
    case SafetyVerdict::right:
      return "right";
    case SafetyVerdict::missed:
      return "missed";
    case SafetyVerdict::wrong_category:
      return "wrong category";
    case SafetyVerdict::wrong_level:
      return "wrong level";
    case SafetyVerdict::alarm:
      return "false alarm";
  }
  return "";
}

SafetyVerdict judge(const SafetyLabelled& line, std::span<const SafetyFinding> found) {
  const SafetyLevel level = found.empty() ? SafetyLevel::none : found.front().level;
  if (line.level == SafetyLevel::none) {
    return level_fits(line, level) ? SafetyVerdict::right : SafetyVerdict::alarm;
  }
  if (found.empty()) return SafetyVerdict::missed;
  if (!category_fits(line, found.front())) return SafetyVerdict::wrong_category;
  return level_fits(line, level) ? SafetyVerdict::right : SafetyVerdict::wrong_level;
}

SafetyVerdict SafetyTable::add(const SafetyLabelled& line, std::span<const SafetyFinding> found) {
  const SafetyVerdict verdict = judge(line, found);
  if (line.level == SafetyLevel::none) {
    ++ordinary_;
    if (verdict == SafetyVerdict::alarm) ++alarms_[found.front().level];
    return verdict;
  }
  SafetyCell& cell = cells_[{line.category, line.level}];
  ++cell.messages;
  if (found.empty()) return verdict;
  ++cell.found;
  cell.category_right += category_fits(line, found.front()) ? 1 : 0;
  cell.level_right += level_fits(line, found.front().level) ? 1 : 0;
  return verdict;
}

SafetyCell SafetyTable::all(SafetyLevel level) const {
  SafetyCell sum;
  for (const auto& [key, cell] : cells_) {
    if (level != SafetyLevel::none && key.second != level) continue;
    sum.messages += cell.messages;
    sum.found += cell.found;
    sum.category_right += cell.category_right;
    sum.level_right += cell.level_right;
  }
  return sum;
}

uint32_t SafetyTable::alarms(SafetyLevel level) const {
  const auto found = alarms_.find(level);
  return found == alarms_.end() ? 0 : found->second;
}

}  // namespace keel
