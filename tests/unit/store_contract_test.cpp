// What every store promises, asked of each of them.
#include <catch2/catch.hpp>

#include "store/commit_rules.h"
#include "store/memory_store.h"
#include "store_support.h"

namespace keel::store_test {
namespace {

struct OnDisk {
  Folder folder;
  std::unique_ptr<Store> store = open_store(folder.options());
};
struct InMemory {
  std::unique_ptr<Store> store = std::make_unique<MemoryStore>();
};

TEMPLATE_TEST_CASE("a turn that was stored is loaded again", "[store]", OnDisk, InMemory) {
  TestType kept;
  Store& store = *kept.store;
  Commit commit = first_turn("ann", "he left me on read");
  commit.journal = {{0, "mood", "4"}, {0, "urge", "8"}};
  commit.set_timers = {{"t2", 9'000, "second"}, {"t1", 5'000, "first"}};
  const CommitResult result = commit_one(store, commit);
  CHECK(result.outcome == CommitOutcome::stored);
  CHECK(result.first_seq == 1);
  CHECK(result.last_seq == 2);
  CHECK(result.version == 1);

  const Loaded loaded = must_load(store, key_of("ann"));
  CHECK(loaded.session.name == "session-ann");
  CHECK(loaded.session.epoch == "epoch-ann");
  CHECK(loaded.version == 1);
  CHECK(loaded.last_seq == 2);
  CHECK(loaded.at == 1'000);
  CHECK(loaded.state == "state after he left me on read");
  REQUIRE(loaded.timers.size() == 2);
  CHECK(loaded.timers[0].id == "t1");
  CHECK(loaded.timers[0].payload == "first");
  CHECK(loaded.timers[1].ends_at == 9'000);
  REQUIRE(loaded.journal.size() == 2);
  CHECK(loaded.journal[0].slot == "mood");
  CHECK(loaded.journal[1].text == "8");
  CHECK(must_show(store, key_of("ann")) == "1:you:he left me on read 2:bot:re: he left me on read");
}

TEMPLATE_TEST_CASE("nobody is found under another token, pack or language", "[store]", OnDisk,
                   InMemory) {
  TestType kept;
  Store& store = *kept.store;
  must_store(store, first_turn("ann"));
  SessionKey other_pack = key_of("ann");
  other_pack.pack = "sleep";
  SessionKey other_language = key_of("ann");
  other_language.language = "de";
  for (const SessionKey& key : {key_of("bea"), other_pack, other_language}) {
    const Result<std::optional<Loaded>> loaded = store.load(key, 10);
    REQUIRE(loaded);
    CHECK_FALSE(loaded->has_value());
    CHECK(must_show(store, key).empty());
  }
}

TEMPLATE_TEST_CASE("a person may have a session in each pack and language", "[store]", OnDisk,
                   InMemory) {
  TestType kept;
  Store& store = *kept.store;
  must_store(store, first_turn("ann", "one"));
  Commit other = first_turn("ann", "zwei");
  other.key.language = "de";
  other.create->name = "session-ann-de";
  must_store(store, other);
  CHECK(must_show(store, key_of("ann")) == "1:you:one 2:bot:re: one");
  CHECK(must_show(store, other.key) == "1:you:zwei 2:bot:re: zwei");
  const Result<std::vector<ExportedSession>> sessions =
      store.export_person(key_of("ann").token_hash);
  REQUIRE(sessions);
  REQUIRE(sessions->size() == 2);
  CHECK((*sessions)[0].language == "de");
  CHECK((*sessions)[1].session.state == "state after one");
}

TEMPLATE_TEST_CASE("records are given after a number, in order, whole turns at a time", "[store]",
                   OnDisk, InMemory) {
  TestType kept;
  Store& store = *kept.store;
  must_store(store, first_turn("ann", "a"));
  must_store(store, later_turn("ann", 2, "b"));
  must_store(store, later_turn("ann", 3, "c"));
  struct Row {
    int64_t after;
    size_t limit;
    const char* expected;
  };
  for (const Row& row :
       {Row{0, 100, "1:you:a 2:bot:re: a 3:you:b 4:bot:re: b 5:you:c 6:bot:re: c"},
        Row{3, 100, "4:bot:re: b 5:you:c 6:bot:re: c"}, Row{6, 100, ""}, Row{99, 100, ""},
        Row{0, 1, "1:you:a 2:bot:re: a"}, Row{0, 2, "1:you:a 2:bot:re: a"},
        Row{1, 1, "2:bot:re: a"}, Row{1, 2, "2:bot:re: a 3:you:b 4:bot:re: b"}, Row{0, 0, ""}}) {
    CAPTURE(row.after, row.limit);
    CHECK(must_show(store, key_of("ann"), row.after, row.limit) == row.expected);
  }
  const Result<std::vector<Record>> records = store.records(key_of("ann"), 2, 1);
  REQUIRE(records);
  CHECK(records->front().event == "event-2");
}

TEMPLATE_TEST_CASE("the same event is never stored twice", "[store]", OnDisk, InMemory) {
  TestType kept;
  Store& store = *kept.store;
  must_store(store, first_turn("ann", "a"));
  must_store(store, later_turn("ann", 2, "b"));
  Commit again = later_turn("ann", 3, "b once more");
  again.event = "event-2";
  Commit first_again = first_turn("ann", "a once more");
  for (const auto& [commit, first_seq] :
       {std::pair{again, int64_t{3}}, std::pair{first_again, int64_t{1}}}) {
    const CommitResult result = commit_one(store, commit);
    CHECK(result.outcome == CommitOutcome::duplicate);
    CHECK(result.first_seq == first_seq);
    CHECK(result.last_seq == first_seq + 1);
    CHECK(result.version == 2);
  }
  const Loaded loaded = must_load(store, key_of("ann"));
  CHECK(loaded.version == 2);
  CHECK(loaded.state == "state after b");
  CHECK(must_show(store, key_of("ann"), 2) == "3:you:b 4:bot:re: b");
}

TEMPLATE_TEST_CASE("a turn without records is a turn, and is known when it comes again", "[store]",
                   OnDisk, InMemory) {
  TestType kept;
  Store& store = *kept.store;
  Commit silent = first_turn("ann");
  silent.records.clear();
  must_store(store, silent);
  CHECK(must_load(store, key_of("ann")).last_seq == 0);
  const CommitResult again = commit_one(store, silent);
  CHECK(again.outcome == CommitOutcome::duplicate);
  CHECK(again.first_seq == 0);
  CHECK(again.last_seq == 0);
}

TEMPLATE_TEST_CASE("two turns may carry the same event when two people sent them", "[store]",
                   OnDisk, InMemory) {
  TestType kept;
  must_store(*kept.store, first_turn("ann"));
  must_store(*kept.store, first_turn("bea"));
}

TEMPLATE_TEST_CASE("a commit that cannot be stored says why and changes nothing", "[store]", OnDisk,
                   InMemory) {
  TestType kept;
  Store& store = *kept.store;
  must_store(store, first_turn("ann", "a"));
  struct Row {
    const char* what;
    Commit commit;
    ErrorCode code;
  };
  std::vector<Row> rows;
  const auto row = [&](const char* what, ErrorCode code, auto change) {
    Commit commit = later_turn("ann", 2, "b");
    change(commit);
    rows.push_back({what, commit, code});
  };
  row("no such person", ErrorCode::not_found, [](Commit& c) { c.key = key_of("bea"); });
  row("an erased person whose page still has a version", ErrorCode::not_found, [](Commit& c) {
    c.key = key_of("bea");
    c.create = NewSession{"session-bea", "epoch"};
  });
  row("an older version", ErrorCode::conflict, [](Commit& c) { c.base_version = 0; });
  row("a version to come", ErrorCode::conflict, [](Commit& c) { c.base_version = 2; });
  row("a gap before its records", ErrorCode::invalid_argument, [](Commit& c) {
    c.records[0].seq = 4;
    c.records[1].seq = 5;
  });
  row("a gap within its records", ErrorCode::invalid_argument,
      [](Commit& c) { c.records[1].seq = 5; });
  row("a number given twice", ErrorCode::invalid_argument, [](Commit& c) {
    c.records[0].seq = 2;
    c.records[1].seq = 3;
  });
  row("no event", ErrorCode::invalid_argument, [](Commit& c) { c.event.clear(); });
  row("a huge event", ErrorCode::invalid_argument, [](Commit& c) { c.event.assign(129, 'e'); });
  row("no pack", ErrorCode::invalid_argument, [](Commit& c) { c.key.pack.clear(); });
  row("no language", ErrorCode::invalid_argument, [](Commit& c) { c.key.language.clear(); });
  row("a name with a bar", ErrorCode::invalid_argument, [](Commit& c) {
    c.create = NewSession{"a|b", "epoch"};
  });
  row("no epoch", ErrorCode::invalid_argument, [](Commit& c) { c.create = NewSession{"a", ""}; });
  row("a timer without id", ErrorCode::invalid_argument, [](Commit& c) {
    c.set_timers = {{"", 1, "x"}};
  });
  row("a huge state", ErrorCode::limit,
      [](Commit& c) { c.state.assign(state_bytes_max + 1, 's'); });
  row("a huge record", ErrorCode::limit,
      [](Commit& c) { c.records[0].text.assign(record_bytes_max + 1, 'r'); });
  row("a huge entry", ErrorCode::limit, [](Commit& c) {
    c.journal = {{0, "slot", std::string(entry_bytes_max + 1, 'e')}};
  });
  row("too many parts", ErrorCode::limit, [](Commit& c) { c.drop_timers.resize(257, "t"); });
  for (const Row& each : rows) {
    INFO(each.what);
    const CommitResult result = commit_one(store, each.commit);
    CHECK(result.outcome == CommitOutcome::failed);
    CHECK(static_cast<int>(result.error.code) == static_cast<int>(each.code));
    CHECK_FALSE(result.error.message.empty());
    CHECK(must_load(store, key_of("ann")).version == 1);
    CHECK(must_show(store, key_of("ann")) == "1:you:a 2:bot:re: a");
    CHECK_FALSE(store.load(key_of("bea"), 1)->has_value());
  }
  must_store(store, later_turn("ann", 2, "b"));
}

TEMPLATE_TEST_CASE("one bad commit does not hurt the others of its batch", "[store]", OnDisk,
                   InMemory) {
  TestType kept;
  Store& store = *kept.store;
  must_store(store, first_turn("ann", "a"));
  Commit stale = later_turn("ann", 2, "stale");
  stale.base_version = 7;
  const std::vector<Commit> batch = {first_turn("bea"), stale, later_turn("ann", 2, "b"),
                                     first_turn("bea"), later_turn("ann", 3, "c")};
  const Result<std::vector<CommitResult>> results = store.commit(batch);
  REQUIRE(results);
  std::string outcomes;
  for (const CommitResult& result : *results) outcomes += "sdf"[static_cast<int>(result.outcome)];
  CHECK(outcomes == "sfsds");
  CHECK(must_show(store, key_of("ann"), 2) == "3:you:b 4:bot:re: b 5:you:c 6:bot:re: c");
}

TEMPLATE_TEST_CASE("timers are set, moved and dropped, and the due ones are found", "[store]",
                   OnDisk, InMemory) {
  TestType kept;
  Store& store = *kept.store;
  Commit ann = first_turn("ann");
  ann.set_timers = {{"t1", 5'000, "ann first"}, {"t2", 9'000, "ann second"}};
  must_store(store, ann);
  Commit bea = first_turn("bea");
  bea.set_timers = {{"t1", 4'000, "bea"}};
  must_store(store, bea);

  const auto due = [&](Instant before, size_t limit) {
    const Result<std::vector<DueTimer>> timers = store.due_timers(before, limit);
    REQUIRE(timers);
    std::string text;
    for (const DueTimer& timer : *timers) text += timer.timer.payload + ";";
    return text;
  };
  CHECK(due(3'999, 10).empty());
  CHECK(due(4'000, 10) == "bea;");
  CHECK(due(99'000, 10) == "bea;ann first;ann second;");
  CHECK(due(99'000, 2) == "bea;ann first;");
  CHECK(store.due_timers(4'000, 1)->front().key == key_of("bea"));

  Commit change = later_turn("ann", 2, "b");
  change.drop_timers = {"t2", "never set"};
  change.set_timers = {{"t1", 3'000, "ann moved"}};
  must_store(store, change);
  CHECK(due(99'000, 10) == "ann moved;bea;");
  CHECK(must_load(store, key_of("ann")).timers.size() == 1);
}

TEMPLATE_TEST_CASE("the journal keeps all, gives the newest, and takes back the newest", "[store]",
                   OnDisk, InMemory) {
  TestType kept;
  Store& store = *kept.store;
  Commit commit = first_turn("ann");
  for (int i = 1; i <= 5; ++i) commit.journal.push_back({0, "mood", std::to_string(i)});
  must_store(store, commit);
  const auto texts = [&](size_t journal_max) {
    std::string text;
    for (const JournalRow& row : must_load(store, key_of("ann"), journal_max).journal) {
      text += row.text;
    }
    return text;
  };
  CHECK(texts(100) == "12345");
  CHECK(texts(2) == "45");
  CHECK(texts(0).empty());

  Commit erase_that = later_turn("ann", 2, "erase that");
  erase_that.remove_newest_entry = true;
  erase_that.journal = {{0, "mood", "6"}};
  must_store(store, erase_that);
  CHECK(texts(100) == "12346");
  CHECK(must_load(store, key_of("ann")).journal.back().seq == 6);

  Commit back = later_turn("ann", 3, "back");
  back.take_back = {erase_that.event, "no such event"};
  must_store(store, back);
  CHECK(texts(100) == "1234");

  Commit erase_nothing = first_turn("bea");
  erase_nothing.remove_newest_entry = true;
  must_store(store, erase_nothing);
}

TEMPLATE_TEST_CASE("forgotten events lose the person's words and nothing else", "[store]", OnDisk,
                   InMemory) {
  TestType kept;
  Store& store = *kept.store;
  must_store(store, first_turn("ann", "a"));
  must_store(store, later_turn("ann", 2, "secret"));
  Commit forget = later_turn("ann", 3, "forget this too");
  forget.forget_events = {"event-2", "event-3", "unknown"};
  must_store(store, forget);
  CHECK(must_show(store, key_of("ann")) ==
        "1:you:a 2:bot:re: a 3:you: 4:bot:re: secret 5:you: 6:bot:re: forget this too");
}

TEMPLATE_TEST_CASE("entries whose time is over are gone with the next turn", "[store]", OnDisk,
                   InMemory) {
  TestType kept;
  Store& store = *kept.store;
  Commit commit = first_turn("ann", "a");
  commit.journal = {
      {0, "slot", "for ever"}, {0, "slot", "short", "", 2'500}, {0, "slot", "long", "", 9'000}};
  must_store(store, commit);
  const auto texts = [&] {
    std::string all;
    for (const JournalRow& row : must_load(store, key_of("ann")).journal)
      all += row.text + ":" + std::to_string(row.expires_at) + " ";
    return all;
  };
  CHECK(texts() == "for ever:0 short:2500 long:9000 ");
  must_store(store, later_turn("ann", 2, "b"));
  CHECK(texts() == "for ever:0 short:2500 long:9000 ");
  must_store(store, later_turn("ann", 3, "c"));
  CHECK(texts() == "for ever:0 long:9000 ");
  const auto exported = store.export_person(key_of("ann").token_hash);
  REQUIRE(exported);
  CHECK(exported->front().session.journal.size() == 2);
  Commit at_its_end = later_turn("ann", 4, "d");
  at_its_end.at = 9'000;
  must_store(store, at_its_end);
  CHECK(texts() == "for ever:0 ");
}

TEMPLATE_TEST_CASE("words of any bytes come back as they were", "[store]", OnDisk, InMemory) {
  TestType kept;
  Store& store = *kept.store;
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes.push_back(static_cast<char>(i));
  for (const std::string& words : {std::string(), std::string(1, '\0'), bytes,
                                   std::string(200'000, 'x'), std::string("\xf0\x9f\x92\x94 né")}) {
    const std::string person = "p" + std::to_string(words.size());
    Commit commit = first_turn(person, words);
    commit.journal = {{0, "slot", words}};
    commit.set_timers = {{"t", 1, words}};
    must_store(store, commit);
    const Loaded loaded = must_load(store, key_of(person));
    CHECK((loaded.state == "state after " + words));
    CHECK((loaded.journal.at(0).text == words));
    CHECK((loaded.timers.at(0).payload == words));
    const Result<std::vector<Record>> records = store.records(key_of(person), 0, 10);
    REQUIRE(records);
    CHECK((records->at(0).text == words));
  }
}

TEMPLATE_TEST_CASE("an export holds everything of the person and nothing of others", "[store]",
                   OnDisk, InMemory) {
  TestType kept;
  Store& store = *kept.store;
  Commit commit = first_turn("ann", "a");
  for (int i = 0; i < 200; ++i) commit.journal.push_back({0, "mood", std::to_string(i)});
  commit.set_timers = {{"t1", 5'000, "pause"}};
  must_store(store, commit);
  must_store(store, later_turn("ann", 2, "b"));
  must_store(store, first_turn("bea", "other"));
  const Result<std::vector<ExportedSession>> sessions =
      store.export_person(key_of("ann").token_hash);
  REQUIRE(sessions);
  REQUIRE(sessions->size() == 1);
  const ExportedSession& session = sessions->front();
  CHECK(session.pack == "coach");
  CHECK(session.language == "en");
  CHECK(session.session.journal.size() == 200);
  CHECK(session.session.timers.size() == 1);
  CHECK(session.session.state == "state after b");
  CHECK(shown(session.records) == "1:you:a 2:bot:re: a 3:you:b 4:bot:re: b");
  CHECK(store.export_person(key_of("cleo").token_hash)->empty());
}

TEMPLATE_TEST_CASE("an erased person is gone, others stay, and a new start is possible", "[store]",
                   OnDisk, InMemory) {
  TestType kept;
  Store& store = *kept.store;
  Commit ann = first_turn("ann", "a");
  ann.set_timers = {{"t1", 5'000, "pause"}};
  ann.journal = {{0, "mood", "4"}};
  must_store(store, ann);
  must_store(store, first_turn("bea", "b"));
  REQUIRE(store.erase(key_of("ann").token_hash));
  CHECK_FALSE(store.load(key_of("ann"), 10)->has_value());
  CHECK(must_show(store, key_of("ann")).empty());
  CHECK(store.export_person(key_of("ann").token_hash)->empty());
  CHECK(store.due_timers(99'000, 10)->empty());
  CHECK(must_show(store, key_of("bea")) == "1:you:b 2:bot:re: b");

  const Status again = store.erase(key_of("ann").token_hash);
  REQUIRE_FALSE(again);
  CHECK(again.error().code == ErrorCode::not_found);

  CHECK(commit_one(store, later_turn("ann", 2, "late")).outcome == CommitOutcome::failed);
  must_store(store, first_turn("ann", "new"));
  CHECK(must_load(store, key_of("ann")).journal.empty());
}

}  // namespace
}  // namespace keel::store_test
