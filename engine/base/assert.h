#pragma once
// KEEL_ASSERT: our own mistakes. On in every build. The handler can be replaced, because the engine
// lives in other people's processes too; the default prints the place and aborts. A handler that
// returns lets the program run on past a broken promise, so it should not.
// Threads: install the handler before any other use.

namespace keel {

using AssertHandler = void (*)(const char* condition, const char* file, int line);

void set_assert_handler(AssertHandler handler);
void assert_failed(const char* condition, const char* file, int line);

}  // namespace keel

#define KEEL_ASSERT(condition) \
  ((condition) ? static_cast<void>(0) : ::keel::assert_failed(#condition, __FILE__, __LINE__))
