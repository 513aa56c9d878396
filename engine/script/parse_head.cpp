// The head of a flow: the lines between `flow ID` and the first statement.
#include <array>

#include "script/did_you_mean.h"
#include "script/parse_parts.h"

namespace keel {
namespace {

constexpr std::array<std::string_view, 16> head_keys{
    "title",  "offer", "why",    "returning", "sources", "start on", "keep",  "forget",
    "define", "never", "always", "needs",     "gives",   "was",      "moved", "language"};

// "start on" of "start on: a, b"; empty when the line has no key.
std::string_view key_of(std::string_view text) {
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos) return text.starts_with("define ") ? "define" : "";
  const std::string_view key = text.substr(0, colon);
  return key.starts_with("define ") ? std::string_view("define") : key;
}

void set_once(const Context& context, const RawLine& line, Words& field) {
  const Words words = after_colon(context, line);
  if (!field.empty()) {
    context.error("K017", line.span, quoted(key_of(line.text)) + " stands in the head twice",
                  "keep one of the two lines");
    return;
  }
  if (words.empty()) {
    context.error("K007", line.span, "nothing stands after the colon");
    return;
  }
  field = words;
}

void parse_start(const Context& context, Tokens& tokens, FlowNode& flow) {
  do {
    if (tokens.take("safety")) {
      SafetyStartNode start{take_id(context, tokens, "safety category"), tokens.next()};
      if (!safety_level_of(start.level.text) || start.level.text == "none") {
        context.error("K018", start.level.span, "no safety level " + quoted(start.level.text),
                      "the levels are ask, high and emergency");
        continue;
      }
      if (!start.category.empty()) flow.start_safety.push_back(std::move(start));
      continue;
    }
    Words id = tokens.next();
    if (is_intent_id(id.text)) {
      flow.start_intents.push_back(std::move(id));
    } else {
      context.error(
          "K033", id.span,
          id.empty() ? "the intent is missing" : quoted(id.text) + " is not a name for an intent",
          "lower-case letters, digits and hyphens");
      return;
    }
  } while (tokens.take(","));
  expect_done(context, tokens);
}

constexpr int64_t days_max = 3650;

// "30 days", or "for 30 days".
bool takes_days(const Tokens& tokens) {
  return number_in(tokens.peek(tokens.sees("for") ? 1 : 0).text).has_value();
}

void parse_keep(const Context& context, Tokens& tokens, FlowNode& flow) {
  KeepNode keep;
  keep.slots = take_names(context, tokens, "slot");
  if (tokens.take("until erased")) {
    keep.retention = Retention::until_erased;
  } else if (tokens.take("for this talk")) {
    keep.retention = Retention::this_talk;
  } else if (takes_days(tokens)) {
    tokens.take("for");
    keep.retention = Retention::days;
    const Words days = tokens.next();
    keep.days = *number_in(days.text);
    if (!tokens.take("days") && !tokens.take("day"))
      context.error("K019", tokens.rest(), "`keep` counts in days", "30 days");
    if (keep.days < 1 || keep.days > days_max)
      context.error("K019", days.span, "`keep` takes from 1 to 3650 days", "30 days");
  } else {
    context.error("K019", tokens.rest(), "`keep` does not say for how long",
                  "\"until erased\", \"30 days\" or \"for this talk\"");
    flow.keep.push_back(std::move(keep));
    return;
  }
  expect_done(context, tokens);
  flow.keep.push_back(std::move(keep));
}

void parse_define(const Context& context, Tokens& tokens, FlowNode& flow) {
  tokens.take("define");
  DefineNode define;
  define.name = take_name(context, tokens, "definition");
  if (!tokens.take(":")) {
    context.error("K041", tokens.peek().span, "`define` has no condition", "define NAME: COND");
    return;
  }
  define.counts = tokens.take("how many of");
  if (define.counts) {
    define.conditions = take_condition_list(context, tokens);
    if (define.conditions.empty()) return;
  } else {
    std::optional<ConditionNode> condition = take_condition(context, tokens);
    if (!condition) return;
    define.conditions.push_back(std::move(*condition));
  }
  expect_done(context, tokens);
  if (!define.name.empty()) flow.definitions.push_back(std::move(define));
}

Words take_place(const Context& context, Tokens& tokens) {
  Words place = tokens.next();
  if (is_slot_name(place.text) || is_id(place.text)) return place;
  context.error("K086", place.span,
                place.empty() ? "a part or a question is missing"
                              : quoted(place.text) + " is not the name of a part or a question",
                "moved: OLD to NEW");
  return {};
}

void parse_moved(const Context& context, Tokens& tokens, FlowNode& flow) {
  MovedNode moved;
  moved.from = take_place(context, tokens);
  if (moved.from.empty()) return;
  if (!tokens.take("to")) {
    return context.error("K086", tokens.peek().span, "`moved` does not say to where",
                         "moved: OLD to NEW");
  }
  moved.to = take_place(context, tokens);
  if (moved.to.empty()) return;
  expect_done(context, tokens);
  flow.moved.push_back(std::move(moved));
}

}  // namespace

bool is_head_line(std::string_view text) {
  const std::string_view key = key_of(text);
  for (const std::string_view known : head_keys) {
    if (key == known) return true;
  }
  return false;
}

bool refuse_head_line(const Context& context, const RawLine& line) {
  const std::string_view key = line.text.substr(0, line.text.find(':'));
  if (key.size() == line.text.size()) return false;
  const std::vector<std::string> keys(head_keys.begin(), head_keys.end());
  const std::string hint = did_you_mean(key, keys);
  if (hint.empty()) return false;
  context.error("K016", {line.span.begin, static_cast<uint32_t>(line.span.begin + key.size())},
                "no line of the head begins with " + quoted(key), hint);
  return true;
}

void parse_head_line(const Context& context, const RawLine& line, FlowNode& flow) {
  refuse_children(context, line);
  const std::string_view key = key_of(line.text);
  if (key == "define") {
    Tokens tokens(context.source, line.span);
    return parse_define(context, tokens, flow);
  }
  if (key == "title") return set_once(context, line, flow.title);
  if (key == "offer") return set_once(context, line, flow.offer);
  if (key == "why") return set_once(context, line, flow.why);
  if (key == "returning") return set_once(context, line, flow.returning);
  const Words words = after_colon(context, line);
  if (words.empty()) return context.error("K007", line.span, "nothing stands after the colon");
  Tokens tokens(context.source, words.span);
  if (key == "start on") return parse_start(context, tokens, flow);
  if (key == "keep") return parse_keep(context, tokens, flow);
  if (key == "never") return parse_never(context, tokens, flow);
  if (key == "always") return parse_always(context, tokens, flow);
  if (key == "moved") return parse_moved(context, tokens, flow);
  if (key == "sources") {
    flow.sources = take_ids(context, tokens, "source");
  } else if (key == "forget") {
    flow.forget = take_names(context, tokens, "slot");
  } else if (key == "needs") {
    flow.needs = take_names(context, tokens, "slot");
  } else if (key == "gives") {
    flow.gives = take_names(context, tokens, "slot");
  } else if (key == "was") {
    flow.was = take_ids(context, tokens, "flow");
  } else {
    return context.error("K169", line.span, "an original names no language",
                         "twins do, in a folder of two letters: es/" + flow.id.text + ".keel");
  }
  expect_list_done(context, tokens);
}

}  // namespace keel
