// Promises: `never:` and `always:` in the head of a flow. Each has one of a few forms, since only
// those can be proved.
#include "script/parse_parts.h"

namespace keel {
namespace {

constexpr std::string_view forms_of_never =
    "never: go to FLOW while COND, reach FLOW while COND, ask SLOT while COND, say \"WORDS\"";
constexpr std::string_view forms_of_always =
    "always: help lines within 1 turn, end within 9 turns, COND at the end";

void refuse(const Context& context, Span span, std::string_view forms) {
  context.error("K020", span, "this promise is not one that can be proved", std::string(forms));
}

bool take_promised_condition(const Context& context, Tokens& tokens, PromiseNode& promise) {
  const Span start = tokens.rest();
  promise.condition = take_condition(context, tokens);
  if (!promise.condition) return false;
  const uint32_t end = tokens.done() ? tokens.all().end : tokens.peek().span.begin;
  promise.condition_written = words_in(context.source, {start.begin, end});
  return true;
}

// "WORDS", at least one of them.
bool take_said(const Context& context, Tokens& tokens, PromiseNode& promise) {
  promise.target = tokens.next();
  std::string& text = promise.target.text;
  if (text.size() < 3 || text.front() != '"' || text.back() != '"') {
    context.error("K020", promise.target.span, "`never: say` needs words in quotes",
                  "never: say \"I promise\"");
    return false;
  }
  text = text.substr(1, text.size() - 2);
  return true;
}

bool take_never(const Context& context, Tokens& tokens, PromiseNode& promise) {
  if (tokens.take("go to")) {
    promise.kind = PromiseKind::go;
    promise.target = take_id(context, tokens, "flow");
  } else if (tokens.take("reach")) {
    promise.kind = PromiseKind::reach;
    promise.target = take_id(context, tokens, "flow");
  } else if (tokens.take("ask")) {
    promise.kind = PromiseKind::ask;
    promise.target = take_name(context, tokens, "slot");
  } else if (tokens.take("say")) {
    promise.kind = PromiseKind::say;
    if (!take_said(context, tokens, promise)) return false;
    if (tokens.done()) return true;
  } else {
    refuse(context, tokens.rest(), forms_of_never);
    return false;
  }
  if (promise.target.empty()) return false;
  if (!tokens.take("while")) {
    context.error("K020", tokens.rest(), "`while` is missing", "never: go to FLOW while COND");
    return false;
  }
  return take_promised_condition(context, tokens, promise);
}

bool take_turns(const Context& context, Tokens& tokens, PromiseNode& promise) {
  const std::optional<int64_t> turns = number_in(tokens.next().text);
  if (turns && *turns > 0 && (tokens.take("turn") || tokens.take("turns"))) {
    promise.turns = *turns;
    return true;
  }
  refuse(context, tokens.all(), forms_of_always);
  return false;
}

bool take_always(const Context& context, Tokens& tokens, PromiseNode& promise) {
  if (tokens.take("help lines within")) {
    promise.kind = PromiseKind::help_lines;
    return take_turns(context, tokens, promise);
  }
  if (tokens.take("end within")) {
    promise.kind = PromiseKind::ends;
    return take_turns(context, tokens, promise);
  }
  promise.kind = PromiseKind::at_end;
  // A line of another form is told as such, not as half a condition.
  if (!context.source.slice(tokens.all()).ends_with(" at the end")) {
    refuse(context, tokens.all(), forms_of_always);
    return false;
  }
  if (!take_promised_condition(context, tokens, promise)) return false;
  return tokens.take("at the end");
}

}  // namespace

void parse_never(const Context& context, Tokens& tokens, FlowNode& flow) {
  PromiseNode promise;
  promise.written = words_in(context.source, tokens.all());
  if (!take_never(context, tokens, promise)) return;
  expect_done(context, tokens);
  flow.promises.push_back(std::move(promise));
}

void parse_always(const Context& context, Tokens& tokens, FlowNode& flow) {
  PromiseNode promise;
  promise.written = words_in(context.source, tokens.all());
  if (!take_always(context, tokens, promise)) return;
  expect_done(context, tokens);
  flow.promises.push_back(std::move(promise));
}

}  // namespace keel
