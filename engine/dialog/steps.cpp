#include "dialog/steps.h"

#include <algorithm>

#include "abilities/facts.h"
#include "base/assert.h"
#include "dialog/evaluate.h"
#include "dialog/house.h"
#include "dialog/landing.h"
#include "dialog/memory.h"
#include "dialog/observe.h"
#include "dialog/safety_turn.h"
#include "dialog/speak.h"
#include "dialog/timers.h"

namespace keel {
namespace {

// A compiled flow cannot run in circles without asking; this bounds the longest straight run.
constexpr int steps_max = 2000;

struct Next {
  enum class Kind : uint8_t { go, stop };
  Kind kind = Kind::stop;
  Address at = 0;
};

Next go(Address at) {
  return {Next::Kind::go, at};
}
Next stop() {
  return {};
}

bool contains(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

// A secret is handed on only to a flow that forgets it as well.
void hand(const Run& run, const Frame& from, Frame& to, const std::string& slot) {
  const auto answer = from.slots.find(slot);
  if (answer == from.slots.end()) return;
  const bool secret = contains(run.flow_of(from).forget, slot);
  if (!secret || contains(run.flow_of(to).forget, slot)) to.slots[slot] = answer->second;
}

// A run begun from another one knows what that one knows, under the same names.
void inherit(const Run& run, const Frame& from, Frame& to) {
  for (const auto& [slot, type] : run.flow_of(to).slots) hand(run, from, to, slot);
}

// The visitor finds what the flow that it visited gives.
void give(Run& run, const Frame& ended) {
  if (run.idle()) return;
  Frame& visitor = run.top();
  const Flow& flow = run.flow_of(visitor);
  const auto point = flow.points.find(visitor.point);
  if (point == flow.points.end() || !std::holds_alternative<Visit>(flow.code[point->second].step))
    return;
  const Flow& visited = *run.program.find(ended.flow);
  for (const std::string& slot : visited.gives) {
    const auto answer = ended.slots.find(slot);
    if (answer == ended.slots.end() || !answer->second.value.known()) continue;
    // What the visited flow has written down is not written down twice.
    if (keeps(visited, slot)) {
      visitor.slots[slot] = answer->second;
    } else {
      store_answer(run, visitor, slot, answer->second);
    }
  }
}

Frame new_frame(Run& run, const std::string& flow) {
  Frame frame;
  frame.flow = flow;
  frame.started_at = run.event.at;
  FlowVisits& visits = run.now().visits[flow];
  visits.before_last_at = visits.last_at;
  visits.last_at = run.event.at;
  ++visits.count;
  note(run, "flow " + flow);
  return frame;
}

Next enter(Run& run) {
  const Frame& frame = run.top();
  const Flow& flow = run.flow_of(frame);
  const auto part = flow.parts.find(frame.part);
  KEEL_ASSERT(part != flow.parts.end());
  return go(part->second);
}

// Where the newly uncovered frame goes on.
Next uncover(Run& run, bool after_house) {
  if (run.idle()) return stop();
  const Frame& frame = run.top();
  if (frame.point.empty()) return enter(run);
  const Flow& flow = run.flow_of(frame);
  const Address at = flow.points.at(frame.point);
  if (std::holds_alternative<Visit>(flow.code[at].step)) {
    run.top().answered.push_back(frame.point);
    return go(at + 1);
  }
  const OpenTimer* timer = timer_at(run, frame);
  if (const Wait* wait = open_wait(run, frame); wait != nullptr && (!timer || timer->due)) {
    run.now().waited_over = timer ? run.event.at - timer->timer.ends_at : 0;
    return go(wait->next);
  }
  if (after_house) {
    ask_again(run, AskAgain::in_other_words);
  } else {
    return_to_top(run);
  }
  return stop();
}

Next after_end(Run& run, bool ask_before) {
  const bool house = run.flow_of(run.top()).is_house();
  const Frame ended = run.top();
  drop_top(run);
  give(run, ended);
  if (ask_before && !run.idle() && run.program.find("house-resume") != nullptr) {
    push_flow(run, "house-resume", StartedBy::engine);
    return enter(run);
  }
  return uncover(run, house);
}

Address replayed_next(const Frame& frame, const Ask& ask) {
  const auto slot = frame.slots.find(ask.slot);
  if (slot == frame.slots.end()) return ask.skipped.value_or(ask.next);
  for (const Reply& reply : ask.replies) {
    if (reply.value == slot->second.value) return reply.body;
  }
  return ask.any_other.value_or(ask.next);
}

// A number that the person gave with their first message answers the flow's first scale.
bool answered_by_opening(Run& run, Frame& frame, const Ask& ask) {
  if (ask.type.type != AnswerType::scale || !frame.answered.empty()) return false;
  const Particular* intensity = heard(run, frame, "intensity");
  if (intensity == nullptr || intensity->value.size() > 3) return false;
  int64_t value = 0;
  for (const char c : intensity->value) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + (c - '0');
  }
  if (value < ask.type.min || value > ask.type.max) return false;
  store_answer(run, frame, ask.slot, {Value::of_number(value), intensity->words, run.event.at});
  frame.answered.push_back(ask.id);
  return true;
}

struct Executor {
  Run& run;
  Address at;
  const std::optional<Replay>& replay;
  size_t bubbles_before;

