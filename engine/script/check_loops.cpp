#include "script/check.h"
#include "script/graph.h"

namespace keel {
namespace {

enum class Seen : uint8_t { no, on_path, done };

// Depth first over the instructions that pass by without a question; an edge back to the path is a
// round.
class LoopSearch {
 public:
  LoopSearch(const Lowered& lowered, const FlowNode& node, Report& report)
      : lowered_(lowered),
        node_(node),
        report_(report),
        seen_(lowered.flow.code.size(), Seen::no) {}

  void search() {
    for (Address at = 0; at < seen_.size(); ++at) walk_from(at);
  }

 private:
  struct Step {
    Address at = 0;
    std::vector<Edge> edges;
    size_t next = 0;
  };

  void walk_from(Address start) {
    std::vector<Step> path;
    enter(start, path);
    while (!path.empty()) {
      Step& top = path.back();
      if (top.next == top.edges.size()) {
        seen_[top.at] = Seen::done;
        path.pop_back();
        continue;
      }
      const Address to = top.edges[top.next++].to;
      if (seen_[to] == Seen::on_path) {
        complain(top.at);
      } else {
        enter(to, path);
      }
    }
  }

  void enter(Address at, std::vector<Step>& path) {
    if (seen_[at] != Seen::no) return;
    seen_[at] = Seen::on_path;
    path.push_back({at, silent_edges(at), 0});
  }

  // The ways past an instruction on which the person says nothing.
  std::vector<Edge> silent_edges(Address at) const {
    const Flow& flow = lowered_.flow;
    if (std::holds_alternative<Wait>(flow.code[at].step)) return {};
    std::vector<Edge> edges;
    const bool asks = std::holds_alternative<Ask>(flow.code[at].step);
    for (const Edge& edge : edges_of(flow, at)) {
      const bool later = edge.way == Way::later;
      if (!later && (!asks || edge.way == Way::not_asked)) edges.push_back(edge);
    }
    return edges;
  }

  void complain(Address at) {
    report_.add("K072", *node_.source, lowered_.spans[at],
                "this leads in a circle that never asks anything",
                "a question or a `wait` belongs between");
  }

  const Lowered& lowered_;
  const FlowNode& node_;
  Report& report_;
  std::vector<Seen> seen_;
};

}  // namespace

void check_loops(const Lowered& lowered, const FlowNode& node, Report& report) {
  LoopSearch(lowered, node, report).search();
}

}  // namespace keel
