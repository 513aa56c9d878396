#pragma once
// coverage: what of a pack's flows a set of talks has run and said, and what it has not.
//
//   Watched watched;
//   for (...) run_talk(program, text, Between::nothing, &watched);
//   const Coverage coverage = cover(program, watched, texts);
//   print(in_words(coverage)); write(coverage_page(coverage, texts));
//
// Counted are parts begun, questions asked, replies taken (with `any other answer` and `if
// skipped`), conditions that came out true and false, and lines with their variants. Threads: pure.
#include <map>
#include <string>
#include <vector>

#include "dialog/program.h"
#include "talk/player.h"

namespace keel {

struct CoverageItem {
  enum class Kind { part, question, reply, branch, line };
  Kind kind = Kind::line;
  uint32_t line = 0;  // of the file
  std::string text;   // "reply \"Walk a little\"", "never false"
  bool done = false;
};

struct Share {
  size_t done = 0;
  size_t all = 0;
};

struct FlowCoverage {
  std::string flow;
  std::string path;
  std::vector<CoverageItem> items;  // by line
  Share share(CoverageItem::Kind kind) const;
  Share share() const;
};

struct Coverage {
  std::vector<FlowCoverage> flows;  // by name
};

using Texts = std::map<std::string, std::string>;  // path -> what the file says

Coverage cover(const Program& program, const Watched& watched, const Texts& texts);

std::string in_words(const Coverage& coverage);

// A web page of its own: each flow as written, with what was run and said, and what was not.
std::string coverage_page(const Coverage& coverage, const Texts& texts);

std::string_view name_of(CoverageItem::Kind kind);

}  // namespace keel
