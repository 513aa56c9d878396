#include "canonical/labels.h"

namespace keel::canonical {
namespace {

class Naming {
 public:
  explicit Naming(const Flow& flow) : flow_(flow), labels_(flow.code.size()) {}

  std::vector<std::string> run() {
    for (const auto& [part, address] : flow_.parts) {
      if (!part.empty()) name(address, part);
    }
    for (Address at = 0; at < flow_.code.size(); ++at) {
      enter_part(at);
      std::visit([this](const auto& step) { lead(step); }, flow_.code[at].step);
    }
    // What is left after an `if` with an `otherwise`: only jumps lead there.
    part_.clear();
    joins_ = 0;
    for (Address at = 0; at < flow_.code.size(); ++at) {
      enter_part(at);
      if (const Jump* jump = std::get_if<Jump>(&flow_.code[at].step)) join(jump->to);
    }
    return std::move(labels_);
  }

 private:
  void name(Address at, const std::string& label) {
    if (at < labels_.size() && labels_[at].empty()) labels_[at] = label;
  }

  void enter_part(Address at) {
    for (const auto& [part, address] : flow_.parts) {
      if (address != at || part.empty()) continue;
      part_ = part;
      branches_ = joins_ = 0;
    }
  }

  std::string numbered(const char* what, int& count) const {
    return (part_.empty() ? "start" : part_) + "/" + what + "-" + std::to_string(++count);
  }

  void lead(const std::string& id, const std::vector<Reply>& replies) {
    for (size_t i = 0; i < replies.size(); ++i) {
      name(replies[i].body, id + ":" + std::to_string(i + 1));
    }
  }

  void lead(const Ask& ask) {
    lead(ask.id, ask.replies);
    if (ask.any_other) name(*ask.any_other, ask.id + ":other");
    if (ask.skipped) name(*ask.skipped, ask.id + ":skipped");
    name(ask.next, ask.id + ":next");
  }
  void lead(const Wait& wait) {
    lead(wait.id, wait.replies);
    name(wait.next, wait.id + ":next");
  }
  void lead(const Branch& branch) { name(branch.otherwise, numbered("if", branches_) + ":else"); }
  template <class Step>
  void lead(const Step&) {}

  void join(Address to) {
    if (to < labels_.size() && labels_[to].empty()) labels_[to] = numbered("join", joins_);
  }

  const Flow& flow_;
  std::vector<std::string> labels_;
  std::string part_;
  int branches_ = 0;
  int joins_ = 0;
};

}  // namespace

std::vector<std::string> labels_of(const Flow& flow) {
  return Naming(flow).run();
}

}  // namespace keel::canonical
