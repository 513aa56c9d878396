#include "embed/side_by_side.h"

#include <condition_variable>
#include <deque>
#include <future>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace keel {
namespace {

using Task = std::packaged_task<void()>;

class SecondThread {
 public:
  SecondThread() {
    try {
      thread_ = std::thread([this] { work(); });
    } catch (const std::system_error&) {
      // The caller does it all.
    }
  }
  ~SecondThread() {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
    }
    changed_.notify_one();
    if (thread_.joinable()) thread_.join();
  }
  SecondThread(const SecondThread&) = delete;
  SecondThread& operator=(const SecondThread&) = delete;

  void run(const std::function<void()>& one, const std::function<void()>& other) {
    const auto task = std::make_shared<Task>(one);
    std::future<void> done = task->get_future();
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(task);
    }
    changed_.notify_one();
    const Finish finish{*this, task, done};
    other();
    finish.now();
    done.get();
  }

 private:
  // Whoever leaves `run` leaves nothing behind that is waiting or at work.
  struct Finish {
    SecondThread& thread;
    const std::shared_ptr<Task>& task;
    const std::future<void>& done;

    void now() const {
      if (thread.take(task)) (*task)();
      done.wait();
    }
    ~Finish() {
      if (done.valid()) now();
    }
  };

  // False when it has begun.
  bool take(const std::shared_ptr<Task>& task) {
    const std::lock_guard lock(mutex_);
    return std::erase(waiting_, task) > 0;
  }

  void work() {
    std::unique_lock lock(mutex_);
    for (;;) {
      changed_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      // Kept until the call is over: who waits for it may be gone before.
      const std::shared_ptr<Task> task = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      (*task)();
      lock.lock();
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Task>> waiting_;
  bool ended_ = false;
  std::thread thread_;
};

}  // namespace

Both side_by_side() {
  return [second = std::make_shared<SecondThread>()](const std::function<void()>& one,
                                                     const std::function<void()>& other) {
    second->run(one, other);
  };
}

}  // namespace keel
