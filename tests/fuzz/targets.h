#pragma once
// targets: what the fuzzers feed. Each takes any bytes and must come back: a value, diagnostics or
// an error, within its time, whatever the bytes are. The guided fuzzers (guided_*.cpp) and the test
// that replays what they found (found_test.cpp) call the same functions.
#include <cstdlib>
#include <string_view>

namespace keel::fuzz {

// A pack: files, each after a line "@@ PATH"; checked with all proofs.
void script(std::string_view bytes);
// A document of `keel build`; what loads is run for some turns.
void program(std::string_view bytes);
// A saved conversation.
void session(std::string_view bytes);

// What has to hold of every answer.
inline void must(bool holds) {
  if (!holds) std::abort();
}

}  // namespace keel::fuzz
