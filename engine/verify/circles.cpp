// Flows that lead to each other in a circle without a question (K072, as inside one flow), and
// visits that visit again: the engine goes stack_depth_max deep and then passes a visit over.
#include <algorithm>

#include "dialog/session.h"
#include "verify/conversation.h"
#include "verify/proofs.h"

namespace keel {
namespace {

bool is_silent(const Move& move) {
  return !is_persons(move.input);
}

// Flows that can run from beginning to end without a question.
std::vector<bool> silent_flows(const Model& model) {
  std::vector<bool> silent(model.size(), false);
  const auto can_end = [&](uint32_t flow) {
    std::vector<bool> reached(model.flow(flow).code.size(), false);
    std::vector<Address> open{0};
    while (!open.empty()) {
      const Address at = open.back();
      open.pop_back();
      if (reached[at]) continue;
      reached[at] = true;
      for (const Move& move : moves_of(model, {flow, at})) {
        if (!is_silent(move)) continue;
        if (move.kind == Move::Kind::end) return true;
        const bool past = move.kind == Move::Kind::step || silent[move.flow];
        if (move.kind == Move::Kind::flow && silent[move.flow]) return true;
        if (past && move.kind != Move::Kind::flow) open.push_back(move.to);
      }
    }
    return false;
  };
  for (bool changed = true; changed;) {
    changed = false;
    for (uint32_t flow = 0; flow < model.size(); ++flow) {
      if (silent[flow] || !can_end(flow)) continue;
      silent[flow] = changed = true;
    }
  }
  return silent;
}

enum class Seen : uint8_t { no, on_path, done };

class CircleSearch {
 public:
  CircleSearch(const Model& model, Report& report)
      : model_(model), report_(report), silent_(silent_flows(model)), seen_(model.size()) {
    for (uint32_t flow = 0; flow < model.size(); ++flow)
      seen_[flow].resize(model.flow(flow).code.size(), Seen::no);
  }

  void search() {
    for (uint32_t flow = 0; flow < model_.size(); ++flow) walk({flow, 0});
  }

 private:
  struct Next {
    Spot spot;
    Move move;
  };
  struct Stand {
    Spot spot;
    std::vector<Next> nexts;
    size_t next = 0;
  };

  std::vector<Next> nexts_of(Spot spot) const {
    std::vector<Next> nexts;
    for (const Move& move : moves_of(model_, spot)) {
      if (!is_silent(move) || move.kind == Move::Kind::end) continue;
      const bool past =
          move.kind == Move::Kind::step || (move.kind == Move::Kind::visit && silent_[move.flow]);
      if (past) nexts.push_back({{spot.flow, move.to}, move});
      if (move.kind != Move::Kind::step) nexts.push_back({{move.flow, 0}, move});
    }
    return nexts;
  }

  Seen& seen(Spot spot) { return seen_[spot.flow][spot.at]; }

  void enter(Spot spot) {
    if (seen(spot) != Seen::no) return;
    seen(spot) = Seen::on_path;
    path_.push_back({spot, nexts_of(spot), 0});
  }

  void walk(Spot start) {
    enter(start);
    while (!path_.empty()) {
      Stand& top = path_.back();
      if (top.next == top.nexts.size()) {
        seen(top.spot) = Seen::done;
        path_.pop_back();
        continue;
      }
      const Spot to = top.nexts[top.next++].spot;
      if (seen(to) == Seen::on_path) {
        complain(to);
      } else {
        enter(to);
      }
    }
  }

  // Inside one flow the compiler has told it already.
  void complain(Spot to) {
    const auto from =
        std::find_if(path_.begin(), path_.end(), [&](const Stand& s) { return s.spot == to; });
    std::vector<Taken> round;
    const Stand* leaving = nullptr;
    for (auto stand = from; stand != path_.end(); ++stand) {
      const Next& next = stand->nexts[stand->next - 1];
      round.push_back({stand->spot, next.move, false});
      if (next.spot.flow != stand->spot.flow || next.move.kind == Move::Kind::flow)
        leaving = &*stand;
    }
    if (leaving == nullptr) return;
    const Spot at = leaving->spot;
    report_.add("K072", model_.source(at.flow), model_.span(at),
                "this leads in a circle through other flows that never asks anything",
                "a question or a `wait` belongs between", conversation_of(model_, round));
  }

  const Model& model_;
  Report& report_;
  std::vector<bool> silent_;
  std::vector<std::vector<Seen>> seen_;
  std::vector<Stand> path_;
};

// Each round of visits once, at the first of its flows.
void tell_visits_in_circle(const Model& model, uint32_t flow, std::set<uint32_t>& told,
                           Report& report) {
  const Flow& code = model.flow(flow);
  for (Address at = 0; at < code.code.size(); ++at) {
    const auto* visit = std::get_if<Visit>(&code.code[at].step);
    const auto visited = visit == nullptr ? std::nullopt : model.find(visit->flow);
    if (!visited) continue;
    // From the visited flow, by visits and go-tos, back to this very visit.
    std::set<uint32_t> reached;
    std::vector<uint32_t> open{*visited};
    while (!open.empty()) {
      const uint32_t one = open.back();
      open.pop_back();
      if (!reached.insert(one).second) continue;
      for (const Instruction& instruction : model.flow(one).code) {
        const auto* go = std::get_if<GoFlow>(&instruction.step);
        const auto* deeper = std::get_if<Visit>(&instruction.step);
        if (go == nullptr && deeper == nullptr) continue;
        if (const auto to = model.find(go != nullptr ? go->flow : deeper->flow))
          open.push_back(*to);
      }
    }
    if (!reached.contains(flow)) continue;
    const bool known =
        std::any_of(told.begin(), told.end(), [&](uint32_t one) { return reached.contains(one); });
    told.insert(flow);
    if (known) continue;
    report.add(
        "K102", model.source(flow), model.span({flow, at}),
        "a visit to " + quoted(visit->flow) + " can come back here by another visit",
        std::to_string(stack_depth_max) + " flows deep a visit is passed over: `go to` leads on");
  }
}

}  // namespace

void prove_no_circles(const Model& model, Report& report) {
  CircleSearch(model, report).search();
  if (has_errors(report.diagnostics())) return;
  std::set<uint32_t> told;
  for (uint32_t flow = 0; flow < model.size(); ++flow)
    tell_visits_in_circle(model, flow, told, report);
}

}  // namespace keel
