#pragma once
// Content: what the server needs of the coach that it runs: one pure function and a few names.
// Keeps the lanes free of how a pack is loaded, and lets a test put a coach of its own there.
// Threads: immutable; `respond` may be called from any thread.
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "dialog/respond.h"

namespace keel {

struct Content {
  std::function<Response(Session, const Journal&, const Event&)> respond;
  std::string pack;
  std::string language;
  std::string content_hash;
  std::vector<HelpLine> help_lines;
  // Language -> flows that have a twin in it.
  std::map<std::string, std::set<std::string>> twins{};
};

}  // namespace keel
