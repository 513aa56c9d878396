// Values, types and names as they stand in statements.
#include <array>

#include "script/did_you_mean.h"
#include "script/parse_parts.h"

namespace keel {
namespace {

struct Unit {
  std::string_view name;
  Duration length;
};

constexpr std::array<Unit, 7> units{{{"second", second_ms},
                                     {"minute", minute_ms},
                                     {"hour", hour_ms},
                                     {"day", day_ms},
                                     {"week", 7 * day_ms},
                                     {"month", 30 * day_ms},
                                     {"year", 365 * day_ms}}};

std::optional<Duration> unit_length(std::string_view word) {
  for (const Unit& unit : units) {
    if (word == unit.name || (word.size() == unit.name.size() + 1 && word.starts_with(unit.name) &&
                              word.back() == 's')) {
      return unit.length;
    }
  }
  return std::nullopt;
}

struct TypeName {
  std::string_view words;
  AnswerType type;
};

// A longer name stands before its own beginning.
constexpr std::array<TypeName, 14> type_names{{{"one of or own words", AnswerType::own_words},
                                               {"one of", AnswerType::one_of},
                                               {"yes or no", AnswerType::yes_no},
                                               {"long text", AnswerType::long_text},
                                               {"text", AnswerType::text},
                                               {"number", AnswerType::number},
                                               {"duration", AnswerType::duration},
                                               {"time", AnswerType::time},
                                               {"date", AnswerType::date},
                                               {"when", AnswerType::when},
                                               {"name", AnswerType::name},
                                               {"pronoun", AnswerType::pronoun},
                                               {"country", AnswerType::country},
                                               {"marks", AnswerType::marks}}};

std::string nearest_type(std::string_view wrong) {
  std::vector<std::string> names{"scale"};
  for (const TypeName& name : type_names) names.emplace_back(name.words);
  const std::string near = did_you_mean(wrong, names);
  return near.empty() ? "the types stand in dialogs/README.md: scale A to B, yes or no, text ..."
                      : near;
}

}  // namespace

std::optional<Duration> take_duration(Tokens& tokens) {
  const size_t mark = tokens.mark();
  const std::string first = tokens.next().text;
  if (first == "half" && tokens.take("an hour")) return 30 * minute_ms;
  std::optional<int64_t> count = number_in(first);
  if (first == "a" || first == "an") count = 1;
  const std::optional<Duration> unit = unit_length(tokens.next().text);
  if (count && unit && *count > 0 && *count <= 1'000'000) return *count * *unit;
  tokens.back_to(mark);
  return std::nullopt;
}

TypeNode take_type(const Context& context, Tokens& tokens) {
  const Span start = tokens.rest();
  if (tokens.take("scale")) {
    const std::optional<int64_t> min = number_in(tokens.next().text);
    const bool to = tokens.take("to");
    const std::optional<int64_t> max = number_in(tokens.next().text);
    if (min && to && max && *min < *max && *max - *min <= 1000) {
      return {AnswerType::scale, *min, *max};
    }
    context.error("K031", start, "this scale has no two ends", "write \"scale 0 to 10\"");
    return {};
  }
  for (const TypeName& name : type_names) {
    if (tokens.take(name.words)) return {name.type, 0, 0};
  }
  const std::string wrong = tokens.next().text;
  context.error("K031", start, wrong.empty() ? "no type" : "no type named " + quoted(wrong),
                nearest_type(wrong));
  return {};
}

std::optional<ValueNode> take_value(const Context& context, Tokens& tokens) {
  ValueNode value;
  const Span start = tokens.peek().span;
  if (const std::optional<Duration> duration = take_duration(tokens)) {
    value.kind = ValueNode::Kind::duration;
    value.number = *duration;
    value.words = words_in(
        context.source, {start.begin, tokens.done() ? tokens.all().end : tokens.peek().span.begin});
    return value;
  }
  value.words = tokens.next();
  const std::string& text = value.words.text;
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') {
    value.kind = ValueNode::Kind::text;
    value.words.text = text.substr(1, text.size() - 2);
    return value;
  }
  if (const std::optional<int64_t> number = number_in(text)) {
    value.kind = ValueNode::Kind::number;
    value.number = *number;
    return value;
  }
  const bool country =
      text.size() == 2 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'A' && text[1] <= 'Z';
  if (is_id(text) || is_slot_name(text) || country) {
    value.kind = ValueNode::Kind::word;
    return value;
  }
  context.error("K032", value.words.span,
                text.empty() ? "a value is missing" : quoted(text) + " is not a value",
                "one lower-case word (with hyphens), a number, a duration, or a \"text\"");
  return std::nullopt;
}

Words take_name(const Context& context, Tokens& tokens, std::string_view what) {
  Words name = tokens.next();
  if (is_slot_name(name.text)) return name;
  context.error("K033", name.span,
                name.empty() ? "the " + std::string(what) + " is missing"
                             : quoted(name.text) + " is not a name for a " + std::string(what),
                "lower-case letters, digits and underscores");
  return {};
}

Words take_id(const Context& context, Tokens& tokens, std::string_view what) {
  Words id = tokens.next();
  if (is_id(id.text)) return id;
  context.error("K033", id.span,
                id.empty() ? "the " + std::string(what) + " is missing"
                           : quoted(id.text) + " is not a name for a " + std::string(what),
                "lower-case letters, digits and hyphens");
  return {};
}

namespace {

template <class Take>
std::vector<Words> take_list(Tokens& tokens, Take take) {
  std::vector<Words> list;
  do {
    Words one = take();
    if (one.empty()) break;
    list.push_back(std::move(one));
  } while (tokens.take(","));
  return list;
}

}  // namespace

std::vector<Words> take_names(const Context& context, Tokens& tokens, std::string_view what) {
  return take_list(tokens, [&] { return take_name(context, tokens, what); });
}

std::vector<Words> take_ids(const Context& context, Tokens& tokens, std::string_view what) {
  return take_list(tokens, [&] { return take_id(context, tokens, what); });
}

void expect_done(const Context& context, const Tokens& tokens) {
  if (tokens.done()) return;
  const std::string rest(context.source.slice(tokens.rest()));
  context.error(
      "K034", tokens.rest(), "what stands before " + quoted(rest) + " is a whole line",
      rest == ":" ? "no colon here" : "one statement a line, or a word is not known here");
}

void expect_list_done(const Context& context, const Tokens& tokens) {
  if (tokens.done()) return;
  context.error("K034", tokens.rest(),
                "no comma stands before " + quoted(context.source.slice(tokens.rest())),
                "commas between names, and one of several words is written with hyphens");
}

}  // namespace keel
