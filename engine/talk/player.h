#pragma once
// player: gives the person's side of a talk to the coach, with a clock of its own, and keeps what
// the coach does about it.
//
//   Player player(program, Between::nothing);
//   if (std::string wrong = player.act(line); !wrong.empty()) ...   // "nothing to tap named ..."
//   for (const std::string& line : player.take_lines()) ...         // "Coach: ...", "Replies: ..."
//
// Threads: one conversation each. Failure: words for the writer.
#include <string>
#include <vector>

#include "dialog/observe.h"
#include "talk/talk_line.h"

namespace keel {

enum class Between : uint8_t { nothing, save_and_load };

// What a talk ran and said of the flows.
struct Watched {
  Seen seen;
  std::vector<std::string> lines;  // ids of lines that were said
};

// How long a person takes to type and to tap, on the clock of a talk.
constexpr Duration typing_takes = 20 * second_ms;
constexpr Duration tapping_takes = 5 * second_ms;
// 2026-03-03T23:10
constexpr Instant talk_begins = 20515 * day_ms + 23 * hour_ms + 10 * minute_ms;

class Player {
 public:
  Player(const Program& program, Between between, Watched* watched = nullptr)
      : program_(program), between_(between), watched_(watched) {}

  // Starts the flow that a `start:` line named; else opens the page, unless it was opened already.
  void open();
  // A line of the person's side, or one that sets the scene. Empty: done; else what is wrong.
  std::string act(const TalkLine& line);
  // What was said and shown since the last call, as lines of a talk.
  std::vector<std::string> take_lines();
  // An expectation as it is in truth: the same text when it holds.
  std::string truth_of(const TalkLine& line) const;

  // What the words that were typed last were taken for: "flow pause by pattern", "answer". Empty
  // after a tap.
  const std::string& heard() const { return heard_; }
  const Session& session() const { return session_; }

 private:
  std::string start(const std::string& flow);
  std::string set_time(const std::string& text);
  std::string say(const std::string& text);
  std::string tap(const std::string& label);
  std::string wait(const std::string& words);
  std::string truth_of_value(const TalkLine& line) const;
  const Answer* slot(const std::string& name) const;
  const Answer* kept(const std::string& name) const;
  const OpenTimer* first_due(Instant until) const;
  Event event(EventKind kind, const std::string& text, const std::string& payload);
  void let_pass(Instant until);
  void take(const Event& event);
  void adopt(Response response);

  const Program& program_;
  Between between_;
  Watched* watched_;
  Session session_;
  Journal journal_;
  Instant at_ = talk_begins;
  std::string language_;
  SafetyLevel safety_ = SafetyLevel::none;
  std::string heard_;
  uint64_t events_ = 0;
  bool opened_ = false;
  std::string to_start_;  // named by `start:`; begins with the next line, at its time
  std::vector<std::string> lines_;
  std::string replies_;
};

// A value as `Slot:` shows it: "8", "10 minutes", "one | two".
std::string shown(const Value& value);

}  // namespace keel
