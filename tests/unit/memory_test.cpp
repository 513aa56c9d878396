// What is handed on, kept for a time, and forgotten: while a conversation runs, and afterwards.
#include <algorithm>
#include <catch2/catch.hpp>

#include "dialog/memory.h"
#include "small_pack.h"
#include "store/memory_store.h"
#include "store/session_json.h"

using namespace keel;
using keel::test::said;
using keel::test::small_pack;
using keel::test::Talk;

namespace {

PackFile flow(const std::string& id, const std::string& text) {
  return {"dialogs/" + id + ".keel", "flow " + id + "\ntitle: " + id + "\n" + text};
}

const std::string ask_urge = "Coach: How loud?\n  ask urge: scale 0 to 10\n";

}  // namespace

TEST_CASE("a visited flow gives, and one that needs has what it needs, also when it starts over") {
  const auto program = small_pack(
      {flow("outer",
            "keep: urge until erased\n\nvisit inner\nCoach: {urge}, then.\nvisit needy\n"
            "Coach: Back.\nCoach: And now?\n  offer needy\n"),
       flow("inner", "gives: urge\n\n" + ask_urge + "  if skipped\n    set urge to 5\n"),
       flow("needy", "needs: urge\n\nCoach: Still {urge}.\n  ask more: text\n  again: Well?\n")});
  Talk talk(program);
  CHECK(said(talk.start("outer")) == "How loud?\n");
  CHECK(said(talk.say("7")) == "7, then.\nStill 7.\n");
  REQUIRE(talk.journal().entries.size() == 1);
  CHECK(talk.journal().last("urge")->answer.value == Value::of_number(7));
  CHECK(said(talk.say("start over")) == "From the start.\nStill 7.\n");
  CHECK(said(talk.say("enough")) == "Back.\nAnd now?\n");
  CHECK(said(talk.tap("needy")) == "Still 7.\n");
  Talk skipped(program);
  skipped.start("outer");
  CHECK(said(skipped.say("skip this")) == "Skipped.\n5, then.\nStill 5.\n");
}

TEST_CASE("what is kept for some days is not read after them") {
  const auto program = small_pack({flow("diary",
                                        "keep: urge 2 days\n\nCoach: Hello.\n"
                                        "  or if last urge is known: It was {last urge}.\n"
                                        "  or if days since urge < 9: That was {day of urge}.\n" +
                                            ask_urge)});
  Talk talk(program);
  talk.start("diary");
  talk.say("7");
  const JournalEntry entry = talk.journal().entries.at(0);
  CHECK(entry.expires_at - entry.answer.at == 2 * day_ms);
  CHECK(journal_entry_from_json(journal_entry_to_json(entry))->expires_at == entry.expires_at);
  talk.pass(day_ms);
  CHECK(said(talk.start("diary")) == "It was 7.\nHow loud?\n");
  talk.say("skip this");
  talk.pass(day_ms);
  CHECK(said(talk.start("diary")) == "Hello.\nHow loud?\n");
}

TEST_CASE("what is kept for this talk is never written down, and goes with the talk") {
  const auto program =
      small_pack({flow("passing", "keep: urge for this talk\n\n" + ask_urge +
                                      "Coach: Go on?\n  * Yes\nCoach: I don't know any more.\n"
                                      "  or if urge is known: It was {urge}.\n")});
  for (const Duration away : {talk_gap - minute_ms, talk_gap + minute_ms}) {
    Talk talk(program);
    talk.start("passing");
    talk.say("7");
    CHECK(talk.journal().entries.empty());
    talk.pass(away);
    CHECK(said(talk.tap("Yes")) == (away < talk_gap ? "It was 7.\n" : "I don't know any more.\n"));
    const bool left = session_to_json(talk.session()).find("\"urge\":") != std::string::npos;
    CHECK(left == (away < talk_gap));  // until then, "back" still knows it
  }
}

// A conversation whose turns are stored, as a server would do it.
class Stored {
 public:
  explicit Stored(std::shared_ptr<const Program> program) : program_(std::move(program)) {}

  void start(const std::string& flow) {
    const Event event{EventKind::opened, at_, 0, next_id(), "", "", ""};
    keep(start_flow(*program_, std::move(session_), journal_, flow, event), event);
  }
  void say(const std::string& text) { take({EventKind::said, at_, 0, next_id(), text, "", ""}); }
  void tap(size_t choice) {
    const Choice chosen = session_.now.choices.at(choice);
    take({EventKind::said, at_, 0, next_id(), chosen.title, chosen.payload, ""});
  }

  // Everything that is left of it: the state with its undo steps, the journal, the record.
  std::string all() {
    std::string text = session_to_json(session_);
    for (const JournalEntry& entry : journal_.entries) text += journal_entry_to_json(entry);
    const auto exported = store_.export_person(key().token_hash);
    REQUIRE(exported);
    for (const ExportedSession& one : *exported) {
      text += one.session.state;
      for (const JournalRow& row : one.session.journal) text += row.text;
      for (const TimerRow& timer : one.session.timers) text += timer.payload;
      for (const Record& record : one.records) text += record.text + "\n";
    }
    return text;
  }
  const Session& session() const { return session_; }

