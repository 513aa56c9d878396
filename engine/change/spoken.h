#pragma once
// spoken: every sentence and label that a flow can say or show, as it is written, with its place.
//
//   for (const SpokenLine& line : spoken_lines(program, flow)) print(line.text);
//
// Threads: pure.
#include <string>
#include <vector>

#include "dialog/program.h"

namespace keel {

struct SpokenLine {
  std::string role;  // "Coach", "again", "why", "reply", "returning", "title", "offer"
  std::string spot;  // the question or part it belongs to
  std::string text;  // "Still at {urge_after}."
  std::string path;
  uint32_t line = 0;  // 0: of the head
};

// In the order of the flow.
std::vector<SpokenLine> spoken_lines(const Program& program, const Flow& flow);

std::string as_written(const std::vector<Piece>& pieces);

}  // namespace keel
