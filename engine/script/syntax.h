#pragma once
// Syntax: a script as it was written, statement by statement, with the place of each word. Plain
// structs; the parser makes them and `lower` reads them. Names are not looked up yet. Threads:
// plain values.
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dialog/condition.h"
#include "dialog/program.h"
#include "script/tokens.h"

namespace keel {

// The right side of a comparison, or what is stored.
struct ValueNode {
  enum class Kind : uint8_t { none, word, text, number, duration };
  Kind kind = Kind::none;
  Words words;
  int64_t number = 0;  // of number; milliseconds of duration
};

struct ConditionNode {
  ConditionOp op = ConditionOp::compare;
  SubjectKind subject = SubjectKind::slot;  // `slot` may turn out to be a definition
  Words name;
  Compare compare = Compare::holds;
  bool negated = false;
  ValueNode value;
  Span span;
  std::vector<ConditionNode> parts;
};

struct TypeNode {
  AnswerType type = AnswerType::none;  // none: it could not be read
  int64_t min = 0;
  int64_t max = 0;
};

struct Statement;
struct Block {
  std::vector<Statement> statements;
  bool lost_statement = false;  // what stood last in it could not be understood
};

struct LineNode {
  enum class Kind : uint8_t { plain, or_if, and_if };
  Kind kind = Kind::plain;
  Words text;
  std::optional<ConditionNode> condition;
};

struct ReplyNode {
  Words label;
  std::optional<ValueNode> as;
  std::vector<Words> like;
  std::vector<Words> only_like;
  Block body;
  Span span;
};

struct AskNode {
  Words slot;
  TypeNode type;
  Span type_span;
  bool unless_known = false;
  Span span;
};

struct CoachNode {
  std::vector<LineNode> lines;  // the first is the `Coach:` line
  std::optional<AskNode> ask;
  std::vector<Words> again;
  std::vector<Words> why;
  std::vector<ReplyNode> replies;
  std::optional<Block> any_other;
  std::optional<Block> skipped;
  std::vector<Words> offers;
  bool offers_guesses = false;
  bool is_question() const;
};

struct IfNode {
  struct Arm {
    std::optional<ConditionNode> condition;  // none: `otherwise`
    Block body;
    Span span;
  };
  std::vector<Arm> arms;
};

struct SetNode {
  Words slot;
  ValueNode value;
};
struct AddNode {
  Words slot;
  int64_t number = 0;
};
struct NoteNode {
  Words slot;
  Words list;
};
struct ClearNode {
  Words list;
};
struct PartNode {
  Words id;
};
struct GoNode {
  Words target;
};
struct VisitNode {
  Words flow;
};
struct EndNode {
  bool ask_before = false;
};
struct WaitNode {
  Words slot;  // empty: `duration`
  Duration duration = 0;
  std::vector<ReplyNode> replies;
};
struct FollowUpNode {
  FollowUp::When when = FollowUp::When::tomorrow_evening;
  Duration after = 0;
  Words slot;
  Words part;
};
struct ShowNode {
  Show::What what = Show::What::help_lines;
  Words argument;
};
struct UseNode {
  Words ability;
  std::vector<Words> slots;
  Words into;
};
struct DoNode {
  Do::Action action = Do::Action::back;
};

struct Statement {
  Span span;
  std::variant<CoachNode, IfNode, SetNode, AddNode, NoteNode, ClearNode, PartNode, GoNode,
               VisitNode, EndNode, WaitNode, FollowUpNode, ShowNode, UseNode, DoNode>
      step;
};

}  // namespace keel
