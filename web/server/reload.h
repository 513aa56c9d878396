#pragma once
// Reloader: the content as it stands on disk now, checked and compiled, when it is not what was
// last looked at. The reader is kept as long as no file under intents/ has changed.
//
//   Reloader reloader(pack, files, compiled);
//   if (std::optional<Reload> reload = reloader.look()) use(reload->program);
//
// Threads: one at a time. Failure: content with mistakes gives a Reload without a program, and the
// words for its author; what runs goes on running.
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "script/compile.h"
#include "script/front.h"

namespace keel {

struct Reload {
  std::shared_ptr<const Program> program;  // null: refused
  std::string words;                       // for the terminal and the page's console
  std::chrono::milliseconds took{0};
};

// What else content must satisfy before it may run; any error refuses it.
using ContentRule = std::function<std::vector<Diagnostic>(const Front&)>;

class Reloader {
 public:
  // `files` are those that `running` was compiled from; it has a program.
  Reloader(std::filesystem::path pack, std::vector<PackFile> files, const Compiled& running,
           ContentRule rule = {});

  // Nothing when the files are as they were at the last look.
  std::optional<Reload> look();

 private:
  Reload compile(const std::vector<PackFile>& files);

  std::filesystem::path pack_;
  ContentRule rule_;
  std::string pack_id_;
  std::string language_;
  uint64_t seen_ = 0;     // hash of the files at the last look
  uint64_t intents_ = 0;  // hash of those that the reader was made of
  std::shared_ptr<const Reader> reader_;
  std::vector<Diagnostic> told_;  // of the intents, when the reader was built
};

}  // namespace keel
