#include "review/condition_words.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace keel {
namespace {

constexpr int definitions_deep_max = 8;  // one may use another; a circle is the compiler's to tell

std::string in_quotes(std::string_view text) {
  return "“" + std::string(text) + "”";
}

std::string value_words(const ValueNode& value) {
  switch (value.kind) {
    case ValueNode::Kind::number:
      return std::to_string(value.number);
    case ValueNode::Kind::duration:
      return length_words(value.number);
    case ValueNode::Kind::text:
      return in_quotes(value.words.text);
    case ValueNode::Kind::word:
      return in_quotes(spaced(value.words.text));
    case ValueNode::Kind::none:
      return {};
  }
  return {};
}

// Beside < and >, a word is another slot.
std::string amount_words(const ValueNode& value) {
  return value.kind == ValueNode::Kind::word ? spaced(value.words.text) : value_words(value);
}

std::string_view order_words(Compare compare) {
  switch (compare) {
    case Compare::less:
      return "below ";
    case Compare::at_most:
      return "at most ";
    case Compare::equal:
      return "exactly ";
    case Compare::at_least:
      return "at least ";
    case Compare::more:
      return "above ";
    default:
      return {};
  }
}

std::string_view more_or_fewer(Compare compare) {
  if (compare == Compare::less) return "fewer than ";
  if (compare == Compare::more) return "more than ";
  return order_words(compare);
}

std::string compared(const std::string& subject, const ConditionNode& node) {
  switch (node.compare) {
    case Compare::is:
      return subject + " is " + value_words(node.value);
    case Compare::is_not:
      return subject + " is known, and is not " + value_words(node.value);
    case Compare::known:
      return subject + " is known";
    case Compare::unknown:
      return subject + " is not known";
    case Compare::holds:
      return subject;
    default:
      return subject + " is " + std::string(order_words(node.compare)) + amount_words(node.value);
  }
}

// What the engine knows of itself reads better as a sentence than as a comparison.
std::string engine_words(const ConditionNode& node) {
  const std::string& name = node.name.text;
  const std::string& value = node.value.words.text;
  if (name == "part_of_day" && node.compare == Compare::is) return "it is " + value;
  if (name == "part_of_day" && node.compare == Compare::is_not) return "it is not " + value;
  if (node.compare == Compare::is && (value == "yes" || value == "no")) {
    const bool yes = value == "yes";
    if (name == "first_visit")
      return yes ? "this is the first visit" : "this is not the first visit";
    if (name == "question_open") return yes ? "a question is open" : "no question is open";
    if (name == "can_go_back")
      return yes ? "there is something to go back to" : "there is nothing to go back to";
  }
  return {};
}

struct ParticularWords {
  std::string_view name;
  std::string_view named;    // "the message named ..."
  std::string_view unnamed;  // "the message did not name ..."
};
constexpr std::array particular_words{
    ParticularWords{"who", "who it is about", "who it is about"},
    ParticularWords{"event", "something that happened", "anything that happened"},
    ParticularWords{"duration", "a length of time", "a length of time"},
    ParticularWords{"since", "when it began", "when it began"},
    ParticularWords{"together_for", "how long they were together", "how long they were together"},
    ParticularWords{"channel", "a way of writing or calling", "a way of writing or calling"},
    ParticularWords{"feeling", "a feeling", "a feeling"},
    ParticularWords{"intensity", "a strength from 0 to 10", "a strength from 0 to 10"},
    ParticularWords{"count", "which message in a row it is", "which message in a row it is"},
};

std::string heard_words(const ConditionNode& node) {
  const auto* const known =
      std::find_if(particular_words.begin(), particular_words.end(),
                   [&](const ParticularWords& words) { return words.name == node.name.text; });
  const bool there = known != particular_words.end();
  const std::string name = spaced(node.name.text);
  switch (node.compare) {
    case Compare::known:
      return "the message named " + (there ? std::string(known->named) : name);
    case Compare::unknown:
      return "the message did not name " + (there ? std::string(known->unnamed) : name);
    case Compare::is:
      return "the message named the " + name + " " + value_words(node.value);
    case Compare::is_not:
      return "the message named another " + name + " than " + value_words(node.value);
    default:
      return "the " + name + " in the message is " + std::string(order_words(node.compare)) +
             amount_words(node.value);
  }
}

std::string last_words(const ConditionNode& node) {
  const std::string name = spaced(node.name.text);
  if (node.compare == Compare::known) return "there is an earlier " + name;
  if (node.compare == Compare::unknown) return "there is no earlier " + name;
  return compared("the last " + name, node);
}

std::string days_words(const ConditionNode& node) {
  const std::string name = spaced(node.name.text);
  if (node.compare == Compare::known || node.compare == Compare::unknown)
    return compared("the day of " + name, node);
  return std::string(more_or_fewer(node.compare)) + amount_words(node.value) +
         " days have passed since " + name;
}

std::string count_words(const ConditionNode& node) {
  const std::string list = "the list " + in_quotes(spaced(node.name.text));
  if (node.compare == Compare::known || node.compare == Compare::unknown)
    return compared(list, node);
  return list + " has " + std::string(more_or_fewer(node.compare)) + amount_words(node.value) +
         " entries";
}

std::string visited_words(const ConditionNode& node) {
  const std::string where =
      node.name.empty() ? "this conversation" : in_quotes(spaced(node.name.text));
  return where + " was visited earlier " +
         (node.value.words.text == "today" ? "today" : "this week");
}

class Speaker {
 public:
  explicit Speaker(const FlowNode& flow) : flow_(flow) {}

