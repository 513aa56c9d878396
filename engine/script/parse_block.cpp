// Statements, one after the other, and the file as a whole.
#include <array>

#include "script/did_you_mean.h"
#include "script/lost_words.h"
#include "script/opening.h"
#include "script/parse.h"
#include "script/parse_parts.h"

namespace keel {
namespace {

using Parsed = std::optional<Statement>;
using ParseTokens = Parsed (*)(const Context&, const RawLine&, Tokens&);

Parsed finished(const Context& context, const RawLine& line, const Tokens& tokens,
                Statement statement) {
  refuse_children(context, line);
  expect_done(context, tokens);
  return statement;
}

Parsed parse_set(const Context& context, const RawLine& line, Tokens& tokens) {
  SetNode set;
  set.slot = take_name(context, tokens, "slot");
  if (!tokens.take("to")) {
    context.error("K036", tokens.peek().span, "`set` does not say to what", "set SLOT to VALUE");
    return std::nullopt;
  }
  std::optional<ValueNode> value = take_value(context, tokens);
  if (!value || set.slot.empty()) return std::nullopt;
  set.value = std::move(*value);
  return finished(context, line, tokens, {line.span, std::move(set)});
}

Parsed parse_add(const Context& context, const RawLine& line, Tokens& tokens) {
  const Words number = tokens.next();
  const std::optional<int64_t> value = number_in(number.text);
  if (!value || !tokens.take("to")) {
    context.error("K036", number.span, "`add` takes a number and a slot", "add 1 to SLOT");
    return std::nullopt;
  }
  AddNode add{take_name(context, tokens, "slot"), *value};
  return finished(context, line, tokens, {line.span, std::move(add)});
}

Parsed parse_note(const Context& context, const RawLine& line, Tokens& tokens) {
  NoteNode note;
  note.slot = take_name(context, tokens, "slot");
  if (!tokens.take("in")) {
    context.error("K036", tokens.peek().span, "`note` does not say in which list",
                  "note SLOT in LIST");
    return std::nullopt;
  }
  note.list = take_name(context, tokens, "list");
  return finished(context, line, tokens, {line.span, std::move(note)});
}

Parsed parse_clear(const Context& context, const RawLine& line, Tokens& tokens) {
  ClearNode clear{take_name(context, tokens, "list")};
  return finished(context, line, tokens, {line.span, std::move(clear)});
}

Parsed parse_go(const Context& context, const RawLine& line, Tokens& tokens) {
  GoNode go{take_id(context, tokens, "part or flow")};
  return finished(context, line, tokens, {line.span, std::move(go)});
}

Parsed parse_visit(const Context& context, const RawLine& line, Tokens& tokens) {
  VisitNode visit{take_id(context, tokens, "flow")};
  return finished(context, line, tokens, {line.span, std::move(visit)});
}

Parsed parse_part(const Context& context, const RawLine& line, Tokens& tokens) {
  PartNode part{take_id(context, tokens, "part")};
  return finished(context, line, tokens, {line.span, std::move(part)});
}

Parsed parse_end(const Context& context, const RawLine& line, Tokens& tokens) {
  EndNode end{tokens.take("and ask before going back")};
  return finished(context, line, tokens, {line.span, end});
}

Parsed parse_wait(const Context& context, const RawLine& line, Tokens& tokens) {
  WaitNode wait;
  if (const std::optional<Duration> duration = take_duration(tokens)) {
    wait.duration = *duration;
  } else {
    wait.slot = take_name(context, tokens, "duration or slot");
  }
  expect_done(context, tokens);
  for (const RawLine& child : line.children) {
    if (opening_of(child.text) == Opening::reply) {
      wait.replies.push_back(parse_reply(context, child));
    } else if (!child.misplaced) {
      context.error("K006", child.span, "only replies stand under `wait`",
                    "what follows the wait stands 2 spaces to the left");
    }
  }
  return Statement{line.span, std::move(wait)};
}

Parsed parse_follow_up(const Context& context, const RawLine& line, Tokens& tokens) {
  FollowUpNode follow;
  if (tokens.take("tomorrow morning")) {
    follow.when = FollowUp::When::tomorrow_morning;
  } else if (tokens.take("tomorrow evening")) {
    follow.when = FollowUp::When::tomorrow_evening;
  } else if (tokens.take("in")) {
    follow.when = FollowUp::When::after;
    const Span span = tokens.peek().span;
    follow.after = take_duration(tokens).value_or(0);
    if (follow.after == 0) {
      context.error("K037", span, "`in` takes a duration", "follow up in 3 days with PART");
      return std::nullopt;
    }
  } else {
    follow.when = FollowUp::When::at_slot;
    follow.slot = take_name(context, tokens, "time or slot");
  }
  if (!tokens.take("with")) {
    context.error("K037", tokens.peek().span, "`follow up` does not say with which part",
                  "follow up tomorrow evening with PART");
    return std::nullopt;
  }
  follow.part = take_id(context, tokens, "part");
  return finished(context, line, tokens, {line.span, std::move(follow)});
}

Parsed parse_show(const Context& context, const RawLine& line, Tokens& tokens) {
  ShowNode show;
  if (tokens.take("help lines for")) {
    show.what = Show::What::help_lines;
    show.argument = take_id(context, tokens, "need");
  } else if (tokens.take("list")) {
    show.what = Show::What::list;
    show.argument = take_name(context, tokens, "list");
  } else if (tokens.take("breathing")) {
    show.what = Show::What::breathing;
  } else if (tokens.take("quick exit")) {
    show.what = Show::What::quick_exit;
  } else if (tokens.take("export")) {
    show.what = Show::What::export_data;
  } else if (tokens.take("what is known")) {
    show.what = Show::What::known;
  } else {
    context.error("K038", tokens.rest(), "nothing to show by this name",
                  "help lines for NEED, list LIST, breathing, quick exit, export, what is known");
    return std::nullopt;
  }
  return finished(context, line, tokens, {line.span, std::move(show)});
}

Parsed parse_use(const Context& context, const RawLine& line, Tokens& tokens) {
  UseNode use;
  use.ability = take_id(context, tokens, "ability");
  if (!tokens.take("on")) {
    context.error("K039", tokens.peek().span, "`use` does not say on what",
                  "use ABILITY on SLOT into RESULT");
    return std::nullopt;
  }
  use.slots = take_names(context, tokens, "slot");
  if (!tokens.take("into")) {
    context.error("K039", tokens.peek().span, "`use` does not say into what",
                  "use ABILITY on SLOT into RESULT");
    return std::nullopt;
  }
  use.into = take_name(context, tokens, "slot");
  return finished(context, line, tokens, {line.span, std::move(use)});
}

struct ActionName {
  std::string_view words;
  Do::Action action;
};

constexpr std::array<ActionName, 13> action_names{
    {{"back", Do::Action::back},
     {"skip", Do::Action::skip},
     {"repeat", Do::Action::repeat},
     {"rephrase", Do::Action::rephrase},
     {"why", Do::Action::why},
     {"restart", Do::Action::restart},
     {"park", Do::Action::park},
     {"stop", Do::Action::stop},
     {"correct", Do::Action::correct},
     {"misread", Do::Action::misread},
     {"erase last", Do::Action::erase_last},
     {"erase everything", Do::Action::erase_everything},
     {"resume", Do::Action::resume}}};

Parsed parse_do(const Context& context, const RawLine& line, Tokens& tokens) {
  for (const ActionName& name : action_names) {
    if (tokens.take(name.words)) {
      return finished(context, line, tokens, {line.span, DoNode{name.action}});
    }
  }
  std::vector<std::string> names;
  for (const ActionName& name : action_names) names.emplace_back(name.words);
  const Words wrong = words_in(context.source, tokens.rest());
  context.error("K040", wrong.span, "nothing to do by the name " + quoted(wrong.text),
                nearest_or_all(wrong.text, names));
  return std::nullopt;
}

struct StatementParser {
  std::string_view words;
  ParseTokens parse;
};

constexpr std::array<StatementParser, 13> parsers{{{"set", parse_set},
                                                   {"add", parse_add},
                                                   {"note", parse_note},
                                                   {"clear", parse_clear},
                                                   {"go to", parse_go},
                                                   {"visit", parse_visit},
                                                   {"part", parse_part},
                                                   {"end", parse_end},
                                                   {"wait", parse_wait},
                                                   {"follow up", parse_follow_up},
                                                   {"show", parse_show},
                                                   {"use", parse_use},
                                                   {"do", parse_do}}};

std::string_view place_of(Opening opening) {
  switch (opening) {
    case Opening::line:
    case Opening::ask:
    case Opening::offer:
      return "under `Coach:`";
    case Opening::why:
      return "in the head or under the question";
    case Opening::reply:
      return "under the question or under `wait`";
    case Opening::as:
    case Opening::like:
      return "directly under a reply";
    default:
      return "under the question";
  }
}

void parse_arm(const Context& context, const RawLine& line, size_t condition_at, Block& block) {
  IfNode::Arm arm;
  arm.span = line.span;
  const Opening opening = opening_of(line.text);
  if (condition_at > 0) {
    Tokens tokens(context.source,
                  {static_cast<uint32_t>(line.span.begin + condition_at), line.span.end});
    arm.condition = take_condition(context, tokens);
    if (arm.condition) expect_done(context, tokens);
    // A condition that could not be read still has its arm, so that `otherwise` has its `if`.
    if (!arm.condition) arm.condition.emplace().op = ConditionOp::all_of;
  }
  if (line.children.empty() && !line.misplaced) {
    context.error("K008", line.span, "nothing stands under " + quoted(line.text),
                  "what is to happen stands 2 spaces deeper");
  }
  arm.body = parse_block(context, line.children, false);
  if (opening == Opening::branch) {
    IfNode node;
    node.arms.push_back(std::move(arm));
    block.statements.push_back({line.span, std::move(node)});
    block.lost_statement = false;
    return;
  }
  IfNode* last =
      block.statements.empty() ? nullptr : std::get_if<IfNode>(&block.statements.back().step);
  if (last == nullptr || !last->arms.back().condition) {
    if (!line.misplaced && !block.lost_statement) {
      context.error("K009", line.span, "no `if` stands before this `otherwise`",
                    "it follows the `if` directly, at the same depth");
    }
    return;
  }
  last->arms.push_back(std::move(arm));
}

bool parse_if(const Context& context, const RawLine& line, Block& block) {
  size_t after = 0;
  const Opening opening = opening_of(line.text);
  if (opening != Opening::branch && opening != Opening::otherwise) return false;
  if (line.text != "otherwise" && !opens_with(line.text, "otherwise if", &after))
    opens_with(line.text, "if", &after);
  parse_arm(context, line, after, block);
  return true;
}

// The slots of all questions, also of those that stand where none can: that mistake is told once,
// and the slot's name is right all the same.
void find_lost_asks(const Context& context, const std::vector<RawLine>& lines, FlowNode& flow) {
  for (const RawLine& line : lines) {
    if (opening_of(line.text) == Opening::ask) {
      Tokens tokens(context.source, line.span);
      tokens.take("ask");
      Words slot = tokens.next();
      if (is_slot_name(slot.text)) flow.lost_asks.push_back(std::move(slot));
    }
    find_lost_asks(context, line.children, flow);
  }
}

void parse_statement(const Context& context, const RawLine& line, bool top_level, Block& block) {
  if (line.text.starts_with("Coach:")) {
    block.statements.push_back(parse_coach(context, line));
    block.lost_statement = false;
    return;
  }
  if (parse_if(context, line, block)) return;
  Tokens tokens(context.source, line.span);
  for (const StatementParser& parser : parsers) {
    if (!tokens.take(parser.words)) continue;
    if (parser.words == "part" && !top_level) {
      if (!line.misplaced) {
        context.error("K006", line.span, "a part begins at the left edge",
                      "parts do not stand inside anything");
      }
      return;
    }
    Parsed statement = parser.parse(context, line, tokens);
    block.lost_statement = !statement;
    if (statement) block.statements.push_back(std::move(*statement));
    return;
  }
  block.lost_statement = true;
  refuse_statement(context, line, false);
}

// What is written so elsewhere.
std::string hint_of_other_habits(std::string_view line) {
  if (line.starts_with("else") || line.starts_with("elif")) return "did you mean \"otherwise\"?";
  const bool bullet = line.starts_with("*") || line.starts_with("-") || line.starts_with("\u2022");
  if (bullet) return "a reply begins with \"* \", a star and a space";
  return "what the coach says begins with \"Coach:\"";
}

}  // namespace

void refuse_statement(const Context& context, const RawLine& line, bool under_coach) {
  if (line.misplaced) return;
  const Opening opening = opening_of(line.text);
  if (opening == Opening::unknown || opening == Opening::head) {
    std::vector<std::string> known;
    for (const std::string_view words : line_words()) known.emplace_back(words);
    for (const std::string_view words : statement_words()) known.emplace_back(words);
    const Nearest near = nearest_beginning(line.text, known);
    if (near.name.empty()) {
      return context.error("K004", line.span, "no statement begins like this",
                           hint_of_other_habits(line.text));
    }
    const auto end = static_cast<uint32_t>(line.span.begin + near.length);
    return context.error("K004", {line.span.begin, end}, "no statement begins like this",
                         "did you mean " + quoted(near.name) + "?");
  }
  if (under_coach && may_stand_under(opening, Opening::branch)) {
    return context.error("K006", line.span, "this does not stand under `Coach:`",
                         "a statement of its own stands 2 spaces to the left");
  }
  context.error("K006", line.span, "this line belongs " + std::string(place_of(opening)),
                "children stand 2 spaces deeper than their parent");
}

void refuse_children(const Context& context, const RawLine& line) {
  if (line.children.empty() || line.children.front().misplaced) return;
  context.error("K005", line.children.front().span, "nothing stands under " + quoted(line.text),
                "move it 2 spaces to the left");
}

Words after_colon(const Context& context, const RawLine& line) {
  const size_t colon = line.text.find(':');
  if (colon == std::string_view::npos) return {{}, {line.span.end, line.span.end}};
  return words_in(context.source,
                  {static_cast<uint32_t>(line.span.begin + colon + 1), line.span.end});
}

Block parse_block(const Context& context, const std::vector<RawLine>& lines, bool top_level) {
  Block block;
  for (const RawLine& line : lines) parse_statement(context, line, top_level, block);
  return block;
}

FlowNode parse_flow(const Source& source, Report& report) {
  const size_t before = report.diagnostics().size();
  const std::vector<RawLine> lines = read_lines(source, report, Layout::flow);
  const Context context{source, report};
  FlowNode flow;
  flow.source = &source;
  flow.indentation_wrong = errors_since(report, before) > 0;
  size_t at = 0;
  if (!lines.empty() && opens_with(lines[0].text, "flow")) {
    Tokens tokens(source, lines[0].span);
    tokens.take("flow");
    flow.id = take_id(context, tokens, "flow");
    expect_done(context, tokens);
    refuse_children(context, lines[0]);
    at = 1;
  } else {
    const Span span = lines.empty() ? Span{0, 0} : lines[0].span;
    context.error("K010", span, "the file does not begin with its flow", "flow ID");
  }
  while (at < lines.size()) {
    if (is_head_line(lines[at].text)) {
      parse_head_line(context, lines[at], flow);
    } else if (!refuse_head_line(context, lines[at])) {
      break;
    }
    ++at;
  }
  std::vector<RawLine> body;
  for (; at < lines.size(); ++at) {
    if (is_head_line(lines[at].text) && !lines[at].misplaced) {
      context.error("K015", lines[at].span, "a line of the head after the first statement",
                    "move it up, under `flow`");
    } else {
      body.push_back(lines[at]);
    }
  }
  flow.body = parse_block(context, body, true);
  find_lost_asks(context, body, flow);
  flow.lost_words = words_of_wrong_lines(source, lines, report, before);
  flow.lost_slots = has_code_since(report, before, "K094");
  flow.has_mistakes = errors_since(report, before) > 0;
  return flow;
}

}  // namespace keel
