#include "understand/denial.h"

#include <algorithm>

#include "understand/phrases.h"
#include "understand/scope.h"

namespace keel {
namespace {

constexpr uint32_t denial_reach = 16;  // words

constexpr std::string_view intentions[] = {
    "want", "wanna",   "wanting",  "need", "going", "gonna",  "about",  "planning",
    "plan", "tempted", "thinking", "feel", "like",  "intend", "trying", "try"};

}  // namespace

TokenRange denied_intention(const Text& text) {
  for (uint32_t i = 0; i + 1 < text.size(); ++i) {
    const std::string_view word = text.word(i);
    const bool negation = word == "dont" || word == "not" || word == "never" || word == "wont" ||
                          word == "didnt" || word == "longer" || word == "doesnt";
    if (!negation) continue;
    for (uint32_t at = i + 1; at < text.size() && at <= i + 2; ++at) {
      if (!is_one_of(text.word(at), intentions)) continue;
      uint32_t last = at + 1;
      const uint32_t end = std::min(text.size(), i + denial_reach);
      while (last < end && clause_begin(text, last) <= i) ++last;
      return {i, last};
    }
  }
  return {};
}

bool is_denied(const Text& text, TokenRange tokens) {
  if (!is_one_of(text.word(tokens.first), intentions)) return false;
  for (uint32_t steps = 1; steps <= 2 && tokens.first >= steps; ++steps) {
    if (is_negation(text.word(tokens.first - steps))) return true;
  }
  return false;
}

}  // namespace keel
