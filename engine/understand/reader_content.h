#pragma once
// What a reader is built from: a pack's intents, word lists and safety rules. Values, no more.
#include <memory>
#include <string>
#include <vector>

#include "understand/content_line.h"
#include "understand/pattern.h"

namespace keel {

struct IntentContent {
  std::string id;
  std::vector<ContentLine> examples;
  std::vector<ContentLine> patterns;
};

struct SafetyContent;  // understand/safety_content.h

struct ReaderContent {
  std::vector<IntentContent> intents;
  std::vector<WordListContent> lists;
  std::shared_ptr<const SafetyContent> safety;  // null: the reader finds nothing (tests only)
};

}  // namespace keel
