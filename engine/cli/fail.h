#pragma once
// What a command says when it gives up, and the exit code that goes with it.
#include <iostream>
#include <string>

namespace keel::cli {

inline int fail(const std::string& message) {
  std::cerr << "keel: " << message << "\n";
  return 1;
}

}  // namespace keel::cli
