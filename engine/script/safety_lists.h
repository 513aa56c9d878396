#pragma once
// SafetyLists: the word lists of the safety rules, written out into the patterns that name them. A
// list may name other lists; a phrase may not stand inside brackets. Threads: one owner.
#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "understand/safety_content.h"

namespace keel {

class SafetyLists {
 public:
  // Entries of a list that is named again add up.
  void add(const std::string& name, std::vector<ContentLine> entries);
  void write_out(SafetyLanguage& language, std::vector<Diagnostic>& diagnostics) const;

 private:
  struct Job;
  std::string written(std::string_view pattern, const Job& job, uint32_t depth) const;

  std::map<std::string, std::vector<ContentLine>, std::less<>> lists_;
};

}  // namespace keel
