#pragma once
// Pages: what `keel explain K012` prints. One page for each code, engine/script/pages/K012.md,
// compiled in; the example on a page is the code's golden test (tests/unit/script_pages_test.cpp).
// A code without a page stops the build (cmake/embed_pages.cmake).
//
//   std::cout << page_of("K012");
//
// Threads: constant data.
#include <string_view>

namespace keel {

std::string_view page_of(std::string_view code);  // Markdown; empty: no such code

}  // namespace keel
