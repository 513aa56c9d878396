// The talks of the bundled coach, and the runner that plays them, which is shown to fail.
#include "talk/talk.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "bundled_coach.h"
#include "contents.h"
#include "small_pack.h"
#include "talk/coverage.h"
#include "talk/record.h"

using namespace keel;
using keel::test::bundled_coach;
using keel::test::small_pack;

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> transcripts() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(KEEL_TESTS) / "transcripts")) {
    if (entry.path().extension() == ".talk") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

bool updating() {
  return std::getenv("KEEL_UPDATE") != nullptr;
}

const std::string tea = R"(# A cup, straight through.
at: 2026-03-03T23:10
start: tea
Coach: Tea it is.
Coach: How thirsty, from 0 to 10?
Card: scale
You: 9
Coach: The big cup then. Shall I add ice?
Replies: Ice | No ice
Slot: thirst = 9
Slot: milk is unknown
Journal: thirst = 9
Tap: No ice
Coach: Milk?
Replies: Yes | No
Tap: Yes
Coach: What do you call this mug?
Replies: The blue one
Slot: milk = yes
You: grandma's
Coach: "grandma's", good.
Card: timer
Replies: It is ready
Safety: none
Wait: 5 minutes
Coach: It is ready.
Coach: What now?
Replies: Have cake | Leave it here
Slot: mug = other
Slot: mug = grandma's
Tap: Leave it here
Ends
)";

