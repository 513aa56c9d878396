#pragma once
// flow_labels: an understanding as flows, best first: where the message would lead. For tools that
// look from outside. Threads: pure.
#include <string>
#include <vector>

#include "dialog/program.h"

namespace keel {

struct FlowLabel {
  std::string
      id;  // a flow; an intent whose flow is not written yet; "house:NAME"; "faq"; "out-of-domain"
  float confidence = 0;
};

std::vector<FlowLabel> flow_labels(const Program& program, const Understanding& understood);

}  // namespace keel
