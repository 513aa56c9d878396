// What happened: canonical events. The list in `dialogs/README.md` names them for writers.
#include <cstdint>
#include <vector>

#include "understand/heard_phrases.h"

namespace keel {
namespace {

// Plans and moods of the moment come after what has happened, and the state of things after both.
struct Rank {
  std::string_view event;
  uint32_t rank;
};
constexpr Rank ranks[] = {{"no-contact", 2},      {"saw-online", 3},    {"argued", 2},
                          {"said-i-love-you", 2}, {"about-to-text", 3}, {"about-to-call", 3},
                          {"saw-them", 2},        {"lied", 2},          {"on-a-break", 2}};

}  // namespace

std::span<const HeardPhrase> event_phrases() {
  static const std::vector<HeardPhrase> phrases = [] {
    const std::span<const HeardPhrase> contact = contact_phrases();
    const std::span<const HeardPhrase> bond = bond_phrases();
    std::vector<HeardPhrase> all(contact.begin(), contact.end());
    all.insert(all.end(), bond.begin(), bond.end());
    return all;
  }();
  return phrases;
}

uint32_t event_rank(std::string_view event) {
  for (const Rank& row : ranks) {
    if (row.event == event) return row.rank;
  }
  return 1;
}

}  // namespace keel
