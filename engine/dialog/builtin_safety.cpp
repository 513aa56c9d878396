#include "dialog/builtin_safety.h"

#include <array>

#include "dialog/card_words.h"

namespace keel {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> needs = {{
    {"suicide", "suicide"},
    {"self-harm", "suicide"},
    {"abuse", "domestic-violence"},
    {"sexual-violence", "sexual-violence"},
    {"harm-to-others", "own-behaviour"},
    {"stalking-by-user", "own-behaviour"},
    {"medical", "emergency"},
    {"minor", "children"},
    {"psychosis", "general"},
    {"substance", "emergency"},
    {"eating", "general"},
    {"third-party", "suicide"},
}};

std::string opening(SafetyLevel level) {
  if (level == SafetyLevel::emergency) {
    return "What you wrote matters more than anything else here. If there is danger right now, "
           "call your local "
           "emergency number. If you cannot speak, many services take a text.";
  }
  return "What you wrote matters, and I don't want to pass over it. If it becomes dangerous, call "
         "your local "
         "emergency number.";
}

}  // namespace

std::string builtin_safety_text(SafetyLevel level, const std::vector<HelpLine>& lines) {
  std::string text = opening(level);
  for (const HelpLine& line : lines) text += "\n" + help_line_words(line);
  return text + "\nYou don't have to be alone with this. Is there a person you could be with now?";
}

std::string_view need_of(std::string_view category) {
  for (const auto& [name, need] : needs) {
    if (name == category) return need;
  }
  return "general";
}

}  // namespace keel
