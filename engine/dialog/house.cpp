#include "dialog/house.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/assert.h"
#include "dialog/evaluate.h"
#include "dialog/memory.h"
#include "dialog/speak.h"
#include "dialog/timers.h"
#include "understand/answers.h"

namespace keel {
namespace {

// The house flow that acts comes off, with others that ask nothing; what it is about is on top
// again. That may be a house flow's own question ("erase everything?"). False: nothing is open
// beneath.
bool uncover(Run& run) {
  drop_top(run);
  const auto asks = [&] { return open_ask(run, run.top()) != nullptr; };
  while (!run.idle() && run.flow_of(run.top()).is_house() && !asks()) drop_top(run);
  return !run.idle();
}

void go_back(Run& run) {
  if (run.session.undo.empty()) return end_top(run);
  const Undo undo = std::move(run.session.undo.back());
  run.session.undo.pop_back();
  // What was said stays said: variants do not start over because a step was taken back.
  SessionState lasting = std::move(run.now());
  run.now() = undo.before;
  run.now().said = std::move(lasting.said);
  run.now().visits = std::move(lasting.visits);
  run.now().safety = std::move(lasting.safety);
  run.now().language = std::move(lasting.language);
  run.turn.take_back.push_back(undo.event);
  drop_stray_waits(run);
  if (!run.idle()) ask_again(run, AskAgain::in_own_words);
}

void skip(Run& run) {
  if (!uncover(run)) return;
  Frame& frame = run.top();
  if (const Ask* ask = open_ask(run, frame)) {
    frame.answered.push_back(ask->id);
    return run_from(run, ask->skipped.value_or(ask->next));
  }
  if (const Wait* wait = open_wait(run, frame)) {
    const Address next = wait->next;
    frame.point.clear();
    drop_stray_waits(run);
    return run_from(run, next);
  }
  resume_top(run);
}

void explain(Run& run) {
  if (!uncover(run)) return;
  const Frame& frame = run.top();
  const Ask* ask = open_ask(run, frame);
  const Flow& flow = run.flow_of(frame);
  const bool said = ask != nullptr && !ask->why.empty() &&
                    say_in_turn(run, frame, ask->why, frame.flow + "/" + ask->id + "#why");
  if (!said && !flow.why.empty()) add_bubble(run, flow.id + "/why", flow.why);
  ask_again(run, AskAgain::in_other_words);
}

void restart(Run& run) {
  if (!uncover(run)) return;
  // A flow that begins by beginning anew would do so for ever.
  if (run.top().started_at == run.event.at && run.top().answered.empty()) {
    return ask_again(run, AskAgain::in_own_words);
  }
  const std::string flow = run.top().flow;
  const Frame left = run.top();
  drop_top(run);
  push_flow(run, flow, StartedBy::person);
  hand_needed(run, left, run.top());
  begin_top(run);
}

void leave_everything(Run& run) {
  while (!run.idle()) drop_top(run);
}

// Runs the flow again from its beginning with the answers it has, up to the first question that is
// new.
void replay(Run& run) {
  if (!uncover(run)) return;
  Frame& frame = run.top();
  if (!run.now().correction || frame.answered.empty() || frame.replay_from.empty()) {
    return ask_again(run, AskAgain::in_other_words);
  }
  const Flow& flow = run.flow_of(frame);
  Replay again{frame.answered, frame.point};
  const std::string from = std::exchange(frame.replay_from, {});
  const auto first = std::find(frame.answered.begin(), frame.answered.end(), from);
  frame.answered.erase(first, frame.answered.end());
  cancel_follow_up(run, flow.id);
  frame.point.clear();
  drop_stray_waits(run);
  run_from(run, flow.points.at(from), again);
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> person_slots = {{
    {"other-name", "who"},
    {"own-name", "name"},
    {"other-pronoun", "they"},
    {"country", "country"},
    {"status", "status"},
    {"own-gender", "gender"},
}};

bool correct_person(Run& run, const Correction& correction) {
  for (const auto& [from, slot] : person_slots) {
    if (correction.slot != from) continue;
    const std::string name(slot);
    if (!run.program.person.contains(name)) return false;
    if (!correction.value) {
      run.now().person.erase(name);
    } else {
      run.now().person[name] = {Value::of_word(*correction.value), *correction.value, run.event.at};
    }
    return true;
  }
  return false;
}

std::optional<Particular>* heard_slot(Particulars& heard, const std::string& slot) {
  if (slot == "who") return &heard.who;
  if (slot == "event") return &heard.event;
  if (slot == "channel") return &heard.channel;
  if (slot == "intensity") return &heard.intensity;
  if (slot == "count") return &heard.count;
  if (slot == "time") return &heard.since;
  return nullptr;
}

bool is_long(const std::string& iso) {
  return !iso.empty() && (iso.back() == 'Y' || (iso.back() == 'M' && iso.find('T') == iso.npos));
}

// The length that was meant: a relationship is mended in months and years ("3 years" for "2
// years"), and never by "it's only been a day".
std::optional<Particular>* heard_length(Particulars& heard, const Correction& correction) {
  if (!heard.together_for) return heard.duration ? &heard.duration : nullptr;
  const std::string meant = correction.value.value_or("");
  const bool together = meant.empty() || is_long(meant);
  if (!heard.duration) return together ? &heard.together_for : nullptr;
  const std::string& known = heard.together_for->value;
  const bool same_unit = !meant.empty() && !known.empty() && known.back() == meant.back();
  return together && same_unit ? &heard.together_for : &heard.duration;
}

bool correct_heard(Run& run, const Correction& correction) {
  bool found = false;
  std::vector<Particulars*> all{&run.now().heard};
  for (Frame& frame : run.now().stack) all.push_back(&frame.heard);
  for (Particulars* heard : all) {
    if (correction.slot == "feeling" && !heard->feelings.empty()) {
      heard->feelings.clear();
      if (correction.value) {
        heard->feelings.push_back(
            {*correction.value, correction.words, correction.span, Scope::plain});
      }
      found = true;
      continue;
    }
    std::optional<Particular>* slot = correction.slot == "duration"
                                          ? heard_length(*heard, correction)
                                          : heard_slot(*heard, correction.slot);
    if (slot == nullptr || !*slot) continue;
    if (correction.value) {
      (*slot)->value = *correction.value;
      (*slot)->words = correction.words;
    } else {
      slot->reset();
    }
    found = true;
  }
  return found;
}

std::optional<Value> value_of(const Correction& correction, AnswerType type) {
  if (!correction.value) return std::nullopt;
  if (type == AnswerType::duration && correction.slot == "duration") {
    if (const auto ms = duration_of_iso(*correction.value)) return Value::of_duration(*ms);
    return std::nullopt;
  }
  const bool number = type == AnswerType::scale || type == AnswerType::number;
  if (!number || (correction.slot != "intensity" && correction.slot != "count"))
    return std::nullopt;
  const auto value = read_number(Text::read(*correction.value));
  return value ? std::optional(Value::of_number(*value)) : std::nullopt;
}

// The newest answer of this run that is of the corrected kind.
bool correct_answer(Run& run, const Correction& correction) {
  Frame* frame = run.beneath_house();
  if (frame == nullptr) return false;
  const Flow& flow = run.flow_of(*frame);
  for (auto id = frame->answered.rbegin(); id != frame->answered.rend(); ++id) {
    const auto point = flow.points.find(*id);
    if (point == flow.points.end()) continue;
    const Ask* ask = std::get_if<Ask>(&flow.code[point->second].step);
    if (ask == nullptr || ask->slot.empty()) continue;
    const std::optional<Value> value = value_of(correction, ask->type.type);
    if (!value) continue;
    const bool scale = ask->type.type == AnswerType::scale;
    if (scale && (value->number < ask->type.min || value->number > ask->type.max)) continue;
    store_answer(run, *frame, ask->slot, {*value, correction.words, run.event.at});
    frame->replay_from = ask->id;
    return true;
  }
  return false;
}

std::string label_of(const std::string& slot) {
  std::string label = slot;
  std::replace(label.begin(), label.end(), '_', ' ');
  if (!label.empty() && label[0] >= 'a' && label[0] <= 'z')
    label[0] = static_cast<char>(label[0] - 32);
  return label;
}

constexpr size_t known_entries_max = 30;

}  // namespace

bool start_house(Run& run, const std::string& flow) {
  if (run.program.find(flow) == nullptr) return false;
  push_flow(run, flow, StartedBy::engine);
  begin_top(run);
  return true;
}

void do_house(Run& run, Do::Action action) {
  switch (action) {
    case Do::Action::back:
      return go_back(run);
    case Do::Action::misread:
      return go_back(run);
    case Do::Action::skip:
      return skip(run);
    case Do::Action::repeat:
      if (uncover(run)) ask_again(run, AskAgain::in_own_words);
      return;
    case Do::Action::rephrase:
      if (uncover(run)) ask_again(run, AskAgain::in_other_words);
      return;
    case Do::Action::why:
      return explain(run);
    case Do::Action::restart:
      return restart(run);
    case Do::Action::park:
      uncover(run);
      return;
    case Do::Action::stop:
      return leave_everything(run);
    case Do::Action::correct:
      return replay(run);
    case Do::Action::erase_last:
      run.turn.remove_last_entry = true;
      return end_top(run);
    case Do::Action::erase_everything:
      run.turn.erase = EraseRequest::everything;
      return leave_everything(run);
    case Do::Action::resume:
      if (uncover(run)) return_to_top(run);
      return;
  }
}

bool apply_correction(Run& run, const Correction& correction) {
  // What this very message says cannot be what it corrects.
  Particulars said_now = std::exchange(run.now().heard, run.before.heard);
  const bool answer = correct_answer(run, correction);
  const bool person = correct_person(run, correction);
  const bool particular = correct_heard(run, correction);
  if (!answer && !person && !particular) {
    run.now().heard = std::move(said_now);
    return false;
  }
  run.now().correction = correction;
  return true;
}

void show_known(Run& run) {
  ListCard card;
  for (const auto& [slot, answer] : run.now().person) {
    if (answer.value.known()) card.items.push_back(label_of(slot) + ": " + said_back(run, answer));
  }
  const auto& entries = run.journal.entries;
  const size_t first = entries.size() > known_entries_max ? entries.size() - known_entries_max : 0;
  for (size_t i = entries.size(); i-- > first;) {
    const std::string said = said_back(run, entries[i].answer);
    if (said.empty() || is_expired(entries[i], run.event.at)) continue;
    card.items.push_back(label_of(entries[i].slot) + ", " + day_words(run, entries[i].answer.at) +
                         ": " + said);
  }
  if (!card.items.empty()) add_card(run, std::move(card));
}

}  // namespace keel
