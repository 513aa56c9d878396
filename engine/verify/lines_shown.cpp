// Whatever the safety rules find, help lines follow: from `high` on in the flow's first turn,
// before any question; at `ask` no later than with the answer to its question, unless that is a
// plain no.
#include "verify/claim.h"
#include "verify/conversation.h"
#include "verify/proofs.h"

namespace keel {
namespace {

bool is_plain_no(const Model& model, Spot spot, const Move& move) {
  const auto* ask = std::get_if<Ask>(&model.step(spot));
  if (ask == nullptr) return false;
  if (move.input == Input::reply) return ask->replies[move.choice].value.text == "no";
  return move.word == "no";
}

bool may_only_ask(const Flow& flow) {
  for (const SafetyStart& start : flow.start_safety) {
    if (start.level != SafetyLevel::ask) return false;
  }
  return true;
}

void prove_flow(const Model& model, uint32_t flow, Report& report) {
  const bool asks = may_only_ask(model.flow(flow));
  const auto no = [&model](Spot spot, const Move& move) { return is_plain_no(model, spot, move); };
  const Claim claim = asks ? no_help_lines_within(model, 2, no) : no_help_lines_within(model, 1);
  const Found found = find_breach(model, flow, claim, {});
  if (found.outcome == Outcome::none) return;
  const Words& id = model.node(flow).id;
  report.add("K106", model.source(flow), id.span,
             asks ? "the answer to a safety question may bring no help lines"
                  : "this safety flow may ask before it has shown help lines",
             "`show help lines for ...` on every way", conversation_of(model, found.way));
}

}  // namespace

void prove_help_lines(const Model& model, Report& report) {
  for (uint32_t flow = 0; flow < model.size(); ++flow) {
    if (model.flow(flow).is_safety()) prove_flow(model, flow, report);
  }
}

}  // namespace keel
