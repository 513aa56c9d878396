// Statements, one after the other, and the file as a whole.
#include <array>

#include "script/did_you_mean.h"
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
    if (child.text.starts_with("* ")) {
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

struct Opening {
  std::string_view words;
  ParseTokens parse;
};

constexpr std::array<Opening, 13> openings{{{"set", parse_set},
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

struct Belongs {
  std::string_view opening;
  std::string_view place;
};

constexpr std::array<Belongs, 12> belongings{{{"or:", "under `Coach:`"},
                                              {"or if ", "under `Coach:`"},
                                              {"and if ", "under `Coach:`"},
                                              {"ask ", "under `Coach:`"},
                                              {"again:", "under the question"},
                                              {"why:", "in the head or under the question"},
                                              {"* ", "under the question or under `wait`"},
                                              {"any other answer", "under the question"},
                                              {"if skipped", "under the question"},
                                              {"offer ", "under `Coach:`"},
                                              {"like:", "directly under a reply"},
                                              {"only like:", "directly under a reply"}}};

std::string_view words_of(std::string_view opening) {
  return opening.substr(0, opening.find(' '));
}

// A line that begins no statement: it belongs elsewhere, or it is misspelt, or it is prose.
void complain(const Context& context, const RawLine& line) {
  if (line.misplaced) return;
  for (const Belongs& known : belongings) {
    if (line.text.starts_with(known.opening)) {
      return context.error("K006", line.span, "this line belongs " + std::string(known.place),
                           "children stand 2 spaces deeper than their parent");
    }
  }
  if (line.text.starts_with("as ")) {
    return context.error("K006", line.span, "this line belongs directly under a reply",
                         "children stand 2 spaces deeper than their parent");
  }
  std::vector<std::string> known{"Coach:", "if", "otherwise"};
  for (const Opening& opening : openings) known.emplace_back(opening.words);
  for (const Belongs& belongs : belongings) known.emplace_back(words_of(belongs.opening));
  const std::string_view first = line.text.substr(0, line.text.find(' '));
  std::string hint = did_you_mean(first, known);
  if (hint.empty()) hint = "what the coach says begins with \"Coach:\"";
  context.error("K004", line.span, "no statement begins like this", std::move(hint));
}

void parse_arm(const Context& context, const RawLine& line, bool conditional,
               std::string_view opening, Block& block) {
  IfNode::Arm arm;
  arm.span = line.span;
  if (conditional) {
    Tokens tokens(context.source,
                  {static_cast<uint32_t>(line.span.begin + opening.size()), line.span.end});
    arm.condition = take_condition(context, tokens);
    if (arm.condition) expect_done(context, tokens);
    // A condition that could not be read still has its arm, so that `otherwise` has its `if`.
    if (!arm.condition) arm.condition.emplace().op = ConditionOp::all_of;
  }
  if (line.children.empty()) {
    context.error("K008", line.span, "nothing stands under " + quoted(line.text),
                  "what is to happen stands 2 spaces deeper");
  }
  arm.body = parse_block(context, line.children, false);
  if (opening.starts_with("if")) {
    IfNode node;
    node.arms.push_back(std::move(arm));
    block.statements.push_back({line.span, std::move(node)});
    return;
  }
  IfNode* last =
      block.statements.empty() ? nullptr : std::get_if<IfNode>(&block.statements.back().step);
  if (last == nullptr || !last->arms.back().condition) {
    if (!line.misplaced) {
      context.error("K009", line.span, "no `if` stands before this `otherwise`",
                    "it follows the `if` directly, at the same depth");
    }
    return;
  }
  last->arms.push_back(std::move(arm));
}

bool parse_if(const Context& context, const RawLine& line, Block& block) {
  if (line.text == "if skipped") return false;
  if (line.text.starts_with("if ") || line.text == "if") {
    parse_arm(context, line, true, "if ", block);
  } else if (line.text.starts_with("otherwise if ")) {
    parse_arm(context, line, true, "otherwise if ", block);
  } else if (line.text == "otherwise") {
    parse_arm(context, line, false, "otherwise", block);
  } else {
    return false;
  }
  return true;
}

// The slots of all questions, also of those that stand where none can: that mistake is told once,
// and the slot's name is right all the same.
void find_lost_asks(const Context& context, const std::vector<RawLine>& lines, FlowNode& flow) {
  for (const RawLine& line : lines) {
    if (line.text.starts_with("ask ")) {
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
    return;
  }
  if (parse_if(context, line, block)) return;
  Tokens tokens(context.source, line.span);
  for (const Opening& opening : openings) {
    if (!tokens.take(opening.words)) continue;
    if (opening.words == "part" && !top_level) {
      if (!line.misplaced) {
        context.error("K006", line.span, "a part begins at the left edge",
                      "parts do not stand inside anything");
      }
      return;
    }
    Parsed statement = opening.parse(context, line, tokens);
    if (statement) block.statements.push_back(std::move(*statement));
    return;
  }
  complain(context, line);
}

}  // namespace

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
  const std::vector<RawLine> lines = read_lines(source, report);
  const Context context{source, report};
  FlowNode flow;
  flow.source = &source;
  flow.indentation_wrong = report.diagnostics().size() > before;
  size_t at = 0;
  if (!lines.empty() && lines[0].text.starts_with("flow ")) {
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
  flow.has_mistakes = report.diagnostics().size() > before;
  return flow;
}

}  // namespace keel
