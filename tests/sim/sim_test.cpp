// Seeded random people talk to the bundled coach under a clock of their own. Whatever they do, some
// things always hold. KEEL_SEED repeats one person; KEEL_LONG makes it many more.
#include <catch2/catch.hpp>
#include <cstdlib>

#include "base/hash.h"
#include "dialog/respond.h"
#include "embed/coach.h"
#include "store/session_json.h"

using namespace keel;

namespace {

constexpr const char* messages[] = {"i miss him so much",
                                    "she left me on read since tuesday",
                                    "7",
                                    "no",
                                    "yes",
                                    "idk",
                                    "half an hour",
                                    "skip",
                                    "back",
                                    "why do you ask",
                                    "i want to text her right now",
                                    "cant sleep",
                                    "stop",
                                    "help me breathe",
                                    "he hates me. he will never come back",
                                    "that's not what i meant",
                                    "no it was three weeks",
                                    "her name is Priya",
                                    "thanks",
                                    "bye",
                                    "what can you do",
                                    "are you a real person",
                                    "asdkjh qwe",
                                    "",
                                    "😭😭😭",
                                    "10 minutes",
                                    "i don't see the point of anything anymore",
                                    "start over",
                                    "say that again",
                                    "what's the capital of france",
                                    "i sent four messages and no answer",
                                    "fear",
                                    "something calmer",
                                    "we share a flat and i need my keys",
                                    "you are useless",
                                    "in ireland",
                                    "she",
                                    "tomorrow",
                                    "0",
                                    "100",
                                    "a bit of both",
                                    "leave it here"};

struct Person {
  explicit Person(const Program& program, uint64_t seed) : program_(program), random_(seed) {}

  void act() {
    const uint64_t choice = random_.below(10);
    at_ += static_cast<Duration>(random_.below(90)) * second_ms;
    if (choice < 4 && !session_.now.choices.empty()) {
      const Choice tapped = session_.now.choices[random_.below(session_.now.choices.size())];
      return take({EventKind::said, at_, 60, id(), tapped.title, tapped.payload, ""});
    }
    if (choice == 9) return sleep();
    const std::string text = messages[random_.below(std::size(messages))];
    take({EventKind::said, at_, 60, id(), text, "", ""});
  }

 private:
  std::string id() { return "e" + std::to_string(++events_); }

  // Time passes; timers fire in order; the page is opened again.
  void sleep() {
    at_ += static_cast<Duration>(random_.below(40)) * hour_ms;
    for (int i = 0; i < 8; ++i) {
      std::string due;
      for (const OpenTimer& open : session_.now.timers) {
        if (!open.due && open.timer.ends_at <= at_) due = open.timer.id;
      }
      if (due.empty()) break;
      take({EventKind::elapsed, at_, 60, id(), "", "", due});
    }
    take({EventKind::opened, at_, 60, id(), "", "", ""});
  }

  void take(const Event& event) {
    INFO("said: " << event.text << " tapped: " << event.payload);
    Response response = respond(program_, session_, journal_, event);
    const Response again = respond(program_, session_, journal_, event);
    const std::string saved = session_to_json(response.session);
    REQUIRE(saved == session_to_json(again.session));
    const Result<Session> loaded = session_from_json(saved);
    REQUIRE(loaded);
    REQUIRE(session_to_json(*loaded) == saved);
    REQUIRE(saved.size() < 160 * 1024);
    check(event, response.turn);
    session_ = *loaded;
    for (const JournalEntry& entry : response.turn.journal) journal_.entries.push_back(entry);
    if (journal_.entries.size() > 200) journal_.entries.erase(journal_.entries.begin());
  }

  void check(const Event& event, const Turn& turn) {
    if (event.kind == EventKind::said) REQUIRE_FALSE(turn.bubbles.empty());
    REQUIRE(turn.bubbles.size() <= 8);
    for (const Bubble& bubble : turn.bubbles) {
      REQUIRE((!bubble.text.empty() || bubble.card));
      REQUIRE(bubble.text.find('{') == std::string::npos);
    }
    const bool risk = !turn.trace.understood.safety.empty() && event.payload.empty();
    if (risk) REQUIRE(turn.view.safety != SafetyLevel::none);
    if (turn.view.safety != SafetyLevel::none) REQUIRE_FALSE(turn.view.help_lines.empty());
  }

  const Program& program_;
  Random random_;
  Session session_;
  Journal journal_;
  Instant at_ = 1'772'580'000'000;
  int events_ = 0;
};

}  // namespace

TEST_CASE("random people always get an answer, and the conversation can always be saved") {
  const Result<Compiled> compiled = load_coach(KEEL_PACK);
  REQUIRE(compiled);
  REQUIRE(compiled->program);
  const char* one = std::getenv("KEEL_SEED");
  const char* longer = std::getenv("KEEL_LONG");
  const uint64_t people = one != nullptr ? 1 : longer != nullptr && *longer == '1' ? 600 : 30;
  for (uint64_t i = 0; i < people; ++i) {
    const uint64_t seed = one != nullptr ? std::strtoull(one, nullptr, 10) : i + 1;
    INFO("KEEL_SEED=" << seed);
    Person person(*compiled->program, seed);
    for (int step = 0; step < 60; ++step) person.act();
  }
}