std::string with(const std::string& from, const std::string& to) {
  std::string text = tea;
  const size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("every transcript comes out as it is written, also with save and load between turns") {
  const auto program = bundled_coach();
  REQUIRE(program != nullptr);
  for (const fs::path& path : transcripts()) {
    const std::string written = test::contents_of(path);
    const Talk talk = run_talk(*program, written, Between::nothing);
    if (updating() && !talk.stopped) {
      std::ofstream(path) << talk.written_anew;
      continue;
    }
    INFO(render(talk, path.filename().string()));
    CHECK(talk.passed());
    CHECK(talk.written_anew == written);
    const Talk saved = run_talk(*program, written, Between::save_and_load);
    INFO(render(saved, path.filename().string()));
    CHECK(saved.written_anew == talk.written_anew);
  }
}

TEST_CASE("a talk with every form of line passes, and is written down as it stands") {
  const auto program = small_pack();
  for (const Between between : {Between::nothing, Between::save_and_load}) {
    const Talk talk = run_talk(*program, tea, between);
    INFO(render(talk, "tea.talk"));
    CHECK(talk.passed());
    CHECK(talk.written_anew == tea);
  }
}

TEST_CASE("whatever is wrong with a talk is told at its line") {
  struct Row {
    std::string talk;
    std::string told;  // the first lines of what is told
  };
  const Row rows[] = {
      {with("Coach: Milk?", "Coach: Sugar?"),
       "t.talk:14: the coach should have said\n    Sugar?\n  and said\n    Milk?\n"},
      {with("Coach: Milk?\n", ""),
       "t.talk:14: the coach also said, and it does not stand here\n    Milk?\n"},
      {with("Coach: Milk?\n", "Coach: Milk?\nCoach: Or none?\n"),
       "t.talk:15: the coach should have said\n    Or none?\n  and it did not come\n"},
      {with("Replies: Ice | No ice\n", ""),
       "t.talk:9: this also came, and it does not stand here\n    Replies: Ice | No ice\n"},
      {with("Replies: Ice | No ice", "Replies: Ice"),
       "t.talk:9: this should have come\n    Replies: Ice\n  and this came\n    Replies: Ice | No "
       "ice\n"},
      {with("Card: timer\n", ""), "t.talk:22: this also came, and it does not stand here\n"},
      {"start: tea\nCoach: Tea it is.\n",
       "t.talk:3: this also came, and it does not stand here\n    Coach: How thirsty, from 0 to "
       "10?\n    Card: scale\n"},
      {"start: tea\nCoach: Tea it is.\nCoach: How thirsty, from 0 to 10?\nCard: scale\nCoach: "
       "And?\n",
       "t.talk:5: the coach should have said\n    And?\n  and it did not come\n"},
      {"start: tea\nChoach: Tea it is.\n",
       "t.talk:2: not a line of a talk: a line begins with Coach:, "},
      {with("Tap: No ice", "Tap: Lots of ice"),
       "t.talk:13: nothing to tap is named \"Lots of ice\"; on offer: Ice | No ice\n"},
      {"start: tea\nCoach: Tea it is.\nCoach: How thirsty, from 0 to 10?\nCard: scale\nTap: 9\n",
       "t.talk:5: nothing to tap is named \"9\"; nothing is on offer\n"},
      {"start: coffee\n", "t.talk:1: no flow is named \"coffee\"\n"},
      {"at: tonight\n", "t.talk:1: not a time like 2026-03-03T23:10: tonight\n"},
      {with("Wait: 5 minutes", "Wait: a bit of blue"),
       "t.talk:25: not a length of time: a bit of blue\n"},
      {with("Slot: thirst = 9", "Slot: thirst = 8"),
       "t.talk:10: this should hold\n    Slot: thirst = 8\n  and this does\n    Slot: thirst = "
       "9\n"},
      {with("Slot: thirst = 9", "Slot: thirst is unknown"), "t.talk:10: this should hold\n"},
      {with("Slot: milk is unknown", "Slot: milk is known"), "t.talk:11: this should hold\n"},
      {with("Slot: thirst = 9", "Slot: thirst: 9"), "t.talk:10: write it as \"urge = 8\", "},
      {with("Journal: thirst = 9", "Journal: mug = blue"),
       "t.talk:12: this should hold\n    Journal: mug = blue\n  and this does\n    Journal: mug is "
       "unknown\n"},
      {with("Safety: none", "Safety: high"), "t.talk:24: this should hold\n"},
      {with("Tap: Leave it here\nEnds", "Ends"),
       "t.talk:31: this should hold\n    Ends\n  and this does\n    # still open: tea, at "
       "ready/2\n"},
      {with("Ends\n", "Ends here\n"), "t.talk:32: nothing stands after Ends\n"},
      {with("Wait: 5 minutes", "Wait:"), "t.talk:25: \"Wait:\" says nothing more\n"},
      {with("Tap: Yes", "at: 2026-03-03T20:00\nTap: Yes"),
       "t.talk:16: time does not run backwards: 2026-03-03T20:00\n"},
  };
  const auto program = small_pack();
  for (const Row& row : rows) {
    const Talk talk = run_talk(*program, row.talk, Between::nothing);
    CHECK_FALSE(talk.passed());
    const std::string told = render(talk, "t.talk");
    CHECK(told.substr(0, row.told.size()) == row.told);
  }
}

TEST_CASE("a difference is shown with the lines that led to it") {
  const Talk talk =
      run_talk(*small_pack(), with("Coach: Milk?", "Coach: Sugar?"), Between::nothing);
  CHECK(render(talk, "t.talk") ==
        "t.talk:14: the coach should have said\n    Sugar?\n  and said\n    Milk?\n  after\n"
        "    Coach: The big cup then. Shall I add ice?\n    Replies: Ice | No ice\n"
        "    Tap: No ice\n");
}

TEST_CASE("a talk that goes otherwise tells what the person's words were taken for") {
  const auto program = small_pack();
  const Talk talk =
      run_talk(*program, "start: tea\nYou: 9\nCoach: A small cup then.\n", Between::nothing);
  REQUIRE_FALSE(talk.passed());
  CHECK(talk.mismatches.back().heard == "answer");
  CHECK(render(talk, "t.talk").ends_with("  which was taken as\n    answer\n"));
}

TEST_CASE("coverage tells what was run and said, and what never, by its line") {
  const auto program = small_pack();
  Watched watched;
  run_talk(*program, tea, Between::nothing, &watched);
  const Texts texts = {{"dialogs/tea.keel", keel::test::small_pack_text("dialogs/tea.keel")}};
  const Coverage coverage = cover(*program, watched, texts);
  const std::string words = in_words(coverage);
  INFO(words);
  CHECK(words.find("tea: parts 2 of 3, questions 6 of 7, replies 3 of 10, branches 1 of 2, lines "
                   "8 of 17\n") != std::string::npos);
  CHECK(words.find("cake: parts 0 of 1, questions 0 of 1") != std::string::npos);
  CHECK(words.find("dialogs/tea.keel:18: never false\n") != std::string::npos);
  CHECK(words.find("dialogs/tea.keel:20: * Ice\n") != std::string::npos);
  CHECK(words.find("dialogs/tea.keel:11: or: Tea again.\n") != std::string::npos);
  CHECK(words.find(": * No ice\n") == std::string::npos);
  const std::string page = coverage_page(coverage, texts);
  CHECK(page.find("<td class=\"no\">✗ never</td><td>    * Ice</td>") != std::string::npos);
  CHECK(page.find("<td class=\"yes\">✓ yes</td><td>    * No ice</td>") != std::string::npos);
  CHECK(page.find("◐ in part</td><td>if thirst &gt;= 8</td>") != std::string::npos);
}

namespace {

// A conversation as `keel chat` has it, written down on the way.
class Chat {
 public:
  Chat() : program_(small_pack()) {}
  void say(const std::string& text, Duration after = 9 * second_ms) {
    at_ += after;
    std::string payload;
    for (const Choice& choice : session_.now.choices) {
      if (choice.title == text) payload = choice.payload;
    }
    take({EventKind::said, at_, 60, "", text, payload, ""}, !payload.empty());
  }
  void open() { take({EventKind::opened, at_, 60, "", "", "", ""}, false); }
  void start(const std::string& flow) {
    const Event opened{EventKind::opened, at_, 60, "start", "", "", ""};
    recorder_.starts(flow);
    adopt(opened, false, start_flow(*program_, std::move(session_), journal_, flow, opened));
  }
  void run_timer() {
    const Timer timer = session_.now.timers.front().timer;
    at_ = timer.ends_at;
    take({EventKind::elapsed, at_, 60, "", "", "", timer.id}, false);
  }
  Recorded recorded() const { return recorder_.talk(*program_); }
  bool replays(const std::string& talk) const {
    return run_talk(*program_, talk, Between::save_and_load).passed();
  }

 private:
  void take(Event event, bool tapped) {
    event.id = "c" + std::to_string(++events_);
    adopt(event, tapped, respond(*program_, std::move(session_), journal_, event));
  }
  void adopt(const Event& event, bool tapped, Response response) {
    session_ = std::move(response.session);
    take_back(journal_, response.turn.take_back);
    for (const JournalEntry& entry : response.turn.journal) journal_.entries.push_back(entry);
    recorder_.took(event, tapped, response.turn);
  }

  std::shared_ptr<const Program> program_;
  Session session_;
  Journal journal_;
  Recorder recorder_;
  Instant at_ = days_from_civil({2026, 3, 5}) * day_ms + 8 * hour_ms;
  int events_ = 0;
};

}  // namespace

TEST_CASE("a conversation that was had is a talk that passes") {
  Chat chat;
  chat.open();
  chat.say("tired");
  chat.say("i would like some tea");
  chat.say("9");
  chat.say("No ice");
  chat.say("Yes", 20 * minute_ms);
  chat.say("The blue one");
  chat.run_timer();
  chat.say("Leave it here");
  const Recorded recorded = chat.recorded();
  CHECK(recorded.problem.empty());
  INFO(recorded.talk);
  CHECK_FALSE(recorded.differs);
  CHECK(recorded.talk.find("at: 2026-03-05T09:00\n") == 0);
  CHECK(recorded.talk.find("Tap: No ice\n") != std::string::npos);
  CHECK(recorded.talk.find("Wait: 5 minutes\nCoach: It is ready.\n") != std::string::npos);
  CHECK(chat.replays(recorded.talk));
}

TEST_CASE("a conversation that began with a flow is written down with it") {
  Chat chat;
  chat.start("tea");
  chat.say("9");
  const Recorded recorded = chat.recorded();
  INFO(recorded.talk);
  CHECK(recorded.talk.find("at: 2026-03-05T09:00\nstart: tea\nCoach: Tea") == 0);
  CHECK_FALSE(recorded.differs);
  CHECK(chat.replays(recorded.talk));
}

TEST_CASE("what is forgotten or erased is never written into a talk") {
  Chat chat;
  chat.open();
  chat.say("hello you");
  chat.say("i have a secret to tell");
  chat.say("the cat is mine");
  const Recorded recorded = chat.recorded();
  CHECK(recorded.words_left_out);
  CHECK(recorded.talk.find("cat") == std::string::npos);
  CHECK(recorded.talk.find("Coach: Safe.\n") != std::string::npos);
  CHECK(chat.replays(recorded.talk));
  chat.say("erase it all");
  chat.say("Yes, all of it");
  CHECK(chat.recorded().talk.empty());
  CHECK_FALSE(chat.recorded().problem.empty());
}
