#pragma once
// Journal: what a person keeps beyond one conversation: dated answers of `keep:` slots, oldest
// first. The store keeps all of it; a turn is given the newest entries as a value. Threads: a plain
// value.
#include <string>
#include <string_view>
#include <vector>

#include "dialog/turn.h"

namespace keel {

struct Journal {
  std::vector<JournalEntry> entries;  // oldest first

  // The newest entry of the slot, of any flow; null: none.
  const JournalEntry* last(std::string_view slot) const;
};

// Removes the entries that these events wrote.
void take_back(Journal& journal, const std::vector<std::string>& events);

}  // namespace keel
