#pragma once
// The parts of reading particulars, one per idea, each a pure function over the message and the
// phrases found in it. Not for others to call: that is `particulars.h`. Threads: pure functions.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "text/text.h"
#include "understand/heard_phrases.h"
#include "understand/people.h"
#include "understand/understanding.h"

namespace keel {

// A phrase that was found, in the order of the tables.
struct HeardMatch {
  const HeardPhrase* phrase = nullptr;
  uint32_t row = 0;  // in its table
  TokenRange tokens;
};

// By place, the longer first.
struct HeardPhrases {
  std::vector<HeardMatch> events;
  std::vector<HeardMatch> feelings;
  std::vector<HeardMatch> channels;
  std::vector<HeardMatch> roles;
};

Particular particular_of(const Text& text, TokenRange tokens, std::string value, Scope scope);

// The main event and its tokens.
struct HeardEvent {
  Particular event;
  TokenRange tokens;
};
std::optional<HeardEvent> main_event(const Text& text, const People& people,
                                     std::span<const HeardMatch> events);

std::vector<Particular> feelings_of(const Text& text, const People& people,
                                    std::span<const HeardMatch> feelings);
std::optional<Particular> channel_of(const Text& text, const People& people,
                                     std::span<const HeardMatch> channels);

struct WhoPronoun {
  std::optional<Particular> who;
  std::optional<Particular> pronoun;
};
WhoPronoun who_and_pronoun(const Text& text, const People& people,
                           std::span<const NameMention> names, std::span<const HeardMatch> roles,
                           const std::optional<HeardEvent>& event);

struct HeardTimes {
  std::optional<Particular> duration;
  std::optional<Particular> since;
  std::optional<Particular> together_for;
};
HeardTimes times_of(const Text& text, const People& people, const std::optional<HeardEvent>& event);

std::optional<Particular> intensity_of(const Text& text, const People& people);
std::optional<Particular> count_of(const Text& text, const People& people);

}  // namespace keel