  void stand_at(const std::string& point) {
    Frame& frame = run.top();
    frame.point = point;
    frame.in_part = part_at(run.flow_of(frame), at);
  }

  Next operator()(const Say& step) {
    say(run, run.top(), step.speech);
    return go(at + 1);
  }

  Next operator()(const Ask& step) {
    Frame& frame = run.top();
    if (step.unless_known) {
      if (slot_value(run, frame, step.slot).value.known()) return go(step.next);
      if (!replay && answered_by_opening(run, frame, step)) return go(step.next);
    }
    if (replay && contains(replay->answered, step.id)) {
      run.turn.bubbles.resize(bubbles_before);
      frame.answered.push_back(step.id);
      return go(replayed_next(frame, step));
    }
    stand_at(step.id);
    if (replay && replay->open_point == step.id) {
      run.turn.bubbles.resize(bubbles_before);
      ask_again(run, AskAgain::in_other_words);
      return stop();
    }
    if (step.type.type != AnswerType::marks) frame.slots.erase(step.slot);
    say(run, frame, step.speech);
    add_question_card(run, frame, step);
    return stop();
  }

  Next operator()(const Wait& step) {
    Frame& frame = run.top();
    Duration duration = step.duration;
    if (!step.slot.empty()) {
      const Answer answer = slot_value(run, frame, step.slot);
      if (answer.value.kind != ValueKind::duration) return go(step.next);
      duration = answer.value.number;
    }
    start_wait(run, frame, step, duration);
    stand_at(step.id);
    return stop();
  }

  Next operator()(const SetSlot& step) {
    Frame& frame = run.top();
    Answer answer{step.value, "", run.event.at};
    if (!step.from_slot.empty()) answer = slot_value(run, frame, step.from_slot);
    if (answer.words.empty()) answer.words = answer.value.text;
    answer.at = run.event.at;
    store_answer(run, frame, step.slot, std::move(answer));
    return go(at + 1);
  }

  Next operator()(const AddTo& step) {
    if (replay) return go(at + 1);
    Answer answer = slot_value(run, run.top(), step.slot);
    answer.value = Value::of_number(answer.value.number + step.number);
    answer.at = run.event.at;
    store_answer(run, run.top(), step.slot, std::move(answer));
    return go(at + 1);
  }

  Next operator()(const Note& step) {
    if (replay) return go(at + 1);
    const Answer noted = slot_value(run, run.top(), step.slot);
    if (!noted.value.known()) return go(at + 1);
    Answer list = slot_value(run, run.top(), step.list);
    list.value.kind = ValueKind::list;
    list.value.items.push_back(said_back(run, noted));
    list.at = run.event.at;
    store_answer(run, run.top(), step.list, std::move(list));
    return go(at + 1);
  }

  Next operator()(const ClearList& step) {
    run.top().slots.erase(step.list);
    return go(at + 1);
  }

  Next operator()(const Branch& step) {
    const bool holds = is_true(run, run.top(), step.condition);
    if (run.seen != nullptr) run.seen->ran.back().held = holds;
    return go(holds ? at + 1 : step.otherwise);
  }

