#pragma once
// The parser's own pieces, shared by its files: each reads one idea. Not for other folders.
// Threads: pure. Failure: diagnostics through Context::report.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "script/lines.h"
#include "script/report.h"
#include "script/syntax_files.h"
#include "script/tokens.h"

namespace keel {

struct Context {
  const Source& source;
  Report& report;
  void error(std::string_view code, Span span, std::string message, std::string hint = {}) const {
    report.add(code, source, span, std::move(message), std::move(hint));
  }
};

// parse_values.cpp
std::optional<Duration> take_duration(
    Tokens& tokens);  // "2 minutes", "half an hour"; nothing is taken otherwise
TypeNode take_type(const Context& context, Tokens& tokens);
std::optional<ValueNode> take_value(const Context& context, Tokens& tokens);
Words take_name(const Context& context, Tokens& tokens,
                std::string_view what);  // a slot's or list's name
Words take_id(const Context& context, Tokens& tokens, std::string_view what);  // a kebab-case id
std::vector<Words> take_names(const Context& context, Tokens& tokens, std::string_view what);
std::vector<Words> take_ids(const Context& context, Tokens& tokens, std::string_view what);
// Reports what stands after the end of a complete statement, or of a list of names.
void expect_done(const Context& context, const Tokens& tokens);
void expect_list_done(const Context& context, const Tokens& tokens);

// parse_condition.cpp
std::optional<ConditionNode> take_condition(const Context& context, Tokens& tokens);
std::vector<ConditionNode> take_condition_list(const Context& context, Tokens& tokens);

// parse_head.cpp
bool is_head_line(std::string_view text);
// Reports a line that was meant for the head ("titel: ..."); false: it is the first statement.
bool refuse_head_line(const Context& context, const RawLine& line);
void parse_head_line(const Context& context, const RawLine& line, FlowNode& flow);

// parse_promise.cpp: what stands after "never:" and "always:"
void parse_never(const Context& context, Tokens& tokens, FlowNode& flow);
void parse_always(const Context& context, Tokens& tokens, FlowNode& flow);

// parse_speech.cpp
Statement parse_coach(const Context& context, const RawLine& line);
ReplyNode parse_reply(const Context& context, const RawLine& line);

// parse_block.cpp
Block parse_block(const Context& context, const std::vector<RawLine>& lines, bool top_level);
// A line that begins no statement: it belongs elsewhere, or it is misspelt, or it is prose.
void refuse_statement(const Context& context, const RawLine& line, bool under_coach);
// One complaint about whatever stands under a line that has nothing under it.
void refuse_children(const Context& context, const RawLine& line);
// "like: words" -> the place of "words"; the text after the first colon.
Words after_colon(const Context& context, const RawLine& line);

}  // namespace keel