  std::string say(const ConditionNode& node, int depth = 0) const {
    if (node.op != ConditionOp::compare) return joined(node, depth);
    const std::string name = spaced(node.name.text);
    switch (node.subject) {
      case SubjectKind::slot:
        return slot(node, depth);
      case SubjectKind::counted:
        return compared(name, node);
      case SubjectKind::last:
        return last_words(node);
      case SubjectKind::days_since:
        return days_words(node);
      case SubjectKind::count_of:
        return count_words(node);
      case SubjectKind::heard:
        return heard_words(node);
      case SubjectKind::has_kind:
        return "the marks of " + in_quotes(name) + (node.negated ? " show no " : " show ") +
               spaced(node.value.words.text);
      case SubjectKind::corrected:
        return "the person moved a mark of " + in_quotes(name);
      case SubjectKind::visited:
        return visited_words(node);
      case SubjectKind::waited_over:
        return "the wait ran over by more than " + length_words(node.value.number);
    }
    return name;
  }

 private:
  std::string joined(const ConditionNode& node, int depth) const {
    const bool all = node.op == ConditionOp::all_of;
    std::string out;
    for (const ConditionNode& part : node.parts) {
      if (!out.empty()) out += all ? " and " : " or ";
      const bool brackets = part.op != ConditionOp::compare && part.op != node.op;
      out += brackets ? "(" + say(part, depth) + ")" : say(part, depth);
    }
    return out;
  }

  std::string slot(const ConditionNode& node, int depth) const {
    for (const DefineNode& define : flow_.definitions) {
      if (define.name.text == node.name.text && depth < definitions_deep_max)
        return defined(define, node, depth);
    }
    std::string own = engine_words(node);
    return own.empty() ? compared(spaced(node.name.text), node) : own;
  }

  std::string defined(const DefineNode& define, const ConditionNode& node, int depth) const {
    const std::string name = spaced(define.name.text);
    std::string parts;
    for (const ConditionNode& part : define.conditions)
      parts += (parts.empty() ? "" : "; ") + say(part, depth + 1);
    if (!define.counts) return name + " (" + parts + ")";
    return std::string(more_or_fewer(node.compare)) + amount_words(node.value) + " of the " + name +
           " are true (" + parts + ")";
  }

  const FlowNode& flow_;
};

// The source between two places, with one space for each stretch of white space.
std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (space && (out.empty() || out.back() == ' ')) continue;
    out += space ? ' ' : c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

void definitions_under(const ConditionNode& node, const FlowNode& flow, std::set<std::string>& seen,
                       std::string& out) {
  for (const ConditionNode& part : node.parts) definitions_under(part, flow, seen, out);
  if (node.op != ConditionOp::compare || node.subject != SubjectKind::slot) return;
  for (const DefineNode& define : flow.definitions) {
    if (define.name.text != node.name.text || !seen.insert(define.name.text).second) continue;
    out += " | " + define.name.text + (define.counts ? " counts" : "");
    for (const ConditionNode& part : define.conditions) {
      out += ": " + squeezed(flow.source->slice(part.span));
      definitions_under(part, flow, seen, out);
    }
  }
}

}  // namespace

std::string spaced(std::string_view name) {
  std::string out(name);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
  return out;
}

std::string length_words(Duration length) {
  struct Unit {
    Duration size;
    std::string_view name;
  };
  constexpr std::array units{Unit{7 * day_ms, "week"}, Unit{day_ms, "day"}, Unit{hour_ms, "hour"},
                             Unit{minute_ms, "minute"}, Unit{second_ms, "second"}};
  for (const Unit& unit : units) {
    if (length < unit.size || length % unit.size != 0) continue;
    const Duration count = length / unit.size;
    return std::to_string(count) + " " + std::string(unit.name) + (count == 1 ? "" : "s");
  }
  return std::to_string(length) + " milliseconds";
}

std::string words_of(const ConditionNode& condition, const FlowNode& flow) {
  return Speaker(flow).say(condition);
}

std::string written(const ConditionNode& condition, const FlowNode& flow) {
  std::set<std::string> seen;
  std::string out = squeezed(flow.source->slice(condition.span));
  definitions_under(condition, flow, seen, out);
  return out;
}

}  // namespace keel