 private:
  static SessionKey key() { return {TokenHash{}, "pack", "en"}; }
  std::string next_id() { return "e" + std::to_string(++events_); }

  void take(const Event& event) {
    keep(respond(*program_, std::move(session_), journal_, event), event);
  }

  void keep(Response response, const Event& event) {
    at_ += minute_ms;
    session_ = std::move(response.session);
    const Turn& turn = response.turn;
    Commit commit;
    commit.key = key();
    if (version_ == 0) commit.create = NewSession{"s", "e"};
    commit.event = event.id;
    commit.at = event.at;
    commit.base_version = version_++;
    commit.state = session_to_json(session_);
    const auto add = [&](RecordKind kind, const std::string& text) {
      commit.records.push_back({++seq_, kind, "", text});
    };
    add(RecordKind::you, event.text);
    for (const Bubble& bubble : turn.bubbles) add(RecordKind::bot, bubble.text);
    commit.forget_events = turn.forget_events;
    if (turn.forget_this) commit.forget_events.push_back(event.id);
    for (const JournalEntry& entry : turn.journal) {
      journal_.entries.push_back(entry);
      commit.journal.push_back({0, entry.slot, journal_entry_to_json(entry), {}, entry.expires_at});
    }
    const auto results = store_.commit({&commit, 1});
    REQUIRE(results);
    REQUIRE(results->front().outcome == CommitOutcome::stored);
  }

  std::shared_ptr<const Program> program_;
  MemoryStore store_;
  Session session_;
  Journal journal_;
  Instant at_ = 1'772'580'000'000;
  uint64_t version_ = 0;
  int64_t seq_ = 0;
  int events_ = 0;
};

struct Ending {
  const char* what;
  const char* flow;  // what follows the question
  std::vector<std::string> then;
};

TEST_CASE("nothing of what a flow forgets is left when it is over") {
  const std::string question =
      "forget: hush\n\nCoach: Tell me.\n  ask hush: text\n  again: Well?\n  if skipped\n    end\n";
  const Ending endings[] = {
      {"at once", "Coach: Safe.\n", {}},
      {"after a tap", "Coach: Safe?\n  * Yes\nCoach: Good.\n", {"#0"}},
      {"after a tap that goes elsewhere", "Coach: Safe?\n  * Yes\n    go to tea\n", {"#0"}},
      {"after more words", "Coach: What else?\n  ask more: text\n", {"nothing"}},
      {"asked twice", "part again\nCoach: Once more.\n  ask hush: text\n", {"xyzzy too", "#"}},
      {"stopped", "Coach: Safe?\n  * Yes\n", {"stop"}},
      {"started over", "Coach: Safe?\n  * Yes\n", {"start over"}},
      {"with a visit", "visit tea\n", {"3", "stop"}},
      {"with a follow-up",
       "follow up tomorrow morning with later\nend\npart later\nCoach: So.\n",
       {}},
      {"with a step back",
       "Coach: Safe?\n  * Yes\nCoach: Sure?\n  * Yes\n",
       {"#0", "go back", "#0", "#0"}},
  };
  for (const Ending& ending : endings) {
    INFO(ending.what);
    Stored talk(small_pack({flow("hushed", question + ending.flow)}));
    talk.start("hushed");
    talk.say("my ex xyzzy left me");
    for (const std::string& next : ending.then) {
      if (next == "#") break;
      next[0] == '#' ? talk.tap(static_cast<size_t>(next[1] - '0')) : talk.say(next);
    }
    const std::string left = talk.all();
    INFO(left);
    CHECK(left.find("xyzzy") == std::string::npos);
    CHECK(left.find("\"hush\":") == std::string::npos);
    CHECK(left.find("\"ex\"") == std::string::npos);
  }
}

TEST_CASE("a secret goes to a visited flow only if that forgets it too") {
  const std::string outer =
      "forget: hush\n\nCoach: Tell me.\n  ask hush: text\n  if skipped\n    end\nvisit inner\n";
  const auto inner = [&](const std::string& head) {
    Talk talk(small_pack(
        {flow("outer", outer), flow("inner", head + "\nCoach: Not known.\n"
                                                    "  or if hush is known: Known.\n")}));
    talk.start("outer");
    return said(talk.say("it was me who broke the blue cup"));
  };
  CHECK(inner("") == "Not known.\n");
  CHECK(inner("forget: hush\n") == "Known.\n");
}

TEST_CASE("a copy that the writer makes is meant, and stays") {
  Stored talk(small_pack({flow("letter",
                               "forget: page\nkeep: letter until erased\n\nCoach: Write.\n"
                               "  ask page: long text\n  if skipped\n    end\n"
                               "set letter to page\nCoach: Kept.\n")}));
  talk.start("letter");
  talk.say("dear xyzzy");
  const std::string left = talk.all();
  CHECK(left.find("\"letter\"") != std::string::npos);
  CHECK(left.find("\"page\"") == std::string::npos);
}
