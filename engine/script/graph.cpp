#include "script/graph.h"

#include "script/names.h"

namespace keel {
namespace {

struct Edges {
  const Flow& flow;
  Address at;
  std::vector<Edge> found;

  void add(Address to, Way way) {
    if (to < flow.code.size()) found.push_back({to, way});
  }

  // A reply without a value is read when it is said ("until tomorrow morning"), or leaves the marks
  // as they are.
  static Way way_of(const Ask& ask) {
    if (ask.slot.empty()) return Way::on;
    return ask.type.type == AnswerType::marks ? Way::kept : Way::answered;
  }

  void operator()(const Ask& ask) {
    const bool has_slot = !ask.slot.empty();
    for (const Reply& reply : ask.replies) add(reply.body, way_of(ask));
    const Way other = takes_any_words(ask.type.type) ? Way::answered : Way::unanswered;
    if (ask.any_other) add(*ask.any_other, has_slot ? other : Way::on);
    if (ask.skipped) add(*ask.skipped, has_slot ? Way::unanswered : Way::on);
    if (has_slot) add(ask.next, ask.type.type == AnswerType::marks ? Way::kept : Way::answered);
    if (ask.unless_known) add(ask.next, Way::not_asked);
    if (!ask.skipped) add(ask.next, has_slot ? Way::unanswered : Way::on);
  }
  void operator()(const Wait& wait) {
    for (const Reply& reply : wait.replies) add(reply.body, Way::on);
    add(wait.next, Way::on);
  }
  void operator()(const Branch& branch) {
    add(at + 1, Way::holds);
    add(branch.otherwise, Way::fails);
  }
  void operator()(const Jump& jump) { add(jump.to, Way::on); }
  void operator()(const FollowUp& follow) {
    add(at + 1, Way::on);
    add(follow.target, Way::later);
  }
  void operator()(const GoFlow&) {}
  void operator()(const End&) {}
  template <class Step>
  void operator()(const Step&) {
    add(at + 1, Way::on);
  }
};

}  // namespace

std::vector<Edge> edges_of(const Flow& flow, Address at) {
  Edges edges{flow, at, {}};
  std::visit(edges, flow.code[at].step);
  return std::move(edges.found);
}

std::vector<bool> reached_in(const Flow& flow) {
  std::vector<bool> reached(flow.code.size());
  std::vector<Address> open;
  const auto visit = [&](Address at) {
    if (reached[at]) return;
    reached[at] = true;
    open.push_back(at);
  };
  if (!flow.code.empty()) visit(0);
  while (!open.empty()) {
    const Address at = open.back();
    open.pop_back();
    for (const Edge& edge : edges_of(flow, at)) visit(edge.to);
  }
  return reached;
}

}  // namespace keel
