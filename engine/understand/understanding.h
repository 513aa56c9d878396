#pragma once
// Understanding: what one message said, read in this order: safety, house commands and intents,
// particulars, corrections. Everything carries the words it was read from. Plain values, no
// behaviour.
//
// Spans are bytes into Text::source(). Threads: plain values.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace keel {

enum class SafetyLevel : uint8_t { none, ask, high, emergency };

std::string_view name_of(SafetyLevel level);
std::optional<SafetyLevel> safety_level_of(std::string_view name);

struct SafetyFinding {
  std::string category;  // as in the rules: "suicide", "abuse", ...
  SafetyLevel level = SafetyLevel::none;
  Span span;
  std::string rule;        // the rule that fired
  std::string language{};  // of the rules that found it: "en", "es"
};

struct Evidence {
  Span span;
  std::string rule;  // pattern or feature
  float weight = 0;  // towards this intent, in the model's own scale; 1 for a pattern
};

struct IntentGuess {
  std::string id;
  float confidence = 0;  // 0..1, calibrated; 1 for a pattern
  bool by_pattern = false;
  std::vector<Evidence> evidence;
};

// plain: it is so. The others are kept apart and are never said back as if they were so.
enum class Scope : uint8_t { plain, negated, hypothetical, quoted, past };

struct Particular {
  // Canonical: event "left-on-read", duration and together_for ISO 8601 ("P2Y", "PT45M"), since
  // "yesterday", "tuesday" or an ISO date, pronoun "he"/"she"/"they", channel "instagram",
  // intensity "8", count "3", who "ex" or a name with its capital, feeling an adjective.
  std::string value;
  std::string words;  // as typed
  Span span;
  Scope scope = Scope::plain;
};

struct Particulars {
  std::optional<Particular> who, pronoun, event, duration, since, together_for, channel, intensity,
      count;
  std::vector<Particular> feelings;

  // By the names that scripts use: who, pronoun, event, duration, since, together_for, channel,
  // intensity, count, feeling (the first one). Null when not heard.
  const Particular* find(std::string_view name) const;
  bool empty() const;
};

// "no it was four days", "her name's mia actually", "im a guy btw".
struct Correction {
  std::string slot;  // other-name, own-name, other-pronoun, own-gender, who, status, event, agent,
                     // duration, time, count, intensity, channel, feeling, country, place
  std::optional<std::string> value;  // canonical; none: the old one is wrong and no other was given
  std::string words;
  Span span;
};

struct Understanding {
  std::vector<SafetyFinding> safety;  // worst first
  std::vector<IntentGuess>
      intents;            // best first, at most five; the first is a guess, see `in_scope`
  bool in_scope = false;  // the first intent is above the out-of-scope threshold
  std::optional<IntentGuess> second;  // what the message asks for beside the first intent
  Particulars particulars;
  std::optional<Correction> correction;
};

}  // namespace keel
