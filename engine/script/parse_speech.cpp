// `Coach:` and everything that stands under it.
#include <array>

#include "script/opening.h"
#include "script/parse_parts.h"

namespace keel {
namespace {

// "COND: TEXT" of an `or if` or `and if` line, from `at` on.
bool parse_conditional(const Context& context, const RawLine& line, size_t at, LineNode& node) {
  const std::string_view opening = line.text.substr(0, at);
  const size_t colon = colon_of_condition(line.text, at);
  if (colon == std::string_view::npos) {
    context.error("K007", line.span, "nothing is said on this line",
                  std::string(opening) + " COND: TEXT");
    return false;
  }
  const auto condition_end = static_cast<uint32_t>(line.span.begin + colon);
  Tokens tokens(context.source, {static_cast<uint32_t>(line.span.begin + at), condition_end});
  node.condition = take_condition(context, tokens);
  if (!node.condition) return false;
  expect_done(context, tokens);
  node.text = words_in(context.source, {condition_end + 1, line.span.end});
  if (node.text.empty())
    context.error("K007", line.span, "nothing is said on this line",
                  "the words stand on the same line");
  return !node.text.empty();
}

bool starts(const RawLine& line, std::string_view opening) {
  return opens_with(line.text, opening);
}

Words spoken(const Context& context, const RawLine& line) {
  Words words = after_colon(context, line);
  if (words.empty())
    context.error("K007", line.span, "nothing is said on this line",
                  "the words stand on the same line");
  return words;
}

void parse_line(const Context& context, const RawLine& line, CoachNode& coach) {
  refuse_children(context, line);
  LineNode node;
  size_t after = 0;
  if (opens_with(line.text, "or if", &after)) {
    node.kind = LineNode::Kind::or_if;
    if (!parse_conditional(context, line, after, node)) return;
  } else if (opens_with(line.text, "and if", &after)) {
    node.kind = LineNode::Kind::and_if;
    if (!parse_conditional(context, line, after, node)) return;
  } else {
    node.text = spoken(context, line);
  }
  if (!node.text.empty()) coach.lines.push_back(std::move(node));
}

void parse_ask(const Context& context, const RawLine& line, CoachNode& coach) {
  refuse_children(context, line);
  Tokens tokens(context.source, line.span);
  tokens.take("ask");
  AskNode ask;
  ask.span = line.span;
  ask.slot = take_name(context, tokens, "slot");
  if (!tokens.take(":")) {
    context.error("K030", tokens.peek().span, "`ask` does not say what kind of answer it takes",
                  "ask SLOT: TYPE");
  } else {
    ask.type_span = tokens.rest();
    ask.type = take_type(context, tokens);
    ask.unless_known = tokens.take("unless known");
    if (ask.type.type != AnswerType::none) expect_done(context, tokens);
  }
  if (coach.ask) {
    return context.error("K035", line.span, "one `Coach:` asks twice",
                         "one question at a time: a `Coach:` line of its own");
  }
  coach.ask = std::move(ask);
}

void parse_offer(const Context& context, const RawLine& line, CoachNode& coach) {
  refuse_children(context, line);
  Tokens tokens(context.source, line.span);
  tokens.take("offer");
  if (tokens.take("guesses")) {
    coach.offers_guesses = true;
  } else {
    for (Words& flow : take_ids(context, tokens, "flow")) coach.offers.push_back(std::move(flow));
  }
  expect_done(context, tokens);
}

void parse_once(const Context& context, const RawLine& line, std::optional<Block>& block) {
  if (block) {
    return context.error("K017", line.span, quoted(line.text) + " stands here twice",
                         "keep one of the two");
  }
  block = parse_block(context, line.children, false);
}

// Everything that may stand under `Coach:`; false: the line is something else.
bool parse_coach_child(const Context& context, const RawLine& line, CoachNode& coach) {
  switch (opening_of(line.text)) {
    case Opening::line:
      parse_line(context, line, coach);
      return true;
    case Opening::ask:
      parse_ask(context, line, coach);
      return true;
    case Opening::again:
    case Opening::why: {
      refuse_children(context, line);
      const Words words = spoken(context, line);
      if (!words.empty()) (starts(line, "again:") ? coach.again : coach.why).push_back(words);
      return true;
    }
    case Opening::reply:
      coach.replies.push_back(parse_reply(context, line));
      return true;
    case Opening::any_other:
      parse_once(context, line, coach.any_other);
      return true;
    case Opening::skipped:
      parse_once(context, line, coach.skipped);
      return true;
    case Opening::offer:
      parse_offer(context, line, coach);
      return true;
    default:
      return false;
  }
}

void parse_as(const Context& context, const RawLine& line, ReplyNode& reply) {
  Tokens tokens(context.source, line.span);
  tokens.take("as");
  std::optional<ValueNode> value = take_value(context, tokens);
  if (!value) return;
  expect_done(context, tokens);
  if (reply.as) context.error("K017", line.span, "`as` stands here twice", "keep one of the two");
  reply.as = std::move(value);
}

// What a reply stores has no place to go.
void refuse_as_without_ask(const Context& context, const CoachNode& coach) {
  if (coach.ask) return;
  for (const ReplyNode& reply : coach.replies) {
    if (!reply.as) continue;
    return context.error("K094", reply.as->words.span, "this question keeps no answer",
                         "an `ask` line is missing under `Coach:`, such as: ask SLOT: one of");
  }
}

}  // namespace

bool CoachNode::is_question() const {
  return ask || !again.empty() || !why.empty() || !replies.empty() || any_other || skipped ||
         !offers.empty() || offers_guesses;
}

ReplyNode parse_reply(const Context& context, const RawLine& line) {
  ReplyNode reply;
  reply.span = line.span;
  reply.label = words_in(context.source, {line.span.begin + 1, line.span.end});
  if (reply.label.empty()) context.error("K007", line.span, "a reply without a label", "* LABEL");
  std::vector<RawLine> body;
  for (const RawLine& child : line.children) {
    const bool like = starts(child, "like:");
    if (like || starts(child, "only like:")) {
      refuse_children(context, child);
      const Words words = spoken(context, child);
      if (!words.empty()) (like ? reply.like : reply.only_like).push_back(words);
    } else if (starts(child, "as")) {
      refuse_children(context, child);
      parse_as(context, child, reply);
    } else {
      body.push_back(child);
    }
  }
  reply.body = parse_block(context, body, false);
  return reply;
}

Statement parse_coach(const Context& context, const RawLine& line) {
  CoachNode coach;
  LineNode first;
  first.text = spoken(context, line);
  coach.lines.push_back(std::move(first));
  for (const RawLine& child : line.children) {
    if (!parse_coach_child(context, child, coach)) refuse_statement(context, child, true);
  }
  refuse_as_without_ask(context, coach);
  return {line.span, std::move(coach)};
}

}  // namespace keel
