// Erasing is proved on the bytes: nothing of the person's cipher text or key may stay in the files.
#include <catch2/catch.hpp>
#include <set>

#include "base/hash.h"
#include "store_support.h"

namespace keel::store_test {
namespace {

// Pieces of every sealed value of the person that fit on one page.
std::set<std::string> pieces_of(const Folder& folder, const std::string& person) {
  Stranger disk(folder.database());
  const std::string session =
      " WHERE session = (SELECT id FROM session WHERE name = 'session-" + person + "')";
  const std::string whose =
      " WHERE id = (SELECT person FROM session WHERE name = 'session-" + person + "')";
  std::set<std::string> pieces;
  for (const std::string& sql :
       {"SELECT records FROM turn" + session, "SELECT entry FROM journal" + session,
        "SELECT payload FROM timer" + session,
        "SELECT state FROM session WHERE name = 'session-" + person + "'",
        "SELECT wrapped_key FROM person" + whose, "SELECT token_hash FROM person" + whose}) {
    for (const std::string& value : disk.column(sql)) {
      for (size_t at = 0; at + 24 <= value.size(); at += 24) pieces.insert(value.substr(at, 24));
    }
  }
  return pieces;
}

size_t found_in(const std::string& bytes, const std::set<std::string>& pieces) {
  // One pass over the bytes, with the first eight of each piece as a key.
  std::set<uint64_t> hashes;
  for (const std::string& piece : pieces) hashes.insert(hash_of({piece.data(), 8}));
  std::set<std::string> found;
  for (size_t at = 0; at + 24 <= bytes.size(); ++at) {
    if (hashes.contains(hash_of({bytes.data() + at, 8}))) found.insert(bytes.substr(at, 24));
  }
  size_t count = 0;
  for (const std::string& piece : pieces) count += found.contains(piece) ? 1U : 0U;
  return count;
}

Commit big_turn(const std::string& person, int64_t turn, Random& random) {
  const std::string words(20 + random.below(1'500), 'w');
  Commit commit = turn == 1 ? first_turn(person, words) : later_turn(person, turn, words);
  if (random.below(3) == 0) commit.journal = {{0, "mood", words}};
  if (random.below(4) == 0) commit.set_timers = {{"t1", 5'000 * turn, "pause " + words}};
  return commit;
}

TEST_CASE("erasing leaves no cipher text and no key in database or log", "[store]") {
  const Folder folder;
  SqliteOptions options = folder.options();
  options.idle_pages = 100;
  const auto store = open_store(options);
  Random random(7);
  constexpr int people = 60;
  // Turns of many people in turn, so that their rows share pages and pages are split and joined.
  for (int64_t turn = 1; turn <= 8; ++turn) {
    for (int i = 0; i < people; ++i) {
      must_store(*store, big_turn("p" + std::to_string(i), turn, random));
    }
    store->tidy(true);
  }
  std::set<std::string> erased;
  for (int i = 0; i < people; i += 2) erased.merge(pieces_of(folder, "p" + std::to_string(i)));
  REQUIRE(erased.size() > 1'000);
  // The search itself is shown to find them while they are there; a piece across two pages is not
  // found.
  REQUIRE(found_in(stored_bytes(folder), erased) > erased.size() * 8 / 10);

  for (int i = 0; i < people; i += 2) {
    REQUIRE(store->erase(key_of("p" + std::to_string(i)).token_hash));
  }
  CHECK(found_in(stored_bytes(folder), erased) == 0);
  CHECK(fs::file_size(folder.database() + "-wal") == 0);
  for (int i = 1; i < people; i += 2) {
    const SessionKey key = key_of("p" + std::to_string(i));
    CHECK(must_load(*store, key).last_seq == 16);
    CHECK_FALSE(must_show(*store, key).empty());
  }
}

TEST_CASE("erasing says so when another reader keeps the old pages, and ends it later", "[store]") {
  const Folder folder;
  const auto store = open_store(folder.options());
  must_store(*store, first_turn("ann", "a"));
  const std::set<std::string> pieces = pieces_of(folder, "ann");
  {
    Stranger reader(folder.database());
    reader.run("BEGIN; SELECT count(*) FROM turn");
    const Status erased = store->erase(key_of("ann").token_hash);
    REQUIRE_FALSE(erased);
    CHECK(erased.error().code == ErrorCode::unavailable);
    CHECK_FALSE(store->load(key_of("ann"), 1)->has_value());
  }
  REQUIRE(store->erase(key_of("ann").token_hash));
  CHECK(found_in(stored_bytes(folder), pieces) == 0);
}

TEST_CASE("an erasure that a crash cut short is ended by the next start", "[store]") {
  const Folder living;
  const Folder dead;
  const auto store = open_store(living.options());
  must_store(*store, first_turn("ann", "a"));
  const std::set<std::string> pieces = pieces_of(living, "ann");
  Stranger reader(living.database());
  reader.run("BEGIN; SELECT count(*) FROM turn");
  REQUIRE_FALSE(store->erase(key_of("ann").token_hash));
  leave_behind(living, dead);
  REQUIRE(found_in(stored_bytes(dead), pieces) > 0);
  const auto next = open_store(dead.options());
  CHECK(found_in(stored_bytes(dead), pieces) == 0);
  CHECK_FALSE(next->load(key_of("ann"), 1)->has_value());
}

TEST_CASE("forgotten words leave the files when the writer is idle", "[store]") {
  const Folder folder;
  const auto store = open_store(folder.options());
  must_store(*store, first_turn("ann", "a"));
  must_store(*store, later_turn("ann", 2, std::string(300, 's')));
  Stranger disk(folder.database());
  const std::vector<std::string> secret =
      disk.column("SELECT records FROM turn WHERE event = 'event-2'");
  REQUIRE(secret.size() == 1);
  const std::set<std::string> pieces = {secret[0].substr(0, 24), secret[0].substr(100, 24)};
  Commit forget = later_turn("ann", 3, "forget that");
  forget.forget_events = {"event-2"};
  must_store(*store, forget);
  REQUIRE(found_in(stored_bytes(folder), pieces) > 0);
  store->tidy(false);
  store->tidy(true);
  CHECK(found_in(stored_bytes(folder), pieces) == 0);
  CHECK(must_show(*store, key_of("ann"), 2, 2) == "3:you: 4:bot:re: " + std::string(300, 's'));
}

}  // namespace
}  // namespace keel::store_test
