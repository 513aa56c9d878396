// Files under intents/: what people say. The lines stand flat; a blank line means nothing.
#include "script/did_you_mean.h"
#include "script/lost_words.h"
#include "script/parse.h"
#include "script/parse_parts.h"

namespace keel {
namespace {

void parse_intent_header(const Context& context, const RawLine& line, IntentFileNode& file) {
  Tokens tokens(context.source, line.span);
  tokens.take("intent");
  Words id = tokens.next();
  if (!is_intent_id(id.text)) {
    context.error(
        "K033", id.span,
        id.empty() ? "the intent has no name" : quoted(id.text) + " is not a name for an intent",
        "lower-case letters, digits and hyphens, such as no-contact or house:back");
    id.text.clear();
  }
  expect_done(context, tokens);
  file.intents.push_back({std::move(id), {}, {}});
}

// Entries end at a comma that stands outside of brackets.
std::vector<Words> entries_in(const Context& context, Span span) {
  std::vector<Words> entries;
  const std::string& text = context.source.text();
  int depth = 0;
  uint32_t begin = span.begin;
  for (uint32_t at = span.begin; at <= span.end; ++at) {
    const char c = at < span.end ? text[at] : ',';
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
    if (c != ',' || (depth > 0 && at < span.end)) continue;
    Words entry = words_in(context.source, {begin, at});
    if (!entry.empty()) entries.push_back(std::move(entry));
    begin = at + 1;
  }
  return entries;
}

void parse_list(const Context& context, const RawLine& line, IntentFileNode& file) {
  Tokens tokens(context.source, line.span);
  tokens.take("list");
  WordListNode list;
  list.name = tokens.next();
  if (!is_id(list.name.text) && !is_slot_name(list.name.text)) {
    return context.error("K033", list.name.span, "a word list has a name",
                         "list NAME: entry, entry");
  }
  if (!tokens.take(":")) {
    return context.error("K050", tokens.peek().span, "a word list has its entries after a colon",
                         "list NAME: entry, entry");
  }
  list.entries = entries_in(context, tokens.rest());
  if (list.entries.empty()) context.error("K050", line.span, "this word list is empty");
  file.lists.push_back(std::move(list));
}

// "intnet just-sad", "lsit them: him, her".
bool looks_like_header(const Context& context, const RawLine& line) {
  const size_t space = line.text.find(' ');
  if (space == std::string_view::npos) return false;
  const std::string_view first = line.text.substr(0, space);
  const std::string_view rest = line.text.substr(space + 1);
  const bool intent = edit_distance(first, "intent") <= 2 && is_intent_id(rest) &&
                      rest.find('-') != std::string_view::npos;
  const size_t colon = rest.find(':');
  const bool list = edit_distance(first, "list") <= 2 && colon != std::string_view::npos &&
                    is_slot_name(rest.substr(0, colon));
  if (first.size() > 12 || !(intent || list)) return false;
  context.error("K004", {line.span.begin, static_cast<uint32_t>(line.span.begin + space)},
                "no line of an intent begins like this",
                intent ? "did you mean \"intent\"?" : "did you mean \"list\"?");
  return true;
}

// "pattren: ..." would become an example and nobody would notice.
bool looks_like_key(const Context& context, const RawLine& line) {
  if (looks_like_header(context, line)) return true;
  const size_t colon = line.text.find(':');
  if (colon == std::string_view::npos ||
      line.text.substr(0, colon).find(' ') != std::string_view::npos)
    return false;
  const std::vector<std::string> keys{"pattern", "means", "not"};
  const std::string hint = did_you_mean(line.text.substr(0, colon), keys);
  if (hint.empty()) return false;
  context.error("K004", {line.span.begin, static_cast<uint32_t>(line.span.begin + colon)},
                "no line of an intent begins like this", hint);
  return true;
}

}  // namespace

IntentFileNode parse_intents(const Source& source, Report& report) {
  const size_t before = report.diagnostics().size();
  const std::vector<RawLine> lines = read_lines(source, report);
  const Context context{source, report};
  IntentFileNode file;
  file.source = &source;
  for (const RawLine& line : lines) {
    refuse_children(context, line);
    if (line.text.starts_with("intent ")) {
      parse_intent_header(context, line, file);
    } else if (line.text.starts_with("list ") && line.text.find(':') != std::string_view::npos) {
      parse_list(context, line, file);
    } else if (file.intents.empty()) {
      context.error("K051", line.span, "this line stands before the first intent", "intent ID");
    } else if (line.text.starts_with("pattern:")) {
      Words pattern = after_colon(context, line);
      if (pattern.empty()) context.error("K007", line.span, "an empty pattern");
      if (!pattern.empty()) file.intents.back().patterns.push_back(std::move(pattern));
    } else if (line.text.starts_with("means:") || line.text.starts_with("not:")) {
      if (after_colon(context, line).empty())
        context.error("K007", line.span, "nothing stands after the colon");
    } else if (!looks_like_key(context, line)) {
      file.intents.back().examples.push_back({std::string(line.text), line.span});
    }
  }
  file.lost_words = words_of_wrong_lines(source, lines, report, before);
  return file;
}

}  // namespace keel
