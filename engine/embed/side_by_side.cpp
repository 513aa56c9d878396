#include "embed/side_by_side.h"

#include <future>
#include <system_error>

namespace keel {
namespace {

std::future<void> started(const std::function<void()>& task) {
  try {
    return std::async(std::launch::async, task);
  } catch (const std::system_error&) {
    return std::async(std::launch::deferred, task);
  }
}

}  // namespace

void side_by_side(const std::function<void()>& one, const std::function<void()>& other) {
  std::future<void> begun = started(one);
  other();
  begun.get();
}

}  // namespace keel
