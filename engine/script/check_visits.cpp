#include "script/check.h"
#include "script/walk.h"

namespace keel {
namespace {

bool are_alike(AnswerType a, AnswerType b) {
  const auto choice = [](AnswerType t) {
    return t == AnswerType::one_of || t == AnswerType::own_words;
  };
  const bool words = (choice(a) || takes_any_words(a)) && (choice(b) || takes_any_words(b));
  const bool told = a != AnswerType::none && b != AnswerType::none;
  return !told || a == b || words || (is_numeric(a) && is_numeric(b));
}

void check_visit(const FlowNode& node, const Words& visited, const Names& names, Report& report) {
  const auto from = names.flows.find(node.id.text);
  const auto to = names.flows.find(visited.text);
  if (from == names.flows.end() || to == names.flows.end()) return;
  for (const auto& [slot, type] : to->second) {
    const auto own = from->second.find(slot);
    if (own == from->second.end() || are_alike(own->second.type, type.type)) continue;
    report.add("K075", *node.source, visited.span,
               quoted(slot) + " is " + kind_of(own->second) + " here and " + kind_of(type) +
                   " in flow " + quoted(visited.text),
               "a visited flow begins with its visitor's values: give one of them another name");
  }
}

}  // namespace

void check_visits(const PackNodes& pack, const Names& names, Report& report) {
  for (const FlowNode& node : pack.flows) {
    for_each_statement(node.body, [&](const Statement& statement) {
      const auto* visit = std::get_if<VisitNode>(&statement.step);
      if (visit != nullptr) check_visit(node, visit->flow, names, report);
    });
  }
}

}  // namespace keel
