#include "dialog/respond.h"

#include <algorithm>

#include "dialog/arrive.h"
#include "dialog/fit.h"
#include "dialog/memory.h"
#include "dialog/observe.h"
#include "dialog/route.h"
#include "dialog/run.h"
#include "dialog/safety_turn.h"
#include "dialog/speak.h"
#include "dialog/steps.h"
#include "understand/corrections.h"

namespace keel {
namespace {

QuestionKind kind_of(const Ask& ask) {
  switch (ask.type.type) {
    case AnswerType::scale:
      return QuestionKind::scale;
    case AnswerType::number:
      return QuestionKind::number;
    case AnswerType::duration:
      return QuestionKind::duration;
    case AnswerType::date:
      return QuestionKind::date;
    case AnswerType::yes_no:
      return QuestionKind::yes_no;
    case AnswerType::none:
    case AnswerType::one_of:
      return QuestionKind::choice;
    case AnswerType::long_text:
      return QuestionKind::long_text;
    case AnswerType::marks:
      return QuestionKind::marks;
    default:
      return QuestionKind::text;
  }
}

View view_of(const Run& run) {
  View view;
  if (safety_is_recent(run)) view.safety = run.now().safety.level;
  view.help_lines = lines_in_view(run);
  view.can_undo = !run.session.undo.empty();
  for (const OpenTimer& open : run.now().timers) {
    if (!open.timer.silent && !open.due) view.timers.push_back(open.timer);
  }
  std::sort(view.timers.begin(), view.timers.end(),
            [](const Timer& a, const Timer& b) { return a.ends_at < b.ends_at; });
  const Ask* ask = run.idle() ? nullptr : open_ask(run, run.top());
  if (ask == nullptr) return view;
  view.question = kind_of(*ask);
  view.min = ask->type.min;
  view.max = ask->type.max;
  return view;
}

bool same_place(const SessionState& a, const SessionState& b) {
  return std::equal(a.stack.begin(), a.stack.end(), b.stack.begin(), b.stack.end(),
                    [](const Frame& x, const Frame& y) {
                      return x.flow == y.flow && x.point == y.point && x.slots == y.slots &&
                             x.answered == y.answered;
                    });
}

// A step that moved the conversation can be taken back; one that only talked about it cannot.
void remember_step(Run& run) {
  const bool said = run.event.kind == EventKind::said;
  if (!said || !run.turn.take_back.empty() || same_place(run.before, run.now())) return;
  Undo undo{run.before, run.event.id};
  // What "back" does not take back is not kept twice.
  undo.before.said.clear();
  undo.before.visits.clear();
  undo.before.safety = {};
  undo.before.choices.clear();
  run.session.undo.push_back(std::move(undo));
  if (run.session.undo.size() > undo_depth_max) run.session.undo.pop_front();
}

// All that the coach says in a turn, a line each: what was heard stands above the question.
std::string lines_of(const std::vector<Bubble>& bubbles) {
  std::string lines;
  for (const Bubble& bubble : bubbles) {
    if (bubble.text.empty()) continue;
    if (!lines.empty()) lines += '\n';
    lines += bubble.text;
  }
  return lines;
}

// States before a flow that has just forgotten something are not gone back to: see wipe_forgotten.
void finish(Run& run) {
  if (run.turn.forget_events.empty()) remember_step(run);
  run.now().choices = open_choices(run);
  run.now().last_event_at = run.event.at;
  if (std::string said = lines_of(run.turn.bubbles); !said.empty()) {
    // Words that have just been forgotten may stand in the lines above the last.
    const bool forgot = !run.turn.forget_events.empty();
    run.now().coach_said = forgot ? std::string(last_line(said)) : std::move(said);
  }
  run.turn.choices = run.now().choices;
  run.turn.view = view_of(run);
  ++run.session.turns;
}

Run new_run(const Program& program, Session session, const Journal& journal, const Event& event,
            Seen* seen) {
  Fitted fitted = fit_session(program, session);
  Run run{program, journal, event, std::move(session), {}, {}, {}, std::move(fitted), seen};
  if (!run.fitted.secrets.empty()) {
    run.turn.forget_events = run.fitted.secrets;
    run.now().last_words.clear();
    run.now().heard = {};
  }
  run.before = run.session.now;
  return run;
}

// "es-MX" is spoken as "es", where there are twins.
std::string spoken(const Program& program, const std::string& language) {
  const std::string id = language.substr(0, 2);
  return program.twins.contains(id) ? id : "";
}

// What holds from one event to the next, but not for ever. The page's language waits until a safety
// flow, which answers in the language that it was called in, is over.
void begin_event(Run& run) {
  const Event& event = run.event;
  if (!event.language.empty() && open_safety_flow(run) == nullptr)
    run.now().language = spoken(run.program, event.language);
  const bool new_talk = run.session.turns > 0 && event.at - run.now().last_event_at >= talk_gap;
  if (new_talk) end_talk(run);
}

Response answer_event(Run run) {
  begin_event(run);
  switch (run.event.kind) {
    case EventKind::opened:
      on_opened(run);
      break;
    case EventKind::said:
      on_said(run);
      break;
    case EventKind::elapsed:
      on_elapsed(run);
      break;
  }
  finish(run);
  return {std::move(run.session), std::move(run.turn)};
}

Response begin_flow(Run run, const std::string& flow) {
  push_flow(run, flow, StartedBy::person);
  begin_top(run);
  finish(run);
  return {std::move(run.session), std::move(run.turn)};
}

}  // namespace

Response respond(const Program& program, Session session, const Journal& journal,
                 const Event& event) {
  return answer_event(new_run(program, std::move(session), journal, event, nullptr));
}

Response respond_seen(const Program& program, Session session, const Journal& journal,
                      const Event& event, Seen& seen) {
  return answer_event(new_run(program, std::move(session), journal, event, &seen));
}

Response start_flow(const Program& program, Session session, const Journal& journal,
                    const std::string& flow, const Event& event) {
  return begin_flow(new_run(program, std::move(session), journal, event, nullptr), flow);
}

Response start_flow_seen(const Program& program, Session session, const Journal& journal,
                         const std::string& flow, const Event& event, Seen& seen) {
  return begin_flow(new_run(program, std::move(session), journal, event, &seen), flow);
}

}  // namespace keel
