#pragma once
// ContentLine: one line of content with its place, so that mistakes and evidence can name it.
// Threads: a plain value.
#include <string>

#include "base/source.h"

namespace keel {

struct ContentLine {
  std::string text;
  std::string path;
  Span span;
};

}  // namespace keel
