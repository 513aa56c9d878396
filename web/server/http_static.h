#pragma once
// StaticSite: the files of the page, read once at start. Not for anything that changes while the
// server runs.
//
//   Result<StaticSite> site = StaticSite::load("web/widget/dist");
//   if (const StaticFile* file = site->find("/keel-chat.js")) answer(*file);
//
// Threads: immutable after loading. Failure: an Error when the folder cannot be read.
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace keel {

struct StaticFile {
  std::string type;  // MIME type
  std::string etag;  // with its quotes
  std::string body;
};

class StaticSite {
 public:
  static Result<StaticSite> load(const std::string& folder);

  // "/" is index.html, "/away" is away.html. Null: there is no such file.
  const StaticFile* find(std::string_view path) const;
  size_t size() const { return files_.size(); }

 private:
  std::map<std::string, StaticFile, std::less<>> files_;
};

}  // namespace keel