  Next operator()(const Jump& step) { return go(step.to); }

  Next operator()(const GoFlow& step) {
    const bool itself = step.flow == run.top().flow;
    Frame frame = new_frame(run, step.flow);
    frame.heard = run.top().heard;
    if (!itself) inherit(run, run.top(), frame);
    drop_top(run);
    cancel_follow_up(run, step.flow);
    run.now().stack.push_back(std::move(frame));
    return enter(run);
  }

  Next operator()(const Visit& step) {
    Frame& visitor = run.top();
    if (replay && contains(replay->answered, step.id)) {
      visitor.answered.push_back(step.id);
      return go(at + 1);
    }
    if (run.now().stack.size() >= stack_depth_max) return go(at + 1);
    stand_at(step.id);
    Frame frame = new_frame(run, step.flow);
    frame.heard = visitor.heard;
    inherit(run, visitor, frame);
    run.now().stack.push_back(std::move(frame));
    return enter(run);
  }

  Next operator()(const End& step) { return after_end(run, step.ask_before); }

  Next operator()(const FollowUp& step) {
    schedule_follow_up(run, run.top(), step);
    return go(at + 1);
  }

  Next operator()(const Show& step) {
    show(step);
    return go(at + 1);
  }

  Next operator()(const Use& step) {
    Answer result;
    result.value.kind = ValueKind::marks;
    result.at = run.event.at;
    for (const std::string& slot : step.slots) {
      const Answer answer = slot_value(run, run.top(), slot);
      if (answer.value.kind != ValueKind::text) continue;
      const Text text = Text::read(answer.value.text);
      for (const FactMark& mark : read_facts(text)) {
        const auto words =
            std::string_view(text.source()).substr(mark.span.begin, mark.span.size());
        result.value.marks.push_back(
            {slot, mark.span, std::string(words), mark.kind, mark.why, false});
      }
    }
    store_answer(run, run.top(), step.into, std::move(result));
    return go(at + 1);
  }

  Next operator()(const Do& step) {
    do_house(run, step.action);
    return stop();
  }

