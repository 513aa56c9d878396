#include "understand/understanding.h"

namespace keel {

std::string_view name_of(SafetyLevel level) {
  switch (level) {
    case SafetyLevel::none:
      break;
    case SafetyLevel::ask:
      return "ask";
    case SafetyLevel::high:
      return "high";
    case SafetyLevel::emergency:
      return "emergency";
  }
  return "none";
}

std::optional<SafetyLevel> safety_level_of(std::string_view name) {
  for (const SafetyLevel level :
       {SafetyLevel::none, SafetyLevel::ask, SafetyLevel::high, SafetyLevel::emergency}) {
    if (name_of(level) == name) return level;
  }
  return std::nullopt;
}

const Particular* Particulars::find(std::string_view name) const {
  if (name == "feeling") return feelings.empty() ? nullptr : &feelings.front();
  const struct {
    std::string_view name;
    const std::optional<Particular>& value;
  } rows[] = {{"who", who},           {"pronoun", pronoun},     {"event", event},
              {"duration", duration}, {"since", since},         {"together_for", together_for},
              {"channel", channel},   {"intensity", intensity}, {"count", count}};
  for (const auto& row : rows) {
    if (row.name == name) return row.value ? &*row.value : nullptr;
  }
  return nullptr;
}

bool Particulars::empty() const {
  return !who && !pronoun && !event && !duration && !since && !together_for && !channel &&
         !intensity && !count && feelings.empty();
}

}  // namespace keel
