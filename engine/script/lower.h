#pragma once
// lower: one flow's syntax to its instructions. Names are looked up on the way, and what does not
// exist is reported. Threads: pure over its arguments. Failure: diagnostics; the Flow is then
// incomplete and must not be run.
#include <map>
#include <set>
#include <string>

#include "dialog/program.h"
#include "script/names.h"
#include "script/promise.h"
#include "script/report.h"
#include "script/syntax_files.h"

namespace keel {

// A flow with what the checks need to know beside it: which instructions no writer wrote.
struct Lowered {
  Flow flow;
  std::vector<Span> spans;  // of each instruction, in the file
  std::vector<Promise> promises;
  std::vector<bool> generated;  // jumps and ends that stand for no line
};

// What every piece of the lowering looks into. Not for other folders.
struct FlowScope {
  const FlowNode& node;
  const Names& names;
  const Slots& slots;  // of this flow
  Report& report;
  Lowered& out;
  std::set<std::string> reported;  // unknown names, each once

  void error(std::string_view code, Span span, std::string message, std::string hint = {}) const;
  // This flow's slot, or the person's, the engine's or a visitor's. Nothing, and a complaint,
  // otherwise.
  std::optional<SlotDeclaration> slot(const Words& name);
  const DefineNode* definition(std::string_view name) const;  // null: none
  bool has_flow(const Words& flow);                           // complains when there is none
};

Lowered lower_flow(const FlowNode& node, const Names& names, uint32_t file, Report& report);

// lower_head.cpp
void lower_head(FlowScope& scope);
// lower_handed.cpp: what the flow needs and gives, and what it and its places were called.
void lower_handed(FlowScope& scope);
void lower_moved(FlowScope& scope);  // once its places are known
// lower_promise.cpp
void lower_promises(FlowScope& scope);
// pieces.cpp
std::vector<Piece> pieces_of(FlowScope& scope, const Words& text);
// lower_condition.cpp
Condition lower_condition(FlowScope& scope, const ConditionNode& node);
void lower_definitions(FlowScope& scope);
// lower_value.cpp: unknown, and a complaint, when it does not fit the type.
Value stored_value(FlowScope& scope, const ValueNode& node, const SlotDeclaration& type);
Value value_of_reply(FlowScope& scope, const ReplyNode& reply, const SlotDeclaration& type);
// lower_speech.cpp
Line lower_line(FlowScope& scope, const Words& text, const std::optional<ConditionNode>& condition,
                std::string id);
Speech lower_speech(FlowScope& scope, const CoachNode& coach, const std::string& id);
ReplyMatcher lower_matcher(FlowScope& scope, const std::vector<ReplyNode>& replies,
                           const std::vector<Reply>& lowered);

}  // namespace keel
