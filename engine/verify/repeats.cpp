// A line that one run of a flow can come to twice has other words for the second time.
// Source: strongly connected components (Tarjan 1972), iteratively.
#include <algorithm>

#include "verify/conversation.h"
#include "verify/proofs.h"

namespace keel {
namespace {

// For each instruction: can it be come to again within one run?
class Rounds {
 public:
  Rounds(const Model& model, uint32_t flow)
      : model_(model),
        flow_(flow),
        size_(model.flow(flow).code.size()),
        number_(size_, 0),
        low_(size_, 0),
        on_stack_(size_, false),
        again_(size_, false) {
    for (Address at = 0; at < size_; ++at) {
      if (number_[at] == 0) walk(at);
    }
  }

  bool comes_again(Address at) const { return again_[at]; }

 private:
  struct Stand {
    Address at = 0;
    std::vector<Address> nexts;
    size_t next = 0;
  };

  std::vector<Address> nexts_of(Address at) const {
    std::vector<Address> nexts;
    for (const Move& move : moves_of(model_, {flow_, at})) {
      const bool stays = move.kind == Move::Kind::step || move.kind == Move::Kind::visit;
      if (stays && move.input != Input::later) nexts.push_back(move.to);
    }
    return nexts;
  }

  void enter(Address at) {
    number_[at] = low_[at] = ++count_;
    stack_.push_back(at);
    on_stack_[at] = true;
    path_.push_back({at, nexts_of(at), 0});
  }

  void walk(Address start) {
    enter(start);
    while (!path_.empty()) {
      Stand& top = path_.back();
      if (top.next < top.nexts.size()) {
        const Address to = top.nexts[top.next++];
        const Address at = top.at;
        if (to == at) again_[at] = true;
        if (number_[to] == 0) {
          enter(to);
        } else if (on_stack_[to]) {
          low_[at] = std::min(low_[at], number_[to]);
        }
        continue;
      }
      const Address at = top.at;
      path_.pop_back();
      if (!path_.empty()) low_[path_.back().at] = std::min(low_[path_.back().at], low_[at]);
      if (low_[at] == number_[at]) close(at);
    }
  }

  void close(Address root) {
    std::vector<Address> component;
    Address at = 0;
    do {
      at = stack_.back();
      stack_.pop_back();
      on_stack_[at] = false;
      component.push_back(at);
    } while (at != root);
    if (component.size() < 2) return;
    for (const Address one : component) again_[one] = true;
  }

  const Model& model_;
  uint32_t flow_;
  size_t size_;
  std::vector<uint32_t> number_, low_;
  std::vector<bool> on_stack_, again_;
  std::vector<Address> stack_;
  std::vector<Stand> path_;
  uint32_t count_ = 0;
};

// A line that says something of the moment has other words each time.
bool says_a_slot(const Line& line) {
  return std::any_of(line.pieces.begin(), line.pieces.end(),
                     [](const Piece& piece) { return piece.kind != Piece::Kind::literal; });
}

bool has_one_wording(const Speech& speech) {
  return speech.plain.size() == 1 && speech.conditional.empty() && speech.additions.empty() &&
         !says_a_slot(speech.plain.front());
}

}  // namespace

void prove_variants(const Model& model, Report& report) {
  for (uint32_t flow = 0; flow < model.size(); ++flow) {
    const Rounds rounds(model, flow);
    for (Address at = 0; at < model.flow(flow).code.size(); ++at) {
      const Step& step = model.step({flow, at});
      const auto* say = std::get_if<Say>(&step);
      const auto* ask = std::get_if<Ask>(&step);
      if ((say == nullptr && ask == nullptr) || !rounds.comes_again(at)) continue;
      if (!has_one_wording(say != nullptr ? say->speech : ask->speech)) continue;
      report.add("K109", model.source(flow), model.span({flow, at}),
                 "a conversation can come to this line again, and hears the same words",
                 "an `or:` with other words");
    }
  }
}

}  // namespace keel
