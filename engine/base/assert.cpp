#include "base/assert.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>

namespace keel {
namespace {

void print_and_abort(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: broken promise: %s\n", file, line, condition);
  std::abort();
}

std::atomic<AssertHandler> current_handler{&print_and_abort};

}  // namespace

void set_assert_handler(AssertHandler handler) {
  current_handler = handler != nullptr ? handler : &print_and_abort;
}

void assert_failed(const char* condition, const char* file, int line) {
  current_handler.load()(condition, file, line);
}

}  // namespace keel
