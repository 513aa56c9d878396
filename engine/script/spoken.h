#pragma once
// spoken: every line of a flow that somebody reads, in one order: what a twin says again in another
// language. The order is that of the file, but for a question, whose labels come before what
// follows each of them.
//
//   for (const SpokenLine& line : spoken_lines(flow)) print(line.words->text);
//
// Threads: pure. The lines point into the flow.
#include <string>
#include <vector>

#include "script/syntax_files.h"

namespace keel {

struct SpokenLine {
  TwinLine::Kind kind = TwinLine::Kind::coach;
  const Words* words = nullptr;
};

std::vector<SpokenLine> spoken_lines(const FlowNode& flow);

// Title, offer, why and returning, those that were written.
std::vector<const Words*> spoken_head(const FlowNode& flow);

// Four letters for each line of the head and of the body (parts have none): another text, another
// mark. What a twin's `of:` holds.
std::vector<std::string> marks_of(const FlowNode& flow);

}  // namespace keel
