#include "server/watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace keel {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr uint32_t what_changes = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE |
                                  IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

void add_folder(int notes, const fs::path& folder) {
  // Watching a folder again changes nothing.
  ::inotify_add_watch(notes, folder.c_str(), what_changes);
}

void drain(int notes) {
  alignas(inotify_event) char buffer[16 * 1024];
  while (::read(notes, buffer, sizeof buffer) > 0) {
  }
}

enum class Woken : uint8_t { by_note, by_stop, by_time };

Woken wait_for(int notes, int stop, int milliseconds) {
  pollfd waited[] = {{notes, POLLIN, 0}, {stop, POLLIN, 0}};
  int ready = 0;
  do {
    ready = ::poll(waited, 2, milliseconds);
  } while (ready < 0 && errno == EINTR);
  if (ready < 0 || waited[1].revents != 0) return Woken::by_stop;
  return ready == 0 ? Woken::by_time : Woken::by_note;
}

}  // namespace

Result<std::unique_ptr<Watch>> Watch::start(std::vector<fs::path> folders,
                                            std::function<void()> changed) {
  const int notes = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (notes < 0) {
    return Error{ErrorCode::unavailable,
                 std::string("folders cannot be watched: ") + std::strerror(errno)};
  }
  const int stop = ::eventfd(0, EFD_CLOEXEC);
  return std::unique_ptr<Watch>(new Watch(notes, stop, std::move(folders), std::move(changed)));
}

Watch::Watch(int notes, int stop, std::vector<fs::path> folders, std::function<void()> changed)
    : notes_(notes), stop_(stop), folders_(std::move(folders)), changed_(std::move(changed)) {
  add_folders();
  thread_ = std::thread([this] { run(); });
}

Watch::~Watch() {
  const uint64_t one = 1;
  while (::write(stop_, &one, sizeof one) < 0 && errno == EINTR) {
  }
  thread_.join();
  ::close(notes_);
  ::close(stop_);
}

// All folders below those asked for, and the ones that they stand in, where one may come anew.
void Watch::add_folders() {
  for (const fs::path& folder : folders_) {
    add_folder(notes_, folder.parent_path());
    add_folder(notes_, folder);
    std::error_code failed;
    fs::recursive_directory_iterator entry(folder, failed);
    while (!failed && entry != fs::recursive_directory_iterator()) {
      if (entry->is_directory(failed)) add_folder(notes_, entry->path());
      entry.increment(failed);
    }
  }
}

void Watch::run() {
  // What changed before the watches were set.
  changed_();
  while (wait_for(notes_, stop_, -1) == Woken::by_note) {
    const auto begun = Clock::now();
    Woken woken = Woken::by_note;
    while (woken == Woken::by_note && Clock::now() - begun < burst_max) {
      drain(notes_);
      woken = wait_for(notes_, stop_, static_cast<int>(quiet.count()));
    }
    if (woken == Woken::by_stop) return;
    // First the watches, then the reading: what comes in between is told once more.
    add_folders();
    changed_();
  }
}

}  // namespace keel
