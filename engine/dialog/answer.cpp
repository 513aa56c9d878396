#include "dialog/answer.h"

#include <algorithm>
#include <charconv>

#include "dialog/evaluate.h"
#include "dialog/marks.h"
#include "dialog/memory.h"
#include "dialog/speak.h"
#include "dialog/steps.h"
#include "dialog/timers.h"
#include "understand/answers.h"

namespace keel {
namespace {

constexpr float near_enough = 0.5F;          // of a reply, where only replies are expected
constexpr float near_enough_in_text = 0.9F;  // where any words would be an answer

std::string words_of(const Text& text) {
  std::string_view words = text.source();
  while (!words.empty() && (words.front() == ' ' || words.front() == '\n')) words.remove_prefix(1);
  while (!words.empty() && (words.back() == ' ' || words.back() == '\n')) words.remove_suffix(1);
  return std::string(words);
}

std::string typed(const Run& run) {
  return words_of(run.text);
}

void close_question(Run& run, Frame& frame) {
  run.now().misses = 0;
  frame.answered.push_back(frame.point);
  run.now().waited_over = 0;
}

// The words as a value of the question's type; nothing when they are not one.
std::optional<Value> read_value(const Run& run, const Ask& ask, const Text& text) {
  const int32_t offset = run.event.utc_offset_minutes;
  switch (ask.type.type) {
    case AnswerType::scale:
      if (const auto n = read_scale(text, ask.type.min, ask.type.max)) return Value::of_number(*n);
      break;
    case AnswerType::number:
      if (const auto n = read_number(text)) return Value::of_number(*n);
      break;
    case AnswerType::duration:
      if (const auto ms = read_duration(text, run.event.at, offset)) return Value::of_duration(*ms);
      break;
    case AnswerType::date:
      if (const auto at = read_date(text, run.event.at, offset)) return Value::of_date(*at);
      break;
    case AnswerType::name:
      if (auto name = read_name(text)) return Value::of_word(std::move(*name));
      break;
    case AnswerType::pronoun:
      if (auto they = read_pronoun(text)) return Value::of_word(std::move(*they));
      break;
    case AnswerType::country:
      if (auto code = read_country(text)) return Value::of_word(std::move(*code));
      break;
    case AnswerType::own_words:
      return Value::of_word("other");
    case AnswerType::time:
    case AnswerType::when:
    case AnswerType::text:
    case AnswerType::long_text:
      return Value::of_text(words_of(text));
    default:
      break;
  }
  return std::nullopt;
}

// The label as the original has it: a length in another language is not read.
std::string written_label(const Run& run, const Ask& ask, const Reply& reply) {
  const Flow* flow = run.program.find(run.top().flow);
  const auto point = flow->points.find(ask.id);
  if (point == flow->points.end()) return reply.label;
  const Ask* original = std::get_if<Ask>(&flow->code[point->second].step);
  const auto index = static_cast<size_t>(&reply - ask.replies.data());
  if (original == nullptr || index >= original->replies.size()) return reply.label;
  return original->replies[index].label;
}

void take_reply(Run& run, const Ask& ask, const Reply& reply, std::string words) {
  Frame& frame = run.top();
  std::optional<Value> value = reply.value;
  // "Until tomorrow morning" is another length each time it is said.
  if (!reply.value.known())
    value = read_value(run, ask, Text::read(written_label(run, ask, reply)));
  if (!ask.slot.empty() && value && value->known()) {
    store_answer(run, frame, ask.slot, {std::move(*value), std::move(words), run.event.at});
  }
  close_question(run, frame);
  run_from(run, reply.body);
}

void take_value(Run& run, const Ask& ask, Value value, Address next) {
  Frame& frame = run.top();
  store_answer(run, frame, ask.slot, {std::move(value), typed(run), run.event.at});
  close_question(run, frame);
  run_from(run, next);
}

void leave_wait(Run& run, Address next) {
  Frame& frame = run.top();
  const OpenTimer* open = timer_at(run, frame);
  run.now().waited_over =
      open == nullptr ? 0 : std::max<Duration>(0, run.event.at - open->timer.ends_at);
  frame.point.clear();
  drop_stray_waits(run);
  run.now().misses = 0;
  run_from(run, next);
}

std::string_view word_of(YesNo answer) {
  switch (answer) {
    case YesNo::yes:
      return "yes";
    case YesNo::no:
      return "no";
    case YesNo::unsure:
      return "unsure";
  }
  return "unsure";
}

Taken take_yes_no(Run& run, const Ask& ask) {
  const std::optional<YesNo> answer = read_yes_no(run.text);
  if (!answer) return Taken::no;
  const std::string_view word = word_of(*answer);
  for (const Reply& reply : ask.replies) {
    if (reply.value.text != word) continue;
    take_reply(run, ask, reply, typed(run));
    return Taken::yes;
  }
  take_value(run, ask, Value::of_word(std::string(word)), ask.any_other.value_or(ask.next));
  return Taken::yes;
}

Taken take_offer_words(Run& run, const Ask& ask) {
  const std::vector<std::string> flows = offered_flows(run, ask);
  if (flows.empty()) return Taken::no;
  std::vector<ReplyForms> forms;
  for (const std::string& id : flows) {
    const Flow* flow = run.program.find(id, run.now().language);
    if (flow == nullptr) continue;
    forms.push_back({flow->offer, id, {flow->title}, {}});
  }
  const Flow* leave = run.program.find("house-leave", run.now().language);
  forms.push_back(
      {leave != nullptr ? leave->offer : "Leave it here", "", {"no", "nothing", "not now"}, {}});
  const std::string leave_it = "leave:" + run.top().flow + "/" + run.top().point;
  const std::optional<YesNo> answer = read_yes_no(run.text);
  if (run.text.size() == 1 && answer == YesNo::no) return take_tap(run, leave_it);
  // "Is it still there?" "yes": where one thing is offered, it is that.
  if (run.text.size() <= 3 && answer == YesNo::yes && flows.size() == 1)
    return take_tap(run, "flow:" + flows.front());
  const auto match = ReplyMatcher::build(forms).match(run.text);
  if (!match || match->confidence < near_enough) return Taken::no;
  const std::string& flow = forms[match->reply].value;
  return take_tap(run, flow.empty() ? leave_it : "flow:" + flow);
}

Taken take_marks(Run& run, const Ask& ask) {
  Frame& frame = run.top();
  if (move_mark_by_words(run, frame, ask.slot)) {
    ask_again(run, AskAgain::in_other_words);
    return Taken::yes;
  }
  close_question(run, frame);
  run_from(run, ask.next);
  return Taken::yes;
}

// "reply:FLOW/POINT/N": the reply's number, if that question is the open one.
std::optional<size_t> tapped_index(const Run& run, std::string_view payload) {
  const std::string prefix = "reply:" + run.top().flow + "/" + run.top().point + "/";
  if (!payload.starts_with(prefix)) return std::nullopt;
  payload.remove_prefix(prefix.size());
  size_t index = 0;
  const auto parsed = std::from_chars(payload.data(), payload.data() + payload.size(), index);
  if (parsed.ptr != payload.data() + payload.size()) return std::nullopt;
  return index;
}

// The question that offered something is done with: its flow makes room, and so does what was put
// off when it was offered there and is chosen, or left with the rest.
void leave_offer(Run& run, const std::string& chosen) {
  const Frame* waiting = put_off(run);
  const bool settled = waiting != nullptr && (chosen.empty() || waiting->guesses.front() == chosen);
  drop_top(run);
  if (settled) drop_top(run);
}

void take_flow_tap(Run& run, const std::string& flow) {
  const Frame left = run.top();
  leave_offer(run, flow);
  push_flow(run, flow, StartedBy::person);
  hand_needed(run, left, run.top());
  begin_top(run);
}

void take_leave(Run& run) {
  leave_offer(run, "");
  if (!run.idle()) return return_to_top(run);
  if (run.program.find("house-leave") == nullptr) return;
  push_flow(run, "house-leave", StartedBy::engine);
  begin_top(run);
}

}  // namespace

bool takes_any_words(const Ask& ask) {
  switch (ask.type.type) {
    case AnswerType::text:
    case AnswerType::long_text:
    case AnswerType::own_words:
    case AnswerType::when:
    case AnswerType::time:
      return true;
    default:
      return false;
  }
}

bool reads_as_measure(const Run& run, const Ask& ask) {
  switch (ask.type.type) {
    case AnswerType::scale:
    case AnswerType::number:
    case AnswerType::duration:
    case AnswerType::date:
      return read_value(run, ask, run.text).has_value();
    default:
      return false;
  }
}

Taken take_words(Run& run, const Ask& ask, Strictness strictness) {
  const float needed = strictness == Strictness::word_for_word ? 1.0F
                       : takes_any_words(ask)                  ? near_enough_in_text
                                                               : near_enough;
  const auto match = ask.matcher.match(run.text);
  if (match && match->confidence >= needed && match->reply < ask.replies.size()) {
    run.turn.trace.decided = "reply " + std::to_string(match->reply + 1) + " by " + match->why;
    take_reply(run, ask, ask.replies[match->reply], typed(run));
    return Taken::yes;
  }
  if (strictness == Strictness::word_for_word) return Taken::no;
  if (take_offer_words(run, ask) == Taken::yes) return Taken::yes;
  if (ask.type.type == AnswerType::marks) return take_marks(run, ask);
  if (ask.type.type == AnswerType::yes_no) return take_yes_no(run, ask);
  std::optional<Value> value = read_value(run, ask, run.text);
  if (!value) return Taken::no;
  run.turn.trace.decided = "answer";
  const bool other = takes_any_words(ask) || ask.type.type == AnswerType::own_words;
  take_value(run, ask, std::move(*value), other ? ask.any_other.value_or(ask.next) : ask.next);
  return Taken::yes;
}

Taken take_words(Run& run, const Wait& wait) {
  const auto match = wait.matcher.match(run.text);
  if (!match || match->confidence < near_enough || match->reply >= wait.replies.size())
    return Taken::no;
  run.turn.trace.decided = "reply " + std::to_string(match->reply + 1) + " by " + match->why;
  leave_wait(run, wait.replies[match->reply].body);
  return Taken::yes;
}

Taken take_other(Run& run, const Ask& ask) {
  if (!ask.any_other) return Taken::no;
  run.turn.trace.decided = "any other answer";
  close_question(run, run.top());
  run_from(run, *ask.any_other);
  return Taken::yes;
}

void take_skip(Run& run, const Ask& ask) {
  run.turn.trace.decided = "skipped";
  close_question(run, run.top());
  run_from(run, ask.skipped.value_or(ask.next));
}

Taken take_tap(Run& run, const std::string& payload) {
  if (run.idle()) return Taken::no;
  const std::vector<Choice> choices = open_choices(run);
  const Ask* ask = open_ask(run, run.top());
  if (payload.starts_with("mark:") && ask != nullptr && ask->type.type == AnswerType::marks) {
    if (!move_mark(run, run.top(), ask->slot, payload)) return Taken::no;
    run.turn.trace.decided = "mark moved";
    ask_again(run, AskAgain::in_other_words);
    return Taken::yes;
  }
  const auto chosen = std::find_if(choices.begin(), choices.end(),
                                   [&](const Choice& choice) { return choice.payload == payload; });
  if (chosen == choices.end()) return Taken::no;
  run.turn.trace.decided = "tapped " + payload;
  if (payload.starts_with("leave:")) return take_leave(run), Taken::yes;
  if (payload.starts_with("flow:")) return take_flow_tap(run, payload.substr(5)), Taken::yes;
  const std::optional<size_t> index = tapped_index(run, payload);
  if (!index) return Taken::no;
  if (ask != nullptr && *index < ask->replies.size()) {
    take_reply(run, *ask, ask->replies[*index], ask->replies[*index].label);
    return Taken::yes;
  }
  const Wait* wait = open_wait(run, run.top());
  if (wait == nullptr || *index >= wait->replies.size()) return Taken::no;
  leave_wait(run, wait->replies[*index].body);
  return Taken::yes;
}

}  // namespace keel
