// What is stored by a reply or by `set`, in the type of its slot.
#include "script/lower.h"
#include "text/text.h"
#include "understand/answers.h"

namespace keel {
namespace {

// Two moments, so far apart that a label which means another moment each day is told from one that
// means a fixed length or date: "until tomorrow morning" is read when it is said.
constexpr Instant one_moment = 20'000 * day_ms + 9 * hour_ms;
constexpr Instant other_moment = 20'003 * day_ms + 17 * hour_ms;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  for (const std::string_view known : words) {
    if (word == known) return true;
  }
  return false;
}

// A label as an answer of the type; `readable` false: it is no such answer. An unknown value that
// is readable is read anew each time it is said.
Value value_of_label(const std::string& label, const SlotDeclaration& type, bool& readable) {
  const Text text = Text::read(label);
  const auto found = [&](auto answer, auto make) {
    readable = answer.has_value();
    return answer ? make(*answer) : Value{};
  };
  switch (type.type) {
    case AnswerType::scale:
      return found(read_scale(text, type.min, type.max), Value::of_number);
    case AnswerType::number:
      return found(read_number(text), Value::of_number);
    case AnswerType::duration: {
      const auto one = read_duration(text, one_moment, 0);
      const auto other = read_duration(text, other_moment, 0);
      return one == other ? found(one, Value::of_duration) : Value{};
    }
    case AnswerType::date: {
      const auto one = read_date(text, one_moment, 0);
      const auto other = read_date(text, other_moment, 0);
      return one == other ? found(one, Value::of_date) : Value{};
    }
    case AnswerType::yes_no:
      return found(read_yes_no(text), [](YesNo answer) {
        return Value::of_word(answer == YesNo::yes ? "yes" : answer == YesNo::no ? "no" : "unsure");
      });
    case AnswerType::pronoun:
      return found(read_pronoun(text), Value::of_word);
    case AnswerType::country:
      return found(read_country(text), Value::of_word);
    case AnswerType::marks:
    case AnswerType::list:
    case AnswerType::none:
      return {};
    default:
      return Value::of_text(label);
  }
}

bool word_fits(const std::string& word, AnswerType type) {
  switch (type) {
    case AnswerType::yes_no:
      return is_one_of(word, {"yes", "no", "unsure"});
    case AnswerType::pronoun:
      return is_one_of(word, {"he", "she", "they"});
    case AnswerType::country:
      return word.size() == 2 && word[0] >= 'A' && word[0] <= 'Z';
    case AnswerType::scale:
    case AnswerType::number:
    case AnswerType::duration:
    case AnswerType::date:
    case AnswerType::marks:
    case AnswerType::list:
      return false;
    default:
      return true;
  }
}

std::string_view needed(AnswerType type) {
  switch (type) {
    case AnswerType::yes_no:
      return "it can be yes, no or unsure";
    case AnswerType::pronoun:
      return "it can be he, she or they";
    case AnswerType::country:
      return "it can be a country such as GB";
    case AnswerType::scale:
    case AnswerType::number:
      return "it can be a number";
    case AnswerType::duration:
      return "it can be a duration, such as 10 minutes";
    case AnswerType::date:
      return "a date comes from an answer only";
    case AnswerType::marks:
    case AnswerType::list:
      return "marks and lists are not set by hand";
    default:
      return "it can be a word, such as hold-back, or a \"text\"";
  }
}

}  // namespace

Value stored_value(FlowScope& scope, const ValueNode& node, const SlotDeclaration& type) {
  const bool any = type.type == AnswerType::none;
  bool fits = any;
  Value value;
  switch (node.kind) {
    case ValueNode::Kind::none:
      return {};
    case ValueNode::Kind::word:
      value = Value::of_word(node.words.text);
      fits = fits || word_fits(node.words.text, type.type);
      break;
    case ValueNode::Kind::text:
      value = Value::of_text(node.words.text);
      fits = fits || takes_any_words(type.type) || type.type == AnswerType::one_of ||
             type.type == AnswerType::name;
      break;
    case ValueNode::Kind::duration:
      value = Value::of_duration(node.number);
      fits = fits || type.type == AnswerType::duration;
      break;
    case ValueNode::Kind::number:
      value = Value::of_number(node.number);
      fits = fits || type.type == AnswerType::number ||
             (type.type == AnswerType::scale && node.number >= type.min && node.number <= type.max);
      break;
  }
  if (fits) return value;
  scope.error("K061", node.words.span, quoted(node.words.text) + " is not " + kind_of(type),
              std::string(needed(type.type)));
  return {};
}

Value value_of_reply(FlowScope& scope, const ReplyNode& reply, const SlotDeclaration& type) {
  if (type.type == AnswerType::none) return {};
  if (reply.as) return stored_value(scope, *reply.as, type);
  bool readable = true;
  Value value = value_of_label(reply.label.text, type, readable);
  if (!readable) {
    scope.error(
        "K062", reply.label.span, "this reply stores nothing: it is not " + kind_of(type),
        "say what it stores with `as` on a line under it; " + std::string(needed(type.type)));
  }
  return value;
}

}  // namespace keel
