#include "talk/player.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <utility>

#include "base/assert.h"
#include "store/session_json.h"
#include "text/text.h"
#include "understand/answers.h"

namespace keel {
namespace {

constexpr std::string_view card_names[] = {"scale", "duration", "date",   "timer", "pacer",
                                           "marks", "list",     "crisis", "exit",  "export"};

std::string joined(const std::vector<std::string>& items) {
  std::string all;
  for (const std::string& item : items) all += (all.empty() ? "" : " | ") + item;
  return all;
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

bool same_value(const Answer& answer, const std::string& expected) {
  if (shown(answer.value) == expected || one_line(answer.words) == expected) return true;
  if (answer.value.kind != ValueKind::duration) return false;
  return read_duration(Text::read(expected), answer.at, 0) == answer.value.number;
}

}  // namespace

std::string shown(const Value& value) {
  switch (value.kind) {
    case ValueKind::unknown:
      return "";
    case ValueKind::number:
      return std::to_string(value.number);
    case ValueKind::duration:
      return words_of_duration(value.number);
    case ValueKind::date:
      return iso_date(value.number);
    case ValueKind::word:
    case ValueKind::text:
      return one_line(value.text);
    case ValueKind::list:
      return joined(value.items);
    case ValueKind::marks: {
      std::vector<std::string> pieces;
      for (const Mark& mark : value.marks) pieces.push_back(mark.kind + ": " + mark.words);
      return joined(pieces);
    }
  }
  return "";
}

void Player::open() {
  const std::string flow = std::exchange(to_start_, "");
  const bool opened = std::exchange(opened_, true);
  if (flow.empty() && opened) return;
  const Event begun = event(EventKind::opened, "", "");
  if (flow.empty()) return take(begun);
  adopt(watched_ == nullptr ? start_flow(program_, std::move(session_), journal_, flow, begun)
                            : start_flow_seen(program_, std::move(session_), journal_, flow, begun,
                                              watched_->seen));
}

std::string Player::act(const TalkLine& line) {
  switch (line.kind) {
    case TalkLine::Kind::at:
      return set_time(line.text);
    case TalkLine::Kind::language:
      language_ = line.text;
      return "";
    case TalkLine::Kind::start:
      return start(line.text);
    case TalkLine::Kind::you:
      return say(line.text);
    case TalkLine::Kind::tap:
      return tap(line.text);
    case TalkLine::Kind::wait:
      return wait(line.text);
    default:
      return "";
  }
}

std::vector<std::string> Player::take_lines() {
  std::vector<std::string> lines = std::exchange(lines_, {});
  if (!replies_.empty()) lines.push_back("Replies: " + std::exchange(replies_, ""));
  return lines;
}

std::string Player::start(const std::string& flow) {
  if (program_.find(flow) == nullptr) return "no flow is named \"" + flow + "\"";
  to_start_ = flow;
  return "";
}

std::string Player::set_time(const std::string& text) {
  CivilDate date;
  int hour = 0, minute = 0;
  if (std::sscanf(text.c_str(), "%d-%d-%dT%d:%d", &date.year, &date.month, &date.day, &hour,
                  &minute) != 5) {
    return "not a time like 2026-03-03T23:10: " + text;
  }
  const Instant at = instant_of(days_from_civil(date), hour, minute, 0);
  if (opened_ && at < at_) return "time does not run backwards: " + text;
  if (opened_) let_pass(at);
  at_ = at;
  return "";
}

std::string Player::say(const std::string& text) {
  open();
  at_ += typing_takes;
  take(event(EventKind::said, text, ""));
  return "";
}

std::string Player::tap(const std::string& label) {
  open();
  std::vector<std::string> offered;
  for (const Choice& choice : session_.now.choices) {
    offered.push_back(choice.title);
    if (choice.title != label) continue;
    at_ += tapping_takes;
    const std::string payload = choice.payload;
    take(event(EventKind::said, label, payload));
    heard_.clear();  // the label says it
    return "";
  }
  return "nothing to tap is named \"" + label + "\"; " +
         (offered.empty() ? "nothing is on offer" : "on offer: " + joined(offered));
}

std::string Player::wait(const std::string& words) {
  if (words == "return") {
    const bool first = !opened_ && to_start_.empty();
    open();
    if (!first) take(event(EventKind::opened, "", ""));
    return "";
  }
  const auto length = read_duration(Text::read(words), at_, 0);
  if (!length) return "not a length of time: " + words;
  open();
  let_pass(at_ + *length);
  return "";
}

// What runs out by then comes due at its time.
void Player::let_pass(Instant until) {
  while (const OpenTimer* due = first_due(until)) {
    at_ = std::max(at_, due->timer.ends_at);
    Event elapsed = event(EventKind::elapsed, "", "");
    elapsed.timer = due->timer.id;
    take(elapsed);
  }
  at_ = until;
}

const OpenTimer* Player::first_due(Instant until) const {
  const OpenTimer* first = nullptr;
  for (const OpenTimer& open : session_.now.timers) {
    if (open.due || open.timer.ends_at > until) continue;
    if (first == nullptr || open.timer.ends_at < first->timer.ends_at) first = &open;
  }
  return first;
}

Event Player::event(EventKind kind, const std::string& text, const std::string& payload) {
  Event event;
  event.kind = kind;
  event.at = at_;
  event.id = "e" + std::to_string(++events_);
  event.text = text;
  event.payload = payload;
  event.language = language_;
  return event;
}

void Player::take(const Event& event) {
  adopt(watched_ == nullptr
            ? respond(program_, std::move(session_), journal_, event)
            : respond_seen(program_, std::move(session_), journal_, event, watched_->seen));
}

void Player::adopt(Response response) {
  session_ = std::move(response.session);
  safety_ = response.turn.view.safety;
  heard_ = response.turn.trace.decided;
  if (between_ == Between::save_and_load) {
    Result<Session> loaded = session_from_json(session_to_json(session_));
    KEEL_ASSERT(static_cast<bool>(loaded));
    session_ = std::move(*loaded);
  }
  take_back(journal_, response.turn.take_back);
  if (response.turn.remove_last_entry && !journal_.entries.empty()) journal_.entries.pop_back();
  for (JournalEntry& entry : response.turn.journal) {
    Result<JournalEntry> loaded = journal_entry_from_json(journal_entry_to_json(entry));
    KEEL_ASSERT(static_cast<bool>(loaded));
    journal_.entries.push_back(between_ == Between::nothing ? std::move(entry)
                                                            : std::move(*loaded));
  }
  for (const Bubble& bubble : response.turn.bubbles) {
    if (!bubble.text.empty()) lines_.push_back("Coach: " + one_line(bubble.text));
    if (bubble.card) lines_.push_back("Card: " + std::string(card_names[bubble.card->index()]));
    if (watched_ != nullptr && !bubble.line.empty()) watched_->lines.push_back(bubble.line);
  }
  replies_.clear();
  for (const Choice& choice : response.turn.choices) {
    replies_ += (replies_.empty() ? "" : " | ") + choice.title;
  }
}

const Answer* Player::slot(const std::string& name) const {
  const auto& stack = session_.now.stack;
  for (auto frame = stack.rbegin(); frame != stack.rend(); ++frame) {
    const auto found = frame->slots.find(name);
    if (found != frame->slots.end()) return &found->second;
  }
  const auto person = session_.now.person.find(name);
  return person != session_.now.person.end() ? &person->second : kept(name);
}

const Answer* Player::kept(const std::string& name) const {
  const JournalEntry* entry = journal_.last(name);
  return entry == nullptr ? nullptr : &entry->answer;
}

std::string Player::truth_of_value(const TalkLine& line) const {
  const bool journal = line.kind == TalkLine::Kind::journal;
  const Expected expected = read_expected(line.text);
  const Answer* answer = journal ? kept(expected.name) : slot(expected.name);
  const std::string begin = (journal ? "Journal: " : "Slot: ") + expected.name;
  if (answer == nullptr || !answer->value.known()) {
    return expected.is == Expected::Is::unknown ? line.written : begin + " is unknown";
  }
  const bool holds = expected.is == Expected::Is::known ||
                     (expected.is == Expected::Is::equal && same_value(*answer, expected.value));
  return holds ? line.written : begin + " = " + shown(answer->value);
}

std::string Player::truth_of(const TalkLine& line) const {
  switch (line.kind) {
    case TalkLine::Kind::slot:
    case TalkLine::Kind::journal:
      return truth_of_value(line);
    case TalkLine::Kind::safety:
      if (line.text == name_of(safety_)) return line.written;
      return "Safety: " + std::string(name_of(safety_));
    case TalkLine::Kind::ends: {
      if (session_.now.stack.empty()) return line.written;
      const Frame& top = session_.now.stack.back();
      return "# still open: " + top.flow + ", at " + top.point;
    }
    default:
      return line.written;
  }
}

}  // namespace keel
