// Conditions: what stands after `if`, `or if`, `and if`, `define` and `while`.
#include <array>

#include "script/parse_parts.h"

namespace keel {
namespace {

class ConditionParser {
 public:
  ConditionParser(const Context& context, Tokens& tokens) : context_(context), tokens_(tokens) {}

  std::optional<ConditionNode> joined() {
    std::optional<ConditionNode> first = single();
    if (!first || !(tokens_.sees("and") || tokens_.sees("or"))) return first;
    ConditionNode node;
    const bool all = tokens_.sees("and");
    node.op = all ? ConditionOp::all_of : ConditionOp::any_of;
    node.span = first->span;
    node.parts.push_back(std::move(*first));
    while (tokens_.sees("and") || tokens_.sees("or")) {
      const Words joiner = tokens_.next();
      if ((joiner.text == "and") != all) {
        context_.error("K042", joiner.span, "`and` and `or` stand side by side",
                       "put brackets around what belongs together");
        return std::nullopt;
      }
      std::optional<ConditionNode> part = single();
      if (!part) return std::nullopt;
      node.span.end = part->span.end;
      node.parts.push_back(std::move(*part));
    }
    return node;
  }

 private:
  std::optional<ConditionNode> single() {
    if (tokens_.take("(")) {
      if (++brackets_ > brackets_max) return fail("too many brackets stand inside each other");
      std::optional<ConditionNode> inner = joined();
      --brackets_;
      if (!inner) return std::nullopt;
      if (tokens_.take(")")) return inner;
      return fail("a closing bracket is missing");
    }
    ConditionNode node;
    node.span = tokens_.peek().span;
    if (!subject(node)) return std::nullopt;
    if (!tokens_.done()) node.span.end = tokens_.peek().span.begin;
    if (tokens_.done()) node.span.end = tokens_.all().end;
    node.span = words_in(context_.source, node.span).span;
    return node;
  }

  bool subject(ConditionNode& node) {
    if (tokens_.take("visited")) return visited(node);
    if (tokens_.take("waited over")) return waited(node);
    if (tokens_.take("last")) return named(node, SubjectKind::last) && comparison(node);
    if (tokens_.take("days since")) return named(node, SubjectKind::days_since) && comparison(node);
    if (tokens_.take("count of")) return named(node, SubjectKind::count_of) && comparison(node);
    if (tokens_.take("heard")) return named(node, SubjectKind::heard) && comparison(node);
    if (!named(node, SubjectKind::slot)) return false;
    if (tokens_.take("has")) {
      node.subject = SubjectKind::has_kind;
      node.negated = tokens_.take("no");
      return value(node);
    }
    if (tokens_.take("was corrected")) {
      node.subject = SubjectKind::corrected;
      return true;
    }
    if (at_end()) return true;  // a definition, looked up later
    return comparison(node);
  }

  bool at_end() const {
    return tokens_.done() || tokens_.sees("and") || tokens_.sees("or") || tokens_.sees(")") ||
           tokens_.sees(",") || tokens_.sees("at the end");
  }

  bool named(ConditionNode& node, SubjectKind subject) {
    node.subject = subject;
    node.name = tokens_.next();
    if (is_slot_name(node.name.text)) return true;
    if (node.name.empty()) return fail_at(node.name.span, "the condition ends too early");
    return fail_at(node.name.span, quoted(node.name.text) + " is not the name of a slot");
  }

  bool comparison(ConditionNode& node) {
    if (tokens_.take("is")) {
      const bool negated = tokens_.take("not");
      if (tokens_.take("known")) return known(node, !negated);
      if (tokens_.take("unknown")) return known(node, negated);
      node.compare = negated ? Compare::is_not : Compare::is;
      return value(node);
    }
    static constexpr std::array<std::pair<std::string_view, Compare>, 5> signs{
        {{"<", Compare::less},
         {"<=", Compare::at_most},
         {"=", Compare::equal},
         {">=", Compare::at_least},
         {">", Compare::more}}};
    for (const auto& [sign, compare] : signs) {
      if (tokens_.take(sign)) {
        node.compare = compare;
        return value(node);
      }
    }
    return fail_at(tokens_.peek().span, "no comparison after " + quoted(node.name.text));
  }

  static bool known(ConditionNode& node, bool is_known) {
    node.compare = is_known ? Compare::known : Compare::unknown;
    return true;
  }

  bool value(ConditionNode& node) {
    std::optional<ValueNode> value = take_value(context_, tokens_);
    if (!value) return false;
    node.value = std::move(*value);
    return true;
  }

  bool visited(ConditionNode& node) {
    node.subject = SubjectKind::visited;
    if (!tokens_.sees("today") && !tokens_.sees("this week")) {
      node.name = take_id(context_, tokens_, "flow");
      if (node.name.empty()) return false;
    }
    const Span span = tokens_.peek().span;
    if (tokens_.take("today")) {
      node.value.words = {"today", span};
      return true;
    }
    if (tokens_.take("this week")) {
      node.value.words = {"this-week", span};
      return true;
    }
    return fail_at(span, "`visited` ends with `today` or `this week`");
  }

  bool waited(ConditionNode& node) {
    node.subject = SubjectKind::waited_over;
    node.compare = Compare::more;
    const Span span = tokens_.peek().span;
    const std::optional<Duration> duration = take_duration(tokens_);
    if (!duration || !tokens_.take("longer")) {
      return fail_at(span, "`waited over` goes on with a duration and `longer`");
    }
    node.value.kind = ValueNode::Kind::duration;
    node.value.number = *duration;
    return true;
  }

  bool fail_at(Span span, std::string message) {
    context_.error("K041", span, std::move(message),
                   "such as: if SLOT is VALUE, if SLOT >= 7, if SLOT is known");
    return false;
  }
  std::optional<ConditionNode> fail(std::string message) {
    fail_at(tokens_.peek().span, std::move(message));
    return std::nullopt;
  }

  static constexpr int brackets_max = 32;

  const Context& context_;
  Tokens& tokens_;
  int brackets_ = 0;
};

}  // namespace

std::optional<ConditionNode> take_condition(const Context& context, Tokens& tokens) {
  return ConditionParser(context, tokens).joined();
}

std::vector<ConditionNode> take_condition_list(const Context& context, Tokens& tokens) {
  std::vector<ConditionNode> list;
  do {
    std::optional<ConditionNode> one = take_condition(context, tokens);
    if (!one) return {};
    list.push_back(std::move(*one));
  } while (tokens.take(","));
  return list;
}

}  // namespace keel