  void show(const Show& step) {
    switch (step.what) {
      case Show::What::help_lines:
        show_help_lines(run, step.argument);
        break;
      case Show::What::list: {
        const Answer list = slot_value(run, run.top(), step.argument);
        if (!list.value.items.empty()) add_card(run, ListCard{"", list.value.items});
        break;
      }
      case Show::What::breathing:
        add_card(run, PacerCard{});
        break;
      case Show::What::quick_exit:
        add_card(run, ExitCard{});
        break;
      case Show::What::export_data:
        add_card(run, ExportCard{});
        break;
      case Show::What::known:
        show_known(run);
        break;
    }
  }
};

}  // namespace

void push_flow(Run& run, const std::string& flow, StartedBy started_by) {
  KEEL_ASSERT(run.program.find(flow) != nullptr);
  if (run.now().stack.size() >= stack_depth_max) {
    run.now().stack.erase(run.now().stack.begin());
    drop_stray_waits(run);
  }
  Frame frame = new_frame(run, flow);
  frame.heard = run.now().heard;
  if (started_by == StartedBy::person) cancel_follow_up(run, flow);
  run.now().stack.push_back(std::move(frame));
}

void begin_top(Run& run) {
  run_from(run, enter(run).at);
}

void run_from(Run& run, Address at, const std::optional<Replay>& replay) {
  const size_t bubbles_before = run.turn.bubbles.size();
  for (int step = 0; step < steps_max; ++step) {
    const Flow& flow = run.flow_of(run.top());
    KEEL_ASSERT(at < flow.code.size());
    if (run.seen != nullptr) run.seen->ran.push_back({flow.id, at, false});
    const Next next = std::visit(Executor{run, at, replay, bubbles_before}, flow.code[at].step);
    if (next.kind == Next::Kind::stop) return;
    at = next.at;
  }
  note(run, "limit: steps");
}

void resume_top(Run& run) {
  const Next next = uncover(run, false);
  if (next.kind == Next::Kind::go) run_from(run, next.at);
}

void end_top(Run& run) {
  const Next next = after_end(run, false);
  if (next.kind == Next::Kind::go) run_from(run, next.at);
}

void hand_needed(const Run& run, const Frame& from, Frame& to) {
  for (const std::string& slot : run.flow_of(to).needs) hand(run, from, to, slot);
}

void drop_top(Run& run) {
  wipe_forgotten(run, run.top());
  run.now().stack.pop_back();
  drop_stray_waits(run);
}

void ask_again(Run& run, AskAgain how) {
  const Frame& frame = run.top();
  if (const Ask* ask = open_ask(run, frame)) {
    const bool said = how == AskAgain::in_other_words && !ask->again.empty() &&
                      say_in_turn(run, frame, ask->again, frame.flow + "/" + ask->id + "#again");
    if (!said) say(run, frame, ask->speech);
    add_question_card(run, frame, *ask);
    return;
  }
  if (open_wait(run, frame) == nullptr) return resume_top(run);
  const OpenTimer* open = timer_at(run, frame);
  if (open == nullptr) return;
  const Flow& flow = run.flow_of(frame);
  if (run.turn.bubbles.empty() && flow.returning) {
    if (auto text = fill(run, frame, *flow.returning)) add_bubble(run, flow.returning->id, *text);
  }
  add_card(run, TimerCard{open->timer.id, open->timer.started_at, open->timer.ends_at});
}

void return_to_top(Run& run) {
  const Frame& frame = run.top();
  const Flow& flow = run.flow_of(frame);
  if (flow.returning) {
    if (auto text = fill(run, frame, *flow.returning)) add_bubble(run, flow.returning->id, *text);
  }
  ask_again(run, AskAgain::in_other_words);
}

const Frame* put_off(const Run& run) {
  const std::vector<Frame>& stack = run.now().stack;
  if (stack.size() < 2) return nullptr;
  const Frame& below = stack[stack.size() - 2];
  return below.flow == two_things_flow && below.point.empty() ? &below : nullptr;
}

std::vector<std::string> offered_flows(const Run& run, const Ask& ask) {
  if (ask.offers_guesses) return run.top().guesses;
  std::vector<std::string> flows = ask.offers;
  const Frame* waiting = flows.empty() ? nullptr : put_off(run);
  if (waiting == nullptr) return flows;
  for (const std::string& flow : waiting->guesses) {
    if (std::find(flows.begin(), flows.end(), flow) == flows.end())
      flows.insert(flows.begin(), flow);
  }
  return flows;
}

std::vector<Choice> open_choices(const Run& run) {
  std::vector<Choice> choices;
  if (run.idle()) return choices;
  const Frame& frame = run.top();
  const std::string at = frame.flow + "/" + frame.point;
  const auto add_replies = [&](const std::vector<Reply>& replies) {
    for (size_t i = 0; i < replies.size(); ++i) {
      choices.push_back({replies[i].label, "reply:" + at + "/" + std::to_string(i)});
    }
  };
  if (const Wait* wait = open_wait(run, frame)) add_replies(wait->replies);
  const Ask* ask = open_ask(run, frame);
  if (ask == nullptr) return choices;
  add_replies(ask->replies);
  const std::vector<std::string> flows = offered_flows(run, *ask);
  for (const std::string& id : flows) {
    if (const Flow* flow = run.program.find(id, run.now().language))
      choices.push_back({flow->offer, "flow:" + id});
  }
  if (!flows.empty() || ask->offers_guesses) {
    const Flow* leave = run.program.find("house-leave", run.now().language);
    choices.push_back({leave != nullptr ? leave->offer : "Leave it here", "leave:" + at});
  }
  return choices;
}

void add_question_card(Run& run, const Frame& frame, const Ask& ask) {
  switch (ask.type.type) {
    case AnswerType::scale:
      add_card(run, ScaleCard{ask.type.min, ask.type.max});
      break;
    case AnswerType::duration:
      add_card(run, DurationCard{});
      break;
    case AnswerType::date:
      add_card(run, DateCard{});
      break;
    case AnswerType::marks:
      add_card(run, MarksCard{slot_value(run, frame, ask.slot).value.marks});
      break;
    default:
      break;
  }
}

}  // namespace keel
