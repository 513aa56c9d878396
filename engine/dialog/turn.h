#pragma once
// Turn: what the coach does in answer to one event. Plain data: the edge turns it into frames and
// the store keeps it. Threads: plain values.
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/time.h"
#include "dialog/help_lines.h"
#include "dialog/value.h"
#include "understand/understanding.h"

namespace keel {

struct ScaleCard {
  int64_t min = 0;
  int64_t max = 10;
};
struct DurationCard {};
struct DateCard {};
struct TimerCard {
  std::string id;
  Instant started_at = 0;
  Instant ends_at = 0;
};
struct PacerCard {
  Duration in_ms = 4000;
  Duration out_ms = 6000;
  int32_t rounds = 9;
};
struct MarksCard {
  std::vector<Mark> pieces;
};
struct ListCard {
  std::string title;
  std::vector<std::string> items;
};
struct CrisisCard {
  SafetyLevel level = SafetyLevel::none;
  std::string category;
  std::string country;   // empty: not known
  bool guessed = false;  // the country: from the clock, they have not told
  std::vector<HelpLine> lines;
};
struct ExitCard {};
struct ExportCard {};
using Card = std::variant<ScaleCard, DurationCard, DateCard, TimerCard, PacerCard, MarksCard,
                          ListCard, CrisisCard, ExitCard, ExportCard>;

struct Bubble {
  std::string line;  // id of the line that was said; empty for a card alone
  std::string text;
  std::optional<Card> card;
};

struct Choice {
  std::string title;
  std::string payload;
};

struct Timer {
  std::string id;  // unique in its session
  Instant started_at = 0;
  Instant ends_at = 0;
  bool silent = false;  // a follow-up: not shown as a countdown
};

struct JournalEntry {
  std::string flow;
  std::string slot;
  Answer answer;
  std::string event;  // id of the event it was written by; "back" takes it back with that event
  Instant expires_at = 0;  // not read from then on, and removed; 0: kept until it is erased
};

enum class QuestionKind : uint8_t {
  none,
  scale,
  choice,
  duration,
  number,
  date,
  text,
  long_text,
  marks,
  yes_no
};

// What the page shows besides the bubbles; the newest one is the truth.
struct View {
  SafetyLevel safety = SafetyLevel::none;
  QuestionKind question = QuestionKind::none;
  int64_t min = 0;  // of a scale
  int64_t max = 0;
  std::vector<Timer> timers;         // running waits, soonest first
  std::vector<HelpLine> help_lines;  // while they are to stay in view
  bool can_undo = false;
};

// Why this turn came out as it did. Spans of the understanding point into the event's text.
struct Trace {
  Understanding understood;
  std::string decided;  // "safety suicide ask", "house:back", "reply 2 by label", "answer", "flow
                        // pause by pattern", ...
  std::vector<std::string> lines;
};

enum class EraseRequest : uint8_t { none, everything };

struct Turn {
  std::vector<Bubble> bubbles;
  std::vector<Choice> choices;
  View view;
  std::vector<JournalEntry> journal;  // to be added
  std::vector<std::string>
      forget_events;                   // ids of events whose texts are to be blanked in the store
  bool forget_this = false;            // this very event's text too
  std::vector<std::string> take_back;  // ids of events whose journal entries are to be removed
  bool remove_last_entry = false;      // "erase that": the newest journal entry goes
  EraseRequest erase = EraseRequest::none;
  Trace trace;
};

}  // namespace keel
