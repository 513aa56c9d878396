// What a flow forgets stands in no record: no line says it, no card shows it, and nothing is
// computed from it into a slot that stays. (A copy that the writer makes with `set` is meant.)
#include <algorithm>

#include "script/check.h"

namespace keel {
namespace {

class SecretCheck {
 public:
  SecretCheck(const Lowered& lowered, const FlowNode& node, Report& report)
      : lowered_(lowered), node_(node), report_(report) {}

  void check() {
    if (lowered_.flow.forget.empty()) return;
    if (lowered_.flow.returning && said(*lowered_.flow.returning))
      complain(node_.returning.span, *said(*lowered_.flow.returning), "said");
    for (at_ = 0; at_ < lowered_.flow.code.size(); ++at_) {
      std::visit([this](const auto& step) { one(step); }, lowered_.flow.code[at_].step);
    }
  }

 private:
  bool secret(const std::string& slot) const {
    const auto& forget = lowered_.flow.forget;
    return std::find(forget.begin(), forget.end(), slot) != forget.end();
  }

  // The secret that the line says; null: none.
  const std::string* said(const Line& line) const {
    for (const Piece& piece : line.pieces) {
      if (piece.kind == Piece::Kind::slot && secret(piece.text)) return &piece.text;
    }
    return nullptr;
  }

  void lines(const std::vector<Line>& all) {
    for (const Line& line : all) {
      if (const std::string* slot = said(line)) return complain(lowered_.spans[at_], *slot, "said");
    }
  }

  void one(const Say& step) { speech(step.speech); }
  void one(const Ask& step) {
    speech(step.speech);
    lines(step.again);
    lines(step.why);
    if (step.type.type == AnswerType::marks && secret(step.slot))
      complain(lowered_.spans[at_], step.slot, "shown");
  }
  void one(const Show& step) {
    if (step.what == Show::What::list && secret(step.argument))
      complain(lowered_.spans[at_], step.argument, "shown");
  }
  void one(const Note& step) {
    if (secret(step.slot) && !secret(step.list))
      complain(lowered_.spans[at_], step.slot, "noted in a list that stays");
  }
  void one(const Use& step) {
    for (const std::string& slot : step.slots) {
      if (secret(slot) && !secret(step.into))
        complain(lowered_.spans[at_], slot, "used for a result that stays");
    }
  }
  template <class Other>
  void one(const Other& /*step*/) {}

  void speech(const Speech& speech) {
    lines(speech.plain);
    lines(speech.conditional);
    lines(speech.additions);
  }

  void complain(Span span, const std::string& slot, const std::string& what) {
    report_.add("K087", *node_.source, span, quoted(slot) + " is forgotten, and here it is " + what,
                "what the coach says and shows stays in the record of the talk");
  }

  const Lowered& lowered_;
  const FlowNode& node_;
  Report& report_;
  Address at_ = 0;
};

}  // namespace

void check_secrets(const Lowered& lowered, const FlowNode& node, Report& report) {
  SecretCheck(lowered, node, report).check();
}

}  // namespace keel
