#include "dialog/route.h"

#include <algorithm>
#include <optional>
#include <string>

#include "dialog/answer.h"
#include "dialog/builtin_safety.h"
#include "dialog/evaluate.h"
#include "dialog/fit.h"
#include "dialog/house.h"
#include "dialog/safety_turn.h"
#include "dialog/speak.h"
#include "dialog/steps.h"
#include "understand/answers.h"
#include "understand/message_kind.h"

namespace keel {
namespace {

constexpr float house_confidence = 0.6F;              // of a guessed command where nothing is asked
constexpr float house_confidence_at_question = 0.9F;  // and where it could be the answer
constexpr uint32_t short_message_words = 6;
constexpr float sure_reply = 0.9F;            // of a reply, against a command that is only guessed
constexpr float interrupt_confidence = 0.5F;  // to leave an open question for another flow
constexpr float sure = 0.6F;                  // above this no second flow is asked about
constexpr float close_ratio = 0.6F;           // a second flow this near the first is asked about
constexpr size_t last_words_bytes_max = 400;
constexpr const char* off_topic_flow = "house-off-topic";

const IntentGuess* best_guess(const Run& run) {
  const Understanding& understood = run.turn.trace.understood;
  if (understood.intents.empty() || !understood.in_scope) return nullptr;
  return &understood.intents.front();
}

// The evidence takes in the whole message, but for a word or two of politeness.
bool covers_message(const Run& run, const IntentGuess& guess) {
  uint32_t covered = 0;
  for (const Evidence& evidence : guess.evidence) covered = std::max(covered, evidence.span.size());
  return covered + 8 >= run.text.source().size();
}

bool counts_as_house(const Run& run, const IntentGuess& guess, const Ask* ask) {
  // Where any words are an answer, "sorry" may be one for somebody else, and so may who is there.
  const bool is_told = guess.id == "house:apology" || guess.id == "house:not-alone";
  if (is_told && ask != nullptr && takes_any_words(*ask)) return false;
  const bool whole = guess.by_pattern && covers_message(run, guess);
  if (whole) return true;
  // "next friday" is a day before it is a wish to skip, and "nope" a no before it is a complaint;
  // "rather not" is a wish to skip all the same.
  if (!guess.by_pattern && ask != nullptr) {
    if (reads_as_measure(run, *ask)) return false;
    const auto reply = ask->matcher.match(run.text);
    const bool yes_no = ask->type.type == AnswerType::yes_no || run.text.size() == 1;
    const bool answers =
        reply ? reply->confidence >= sure_reply : yes_no && read_yes_no(run.text).has_value();
    if (answers && guess.id != "house:skip") return false;
  }
  if (ask != nullptr && takes_any_words(*ask)) {
    return !guess.by_pattern && guess.confidence >= house_confidence_at_question &&
           run.text.size() <= short_message_words;
  }
  const float needed = ask != nullptr ? house_confidence_at_question : house_confidence;
  return guess.by_pattern || guess.confidence >= needed;
}

// "house-skip" for a message that is a house command here; empty otherwise.
std::string house_flow(const Run& run, const Ask* ask) {
  const IntentGuess* guess = best_guess(run);
  if (guess == nullptr || !guess->id.starts_with("house:")) return "";
  if (!counts_as_house(run, *guess, ask)) return "";
  return "house-" + guess->id.substr(6);
}

// The flow an intent leads to, by the order in which flows name it.
const Flow* flow_of_intent(const Run& run, const std::string& intent) {
  const auto starts = run.program.starts.find(intent);
  if (starts == run.program.starts.end() || starts->second.empty()) return nullptr;
  return run.program.find(starts->second.front());
}

const Ask* top_ask(const Run& run) {
  return run.idle() ? nullptr : open_ask(run, run.top());
}

// What the person says of who this is about is theirs to say once; the coach uses it from then on.
void adopt_person(Run& run) {
  const auto adopt = [&](const char* slot, const std::optional<Particular>& particular) {
    if (!particular || particular->scope != Scope::plain) return;
    if (!run.program.person.contains(slot) || run.now().person.contains(slot)) return;
    run.now().person[slot] = {Value::of_word(particular->value), particular->value, run.event.at};
  };
  adopt("they", run.now().heard.pronoun);
  adopt("who", run.now().heard.who);
}

bool anything_to_show(const Run& run) {
  const Particulars& heard = run.now().heard;
  const auto plain = [](const std::optional<Particular>& p) {
    return p && p->scope == Scope::plain;
  };
  return plain(heard.event) || plain(heard.duration) || plain(heard.together_for) ||
         plain(heard.since) || plain(heard.count) || plain(heard.intensity) ||
         (!heard.feelings.empty() && heard.feelings.front().scope == Scope::plain);
}

// Says a house flow's first line between a message and its answer.
void interject(Run& run, const char* house_flow) {
  const Flow* flow = run.program.find(house_flow);
  if (flow == nullptr) return;
  Frame frame;
  frame.flow = flow->id;
  if (const Say* step = std::get_if<Say>(&flow->code.front().step)) say(run, frame, step->speech);
}

// What a message asks for beside its first thing is asked about when that is over: until then its
// frame waits below.
void put_off_second(Run& run, const Flow& first) {
  const std::optional<IntentGuess>& guess = run.turn.trace.understood.second;
  const Flow* second = guess ? flow_of_intent(run, guess->id) : nullptr;
  if (second == nullptr || second->is_house() || second->id == first.id) return;
  const Flow* asking = run.program.find(two_things_flow);
  if (asking == nullptr || !asking->parts.contains("later")) return;
  interject(run, two_things_flow);
  push_flow(run, two_things_flow, StartedBy::engine);
  run.top().part = "later";
  run.top().guesses = {second->id};
}

void start_by_words(Run& run, const Flow& flow) {
  adopt_person(run);
  run.now().misses = 0;
  if (!flow.is_house()) put_off_second(run, flow);
  push_flow(run, flow.id, StartedBy::person);
  const bool house = flow.is_house();
  if (!house && anything_to_show(run) && run.program.find("house-hearing") != nullptr) {
    push_flow(run, "house-hearing", StartedBy::engine);
  }
  begin_top(run);
}

// Distinct flows for the best intents, when the second is nearly as likely as the first.
std::vector<std::string> close_flows(const Run& run) {
  const std::vector<IntentGuess>& intents = run.turn.trace.understood.intents;
  std::vector<std::string> flows;
  for (const IntentGuess& guess : intents) {
    if (guess.confidence < intents.front().confidence * close_ratio) break;
    const Flow* flow = flow_of_intent(run, guess.id);
    if (flow == nullptr || flow->is_house()) continue;
    if (std::find(flows.begin(), flows.end(), flow->id) == flows.end()) flows.push_back(flow->id);
  }
  if (flows.size() > 3) flows.resize(3);
  return flows;
}

bool is_clear(const IntentGuess& guess) {
  return guess.by_pattern || guess.confidence >= interrupt_confidence;
}

// Nobody is told that this is no place for what they say soon after a message at risk, nor for one
// or two words that no pattern knows, nor by a mere guess.
bool may_be_off_topic(const Run& run, const IntentGuess& guess) {
  const bool scant = !guess.by_pattern && run.text.size() <= 2;
  return is_clear(guess) && !scant && !safety_is_recent(run);
}

// Starts the flow that the message asks for. False: none does.
bool start_heard_flow(Run& run, float needed) {
  const IntentGuess* guess = best_guess(run);
  if (guess == nullptr || guess->confidence < needed) return false;
  const Flow* flow = flow_of_intent(run, guess->id);
  if (flow == nullptr) return false;
  if (flow->id == off_topic_flow && !may_be_off_topic(run, *guess)) return false;
  const bool unsure = !guess->by_pattern && guess->confidence < sure;
  if (unsure) {
    std::vector<std::string> close = close_flows(run);
    if (close.size() > 1 && run.program.find("house-clarify") != nullptr) {
      run.turn.trace.decided = "two flows are close";
      if (!start_house(run, "house-clarify")) return false;
      run.top().guesses = std::move(close);
      return true;
    }
  }
  run.turn.trace.decided =
      "flow " + flow->id + " by " + guess->id + (guess->by_pattern ? " (pattern)" : " (model)");
  start_by_words(run, *flow);
  return true;
}

// A question that only sends people on to other flows. Nothing of theirs waits in it, so that
// leaving it by words is the same as leaving it by a tap.
bool only_sends_on(const Flow& flow, const Ask& ask) {
  if (!ask.offers.empty() || ask.offers_guesses) return true;
  if (!ask.slot.empty()) return false;
  const auto leads_out =
      std::count_if(ask.replies.begin(), ask.replies.end(), [&](const Reply& reply) {
        return std::holds_alternative<GoFlow>(flow.code[reply.body].step);
      });
  return 2 * static_cast<size_t>(leads_out) > ask.replies.size();
}

bool at_crossroads(const Run& run) {
  const Ask* ask = top_ask(run);
  return ask != nullptr && only_sends_on(run.flow_of(run.top()), *ask);
}

bool interrupt_for(Run& run) {
  const IntentGuess* guess = best_guess(run);
  if (guess == nullptr || guess->id.starts_with("house:")) return false;
  // One word that no pattern knows ("idk", "bad") says too little to leave a question for.
  if (!guess->by_pattern && run.text.size() < 2) return false;
  const Flow* flow = flow_of_intent(run, guess->id);
  if (flow == nullptr || flow->is_house()) return false;
  for (const Frame& frame : run.now().stack) {
    if (frame.flow == flow->id) return false;
  }
  const bool crossroads = at_crossroads(run);
  if (!is_clear(*guess) && !crossroads) return false;
  if (crossroads) drop_top(run);
  return start_heard_flow(run, 0);
}

// Once: in other words. Twice: again, with what can be tapped. The third time the question is let
// go, because a person who is not understood three times is right.
void miss_question(Run& run, const Ask& ask) {
  const uint32_t misses = ++run.now().misses;
  run.turn.trace.decided = "not understood, " + std::to_string(misses);
  if (misses >= 3) return take_skip(run, ask);
  if (misses == 1 && start_house(run, "house-first-miss")) return;
  ask_again(run, AskAgain::in_other_words);
}

void miss_idle(Run& run) {
  const uint32_t misses = ++run.now().misses;
  run.turn.trace.decided = "not understood, " + std::to_string(misses);
  const char* flow = misses == 1   ? "house-first-miss"
                     : misses == 2 ? "house-second-miss"
                                   : "house-third-miss";
  if (misses >= 3) run.now().misses = 0;
  if (start_house(run, flow)) return;
  start_house(run, "house-first-miss");
}

// A message that is no English gets an honest word about that. False: it is one to be understood.
bool cannot_be_read(Run& run) {
  const MessageKind kind = message_kind(run.text);
  if (kind == MessageKind::usual) return false;
  const bool noise = kind == MessageKind::noise;
  run.turn.trace.decided = noise ? "keys hit at random" : "another language";
  return start_house(run, noise ? "house-gibberish" : "house-other-language");
}

// "whats a good recipe for soup" at the question what brings them: says so, and asks again.
bool say_off_topic(Run& run) {
  const Flow* flow = flow_of_intent(run, best_guess(run)->id);
  if (flow == nullptr || flow->id != off_topic_flow) return false;
  return cannot_be_read(run) || start_heard_flow(run, 0);
}

void idle_message(Run& run) {
  if (cannot_be_read(run) || start_heard_flow(run, 0)) return;
  miss_idle(run);
}

// "idk" where a number, a length or a day is asked for is an answer: there is none.
bool does_not_know(const Run& run, const Ask& ask) {
  switch (ask.type.type) {
    case AnswerType::scale:
    case AnswerType::number:
    case AnswerType::duration:
    case AnswerType::date:
      return run.text.size() <= short_message_words && read_yes_no(run.text) == YesNo::unsure;
    default:
      return false;
  }
}

void answer_open_question(Run& run, Strictness strictness) {
  const Ask& ask = *open_ask(run, run.top());
  const bool in_safety = open_safety_flow(run) != nullptr;
  // Where every reply only sends on, what is clearly heard says more than words like a reply's.
  const IntentGuess* guess = best_guess(run);
  if (!in_safety && guess != nullptr && is_clear(*guess) && at_crossroads(run)) {
    if (take_words(run, ask, Strictness::word_for_word) == Taken::yes) return;
    if (interrupt_for(run) || say_off_topic(run)) return;
  }
  if (take_words(run, ask, strictness) == Taken::yes) return;
  if (!in_safety && interrupt_for(run)) return;
  if (take_other(run, ask) == Taken::yes) return;
  if (strictness == Strictness::word_for_word) return take_skip(run, ask);
  if (does_not_know(run, ask)) return take_skip(run, ask);
  if (!ask.offers.empty() || ask.offers_guesses) {
    // A closing choice holds nobody: free words there are a new message.
    drop_top(run);
    if (run.idle()) return idle_message(run);
  }
  const Ask* open = top_ask(run);
  if (open == nullptr) return idle_message(run);
  if (run.now().misses == 0 && cannot_be_read(run)) return;
  miss_question(run, *open);
}

void during_wait(Run& run) {
  if (take_words(run, *open_wait(run, run.top())) == Taken::yes) return;
  if (interrupt_for(run)) return;
  run.turn.trace.decided = "words during a wait";
  if (!start_house(run, "house-while-waiting")) ask_again(run, AskAgain::in_other_words);
}

// A label typed out, at a question or during a wait, is that reply and never a command.
bool is_exact_reply(const Run& run, const Ask* ask) {
  const Wait* wait = run.idle() ? nullptr : open_wait(run, run.top());
  if (ask == nullptr && wait == nullptr) return false;
  const auto match = ask != nullptr ? ask->matcher.match(run.text) : wait->matcher.match(run.text);
  return match && match->confidence >= 1.0F;
}

// What the person answers is no longer asked: newer scripts stand elsewhere, or have other replies.
bool is_answer_to_old_scripts(const Run& run, const Ask* ask) {
  if (run.idle()) return false;
  if (run.fitted.moved) return true;
  return run.fitted.relabelled && !run.event.payload.empty() && !is_exact_reply(run, ask);
}

// Whoever asks for something else gets that; else the coach asks where it stands now.
void go_on_after_change(Run& run) {
  const bool notice = run.top().flow == moved_on_flow;
  std::optional<Frame> kept;
  if (notice) {
    kept = run.top();
    run.now().stack.pop_back();
  }
  if (run.event.payload.empty() && open_safety_flow(run) == nullptr && interrupt_for(run)) return;
  if (kept) run.now().stack.push_back(std::move(*kept));
  run.turn.trace.decided = "the scripts have changed";
  resume_top(run);
}

void past_safety(Run& run, Strictness strictness) {
  const Ask* ask = top_ask(run);
  const std::string house = strictness == Strictness::usual ? house_flow(run, ask) : "";
  const std::optional<Correction>& correction = run.turn.trace.understood.correction;
  const bool exact_reply = is_exact_reply(run, ask);
  if (!exact_reply && !house.empty() && house != "house-correct-fact" && run.program.find(house)) {
    run.turn.trace.decided = house;
    start_house(run, house);
    return;
  }
  if (is_answer_to_old_scripts(run, ask)) return go_on_after_change(run);
  const bool long_text = ask != nullptr && ask->type.type == AnswerType::long_text;
  if (!exact_reply && !long_text && correction && apply_correction(run, *correction)) {
    run.turn.trace.decided = "correction of " + correction->slot;
    if (start_house(run, "house-correct-fact")) return;
  }
  if (ask != nullptr) return answer_open_question(run, strictness);
  if (!run.idle() && open_wait(run, run.top()) != nullptr) return during_wait(run);
  idle_message(run);
}

std::string cut(const std::string& words) {
  if (words.size() <= last_words_bytes_max) return words;
  size_t end = last_words_bytes_max;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
  return words.substr(0, end);
}

ReadContext context_of(const Run& run) {
  ReadContext context;
  context.coach_said = run.now().coach_said;
  context.at = run.event.at;
  context.utc_offset_minutes = run.event.utc_offset_minutes;
  if (safety_is_recent(run)) context.recent_safety = run.now().safety.level;
  return context;
}

void understand(Run& run) {
  run.turn.trace.understood = run.program.reader->read(run.text, context_of(run));
  run.now().last_words = cut(run.text.source());
  run.now().correction.reset();
  run.now().heard = run.turn.trace.understood.particulars;
}

// A tap says the label that it taps. Whatever else comes with it was typed and is read as such, so
// that no words get in unread.
bool says_its_label(const Run& run) {
  const Text said = Text::read(run.event.text);
  if (said.empty()) return true;
  const auto& choices = run.now().choices;
  const auto tapped = std::find_if(choices.begin(), choices.end(), [&](const Choice& choice) {
    return choice.payload == run.event.payload;
  });
  if (tapped == choices.end()) return true;
  const Text label = Text::read(tapped->title);
  if (said.size() != label.size()) return false;
  for (uint32_t token = 0; token < said.size(); ++token) {
    if (said.word(token) != label.word(token)) return false;
  }
  return true;
}

}  // namespace

void on_said(Run& run) {
  const bool by_place = !run.event.payload.empty() && !run.fitted.moved && !run.fitted.relabelled;
  if (by_place && says_its_label(run) && take_tap(run, run.event.payload) == Taken::yes) return;
  run.text = Text::read(run.event.text);
  understand(run);
  if (run.text.empty()) {
    run.turn.trace.decided = "empty";
    start_house(run, "house-empty");
    return;
  }
  switch (take_safety(run)) {
    case SafetyDecision::taken:
      return;
    case SafetyDecision::other_answer:
      return past_safety(run, Strictness::word_for_word);
    case SafetyDecision::lines_only:
      interject(run, "house-lines-again");
      show_help_lines(run, std::string(need_of(run.now().safety.category)));
      return past_safety(run, Strictness::usual);
    case SafetyDecision::nothing:
      if (run.event.text.size() > text_bytes_max && start_house(run, "house-too-long")) return;
      return past_safety(run, Strictness::usual);
  }
}

}  // namespace keel
