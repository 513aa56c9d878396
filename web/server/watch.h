#pragma once
// Watch: tells when something under a folder has changed on disk, however an editor writes it: in
// place, by renaming a new file over the old one, or into a folder that was not there before. A
// burst of changes is told once, when it has been quiet for a moment.
//
//   Result<std::unique_ptr<Watch>> watch = Watch::start({pack / "dialogs"}, [&] { reload(); });
//
// Threads: `changed` runs on the watch's own thread; destroying the watch waits for it. Failure:
// unavailable, where the system gives no watches (inotify: Linux only, and a limit per user).
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "base/result.h"

namespace keel {

class Watch {
 public:
  static constexpr std::chrono::milliseconds quiet{50};
  // A folder that is never quiet is looked at all the same.
  static constexpr std::chrono::milliseconds burst_max{500};

  // Folders that are not there yet are watched as soon as they appear beside those that are.
  static Result<std::unique_ptr<Watch>> start(std::vector<std::filesystem::path> folders,
                                              std::function<void()> changed);
  ~Watch();
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

 private:
  Watch(int notes, int stop, std::vector<std::filesystem::path> folders,
        std::function<void()> changed);
  void add_folders();
  void run();

  int notes_ = -1;  // inotify
  int stop_ = -1;   // eventfd
  std::vector<std::filesystem::path> folders_;
  std::function<void()> changed_;
  std::thread thread_;
};

}  // namespace keel
