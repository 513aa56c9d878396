// Promises: their flows, slots and conditions looked up.
#include "script/lower.h"

namespace keel {
namespace {

bool names_exist(FlowScope& scope, const PromiseNode& node) {
  switch (node.kind) {
    case PromiseKind::go:
    case PromiseKind::reach:
      return scope.has_flow(node.target);
    case PromiseKind::ask:
      return scope.slot(node.target).has_value();
    default:
      return true;
  }
}

}  // namespace

void lower_promises(FlowScope& scope) {
  for (const PromiseNode& node : scope.node.promises) {
    if (!names_exist(scope, node)) continue;
    Promise promise;
    promise.kind = node.kind;
    promise.target = node.target.text;
    if (node.condition) promise.condition = lower_condition(scope, *node.condition);
    promise.turns = node.turns;
    promise.condition_written = node.condition_written.text;
    promise.written = node.written.text;
    promise.span = node.written.span;
    scope.out.promises.push_back(std::move(promise));
  }
}

}  // namespace keel
