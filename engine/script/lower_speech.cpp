// What is said, and what the replies under it are matched with.
#include <cctype>
#include <map>

#include "script/lower.h"

namespace keel {
namespace {

Place place_of(const FlowScope& scope, Span span) {
  return {scope.out.flow.file, scope.node.source->position(span.begin).line};
}

// How two labels or `like:` lines are compared: letters and digits, in lower case.
std::string folded(const std::string& text) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c >= 'A' && c <= 'Z') {
      result += static_cast<char>(c - 'A' + 'a');
    } else if (std::isalnum(byte) != 0 || byte >= 0x80) {
      result += c;
    } else if (c == ' ' && !result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

void check_told_apart(FlowScope& scope, const std::vector<ReplyNode>& replies) {
  std::map<std::string, size_t> taken;
  for (size_t i = 0; i < replies.size(); ++i) {
    std::vector<Words> forms{replies[i].label};
    forms.insert(forms.end(), replies[i].like.begin(), replies[i].like.end());
    forms.insert(forms.end(), replies[i].only_like.begin(), replies[i].only_like.end());
    for (const Words& form : forms) {
      const auto [at, is_new] = taken.emplace(folded(form.text), i);
      if (is_new || at->second == i) continue;
      scope.error("K063", form.span,
                  "these words already mean " + quoted(replies[at->second].label.text),
                  "one sentence leads to one reply");
    }
  }
}

std::string words_of_value(const ReplyNode& node, const Value& value) {
  if (node.as) return node.as->words.text;
  return value.text;
}

}  // namespace

Line lower_line(FlowScope& scope, const Words& text, const std::optional<ConditionNode>& condition,
                std::string id) {
  Line line;
  line.id = std::move(id);
  line.pieces = pieces_of(scope, text);
  if (condition) line.condition = lower_condition(scope, *condition);
  line.place = place_of(scope, text.span);
  return line;
}

Speech lower_speech(FlowScope& scope, const CoachNode& coach, const std::string& id) {
  Speech speech;
  speech.id = id;
  int number = 0;
  for (const LineNode& node : coach.lines) {
    Line line = lower_line(scope, node.text, node.condition, id + "." + std::to_string(++number));
    switch (node.kind) {
      case LineNode::Kind::plain:
        speech.plain.push_back(std::move(line));
        break;
      case LineNode::Kind::or_if:
        speech.conditional.push_back(std::move(line));
        break;
      case LineNode::Kind::and_if:
        speech.additions.push_back(std::move(line));
        break;
    }
  }
  return speech;
}

ReplyMatcher lower_matcher(FlowScope& scope, const std::vector<ReplyNode>& replies,
                           const std::vector<Reply>& lowered) {
  check_told_apart(scope, replies);
  std::vector<ReplyForms> forms;
  for (size_t i = 0; i < replies.size(); ++i) {
    ReplyForms form;
    form.label = replies[i].label.text;
    form.value = words_of_value(replies[i], lowered[i].value);
    for (const Words& words : replies[i].like) form.like.push_back(words.text);
    for (const Words& words : replies[i].only_like) form.only_like.push_back(words.text);
    forms.push_back(std::move(form));
  }
  return ReplyMatcher::build(forms);
}

}  // namespace keel
