#pragma once
// walk: every statement of a block and of the blocks inside it, in the order of the file.
//
//   for_each_statement(flow.body, [&](const Statement& statement) { ... });
//
// Threads: as the function given.
#include "script/syntax.h"

namespace keel {

template <class Visit>
void for_each_statement(const Block& block, const Visit& visit);

template <class Visit>
void for_each_inside(const Statement& statement, const Visit& visit) {
  const auto replies = [&](const std::vector<ReplyNode>& all) {
    for (const ReplyNode& reply : all) for_each_statement(reply.body, visit);
  };
  if (const auto* coach = std::get_if<CoachNode>(&statement.step)) {
    replies(coach->replies);
    if (coach->any_other) for_each_statement(*coach->any_other, visit);
    if (coach->skipped) for_each_statement(*coach->skipped, visit);
  } else if (const auto* wait = std::get_if<WaitNode>(&statement.step)) {
    replies(wait->replies);
  } else if (const auto* branch = std::get_if<IfNode>(&statement.step)) {
    for (const IfNode::Arm& arm : branch->arms) for_each_statement(arm.body, visit);
  }
}

template <class Visit>
void for_each_statement(const Block& block, const Visit& visit) {
  for (const Statement& statement : block.statements) {
    visit(statement);
    for_each_inside(statement, visit);
  }
}

}  // namespace keel
