#pragma once
// Files of the tests and of the bundled pack, which must be there.
#include <catch2/catch.hpp>

#include "files/text_file.h"

namespace keel::test {

inline std::string contents_of(const std::filesystem::path& path) {
  const Result<std::string> text = read_text_file(path);
  if (!text) FAIL(text.error().message);
  return *text;
}

}  // namespace keel::test
