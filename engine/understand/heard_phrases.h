#pragma once
// The phrases by which particulars are heard: tables of patterns with the value each stands for,
// one file per kind. A phrase is a pattern of `intents/README.md`; its lists are in `heard_lists`.
// Threads: constant data.
#include <span>
#include <string_view>

namespace keel {

enum class HeardBy : uint8_t {
  anyone,  // the phrase itself says who did it, or it does not matter
  other,   // not said of the writer: "hasn't replied" and not "i haven't replied"
  named,   // said of somebody who is named before it, and not of the writer
  writer,  // said of the writer
};

struct HeardPhrase {
  std::string_view value;
  std::string_view pattern;
  HeardBy by = HeardBy::anyone;
};

struct HeardList {
  std::string_view name;
  std::string_view entries;  // one pattern: alternatives joined by |
};

std::span<const HeardList> heard_lists();
// Contact and bond together.
std::span<const HeardPhrase> event_phrases();
std::span<const HeardPhrase> contact_phrases();
std::span<const HeardPhrase> bond_phrases();
std::span<const HeardPhrase> feeling_phrases();
std::span<const HeardPhrase> channel_phrases();
std::span<const HeardPhrase> role_phrases();

// Of two events in one message the one of the lower rank is the main one.
uint32_t event_rank(std::string_view event);

}  // namespace keel
