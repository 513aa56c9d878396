#pragma once
// facts: marks the clauses of a person's text as fact, interpretation, prediction, feeling or
// should, with the reason for each mark. It goes by the wording alone and can be wrong; the person
// corrects it. Clauses that are none of these (plans, plain questions, wishes) stay unmarked.
//
//   read_facts(Text::read("she said she needs space. she hates me"))
//     -> {0..24 fact "what somebody said"}, {26..38 interpretation "somebody's inner state"}
//
// Threads: pure. Time: proportional to the text. Spans are bytes into Text::source(), in order, not
// overlapping.
#include <string>
#include <vector>

#include "base/source.h"
#include "text/text.h"

namespace keel {

struct FactMark {
  Span span;
  std::string kind;  // fact, interpretation, prediction, feeling, should
  std::string why;   // one short phrase
};

std::vector<FactMark> read_facts(const Text& text);

}  // namespace keel
