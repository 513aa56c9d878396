#include "talk/talk.h"

#include <algorithm>
#include <sstream>

#include "dialog/respond.h"
#include "store/session_json.h"
#include "text/text.h"
#include "understand/answers.h"

namespace keel {
namespace {

constexpr std::string_view card_names[] = {"scale", "duration", "date",   "timer", "pacer",
                                           "marks", "list",     "crisis", "exit",  "export"};

bool take_prefix(std::string& line, const char* prefix) {
  if (line.rfind(prefix, 0) != 0) return false;
  line = line.substr(std::string_view(prefix).size());
  return true;
}

Result<Instant> read_at(const std::string& text) {
  CivilDate date;
  int hour = 0, minute = 0;
  if (std::sscanf(text.c_str(), "%d-%d-%dT%d:%d", &date.year, &date.month, &date.day, &hour,
                  &minute) != 5) {
    return Error{ErrorCode::invalid_argument, "not a time: " + text};
  }
  return instant_of(days_from_civil(date), hour, minute, 0);
}

class Player {
 public:
  Player(const Program& program, Between between) : program_(program), between_(between) {}

  Status line(std::string line) {
    if (line.empty() || line[0] == '#') {
      // A comment stands before the person's next line, so what was pending is written first.
      if (!opened_ && line.empty() && out_.empty()) return Done{};
      flush();
      out_ += line + "\n";
      return Done{};
    }
    const std::string whole = line;
    if (take_prefix(line, "Coach:") || take_prefix(line, "Replies:") ||
        take_prefix(line, "Card:")) {
      return open_if_needed();
    }
    if (take_prefix(line, "at: ")) {
      const Result<Instant> at = read_at(line);
      if (!at) return at.error();
      at_ = *at;
      out_ += whole + "\n";
      return Done{};
    }
    if (take_prefix(line, "start: ")) {
      if (program_.find(line) == nullptr) return Error{ErrorCode::not_found, "no flow " + line};
      out_ += whole + "\n";
      opened_ = true;
      adopt(start_flow(program_, std::move(session_), journal_, line,
                       event(EventKind::opened, "", "")));
      return Done{};
    }
    const Status opened = open_if_needed();
    if (!opened) return opened;
    flush();
    out_ += whole + "\n";
    if (take_prefix(line, "You:")) return say(line.empty() ? line : line.substr(1));
    if (take_prefix(line, "Tap: ")) return tap(line);
    if (take_prefix(line, "Wait: ")) return wait(line);
    return Error{ErrorCode::invalid_argument, "not a line of a transcript: " + whole};
  }

  std::string finish() {
    flush();
    return std::move(out_);
  }

 private:
  Status open_if_needed() {
    if (opened_) return Done{};
    opened_ = true;
    take(event(EventKind::opened, "", ""));
    return Done{};
  }

  Status say(const std::string& text) {
    at_ += 20 * second_ms;
    take(event(EventKind::said, text, ""));
    return Done{};
  }

  Status tap(const std::string& label) {
    at_ += 5 * second_ms;
    for (const Choice& choice : session_.now.choices) {
      if (choice.title != label) continue;
      const std::string payload = choice.payload;
      take(event(EventKind::said, label, payload));
      return Done{};
    }
    std::string offered;
    for (const Choice& choice : session_.now.choices) offered += " | " + choice.title;
    return Error{ErrorCode::not_found,
                 "nothing to tap named \"" + label + "\"; there is" + offered};
  }

  Status wait(const std::string& words) {
    if (words == "return") {
      take(event(EventKind::opened, "", ""));
      return Done{};
    }
    const auto length = read_duration(Text::read(words), at_, 0);
    if (!length) return Error{ErrorCode::invalid_argument, "not a length of time: " + words};
    const Instant until = at_ + *length;
    while (const OpenTimer* due = first_due(until)) {
      at_ = std::max(at_, due->timer.ends_at);
      Event elapsed = event(EventKind::elapsed, "", "");
      elapsed.timer = due->timer.id;
      take(elapsed);
    }
    at_ = until;
    return Done{};
  }

  const OpenTimer* first_due(Instant until) const {
    const OpenTimer* first = nullptr;
    for (const OpenTimer& open : session_.now.timers) {
      if (open.due || open.timer.ends_at > until) continue;
      if (first == nullptr || open.timer.ends_at < first->timer.ends_at) first = &open;
    }
    return first;
  }

  Event event(EventKind kind, const std::string& text, const std::string& payload) {
    return {kind, at_, 0, "e" + std::to_string(++events_), text, payload, ""};
  }

  void take(const Event& event) { adopt(respond(program_, std::move(session_), journal_, event)); }

  void adopt(Response response) {
    session_ = std::move(response.session);
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
      journal_.entries.push_back(std::move(*loaded));
    }
    for (const Bubble& bubble : response.turn.bubbles) {
      if (!bubble.text.empty()) pending_ += "Coach: " + bubble.text + "\n";
      if (bubble.card) pending_ += "Card: " + std::string(card_names[bubble.card->index()]) + "\n";
    }
    replies_.clear();
    for (const Choice& choice : response.turn.choices) {
      replies_ += (replies_.empty() ? "Replies: " : " | ") + choice.title;
    }
  }

  void flush() {
    out_ += std::exchange(pending_, "");
    if (!replies_.empty()) out_ += std::exchange(replies_, "") + "\n";
  }

  const Program& program_;
  Between between_;
  Session session_;
  Journal journal_;
  Instant at_ = days_from_civil({2026, 3, 3}) * day_ms + 23 * hour_ms + 10 * minute_ms;
  uint64_t events_ = 0;
  bool opened_ = false;
  std::string pending_;
  std::string replies_;
  std::string out_;
};

}  // namespace

Result<std::string> play(const Program& program, const std::string& transcript, Between between) {
  Player player(program, between);
  std::istringstream lines(transcript);
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    const Status done = player.line(line);
    if (!done) {
      return Error{done.error().code,
                   "line " + std::to_string(number) + ": " + done.error().message};
    }
  }
  return player.finish();
}

}  // namespace keel
