#include "store/vault.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <set>

#include "store/master_key.h"
#include "store_support.h"

namespace keel {
namespace {

using store_test::Folder;

void write_file(const std::string& path, const std::string& text, mode_t mode = 0600) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path) << text;
  REQUIRE(chmod(path.c_str(), mode) == 0);
}

TEST_CASE("what was sealed opens with its key at its place", "[vault]") {
  const DataKey key = DataKey::random();
  for (const std::string& words : {std::string(), std::string("I miss her"), std::string(1, '\0'),
                                   std::string(100'000, 'x')}) {
    const std::string sealed = key.seal(words, "turn|1");
    const Result<std::string> opened = key.open(sealed, "turn|1");
    REQUIRE(opened);
    CHECK((*opened == words));
    CHECK((words.size() < 2 || sealed.find(words) == std::string::npos));
  }
}

TEST_CASE("the same words are sealed differently every time", "[vault]") {
  const DataKey key = DataKey::random();
  CHECK(key.seal("words", "place") != key.seal("words", "place"));
}

TEST_CASE("nothing opens that was changed, moved or sealed by another key", "[vault]") {
  const DataKey key = DataKey::random();
  const std::string sealed = key.seal("words", "turn|1");
  CHECK_FALSE(key.open(sealed, "turn|2"));
  CHECK_FALSE(key.open(sealed, ""));
  CHECK_FALSE(DataKey::random().open(sealed, "turn|1"));
  for (size_t i = 0; i < sealed.size(); ++i) {
    std::string changed = sealed;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    CHECK_FALSE(key.open(changed, "turn|1"));
    CHECK_FALSE(key.open(sealed.substr(0, i), "turn|1"));
  }
  CHECK_FALSE(key.open(sealed + "x", "turn|1"));
  CHECK(key.open(sealed, "turn|1"));
}

TEST_CASE("a key comes back from its wrapping only with the right master and place", "[vault]") {
  const DataKey master = DataKey::random();
  const DataKey key = DataKey::random();
  const std::string wrapped = key.wrapped_by(master, "person|a");
  const Result<DataKey> again = DataKey::unwrap(master, wrapped, "person|a");
  REQUIRE(again);
  CHECK(again->to_text() == key.to_text());
  CHECK_FALSE(DataKey::unwrap(master, wrapped, "person|b"));
  CHECK_FALSE(DataKey::unwrap(key, wrapped, "person|a"));
  CHECK_FALSE(DataKey::unwrap(master, master.seal("short", "person|a"), "person|a"));
}

TEST_CASE("a moved key leaves nothing behind", "[vault]") {
  DataKey key = DataKey::random();
  const std::string text = key.to_text();
  const DataKey taken = std::move(key);
  CHECK(taken.to_text() == text);
  CHECK(key.to_text() == std::string(64, '0'));  // NOLINT: the moved-from key is what is asked for
}

TEST_CASE("a key is read from hex and base64 and from nothing else", "[vault]") {
  const std::string hex(64, 'a');
  const std::string base64 = "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqo";
  for (const std::string& text :
       {hex, std::string(64, 'A'), " " + hex + "\n", base64 + "=", base64, base64 + "=\r\n"}) {
    CAPTURE(text);
    const Result<DataKey> key = DataKey::from_text(text);
    REQUIRE(key);
    CHECK(key->to_text() == hex);
  }
  for (const std::string& text :
       {std::string(), std::string(" \n"), std::string(63, 'a'), std::string(65, 'a'),
        std::string(64, 'g'), base64.substr(1), base64 + base64, hex.substr(2) + " a",
        std::string("my secret pass phrase")}) {
    CAPTURE(text);
    CHECK_FALSE(DataKey::from_text(text));
  }
}

TEST_CASE("tokens and names are long, fit for an address, and never the same", "[vault]") {
  std::set<std::string> seen;
  for (int i = 0; i < 100; ++i) {
    const std::string token = new_token();
    const std::string name = new_name();
    CHECK(token.size() == 43);
    CHECK(name.size() == 32);
    CHECK(token.find_first_not_of(
              "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
          std::string::npos);
    CHECK(seen.insert(token).second);
    CHECK(seen.insert(name).second);
  }
  CHECK(hash_token("a") == hash_token("a"));
  CHECK(hash_token("a") != hash_token("b"));
}

TEST_CASE("the first start makes a key that nobody else can read", "[vault]") {
  const Folder folder;
  const Result<DataKey> made = master_key({folder.key_file(), ""}, true, folder.data());
  REQUIRE(made);
  struct stat facts {};
  REQUIRE(stat(folder.key_file().c_str(), &facts) == 0);
  CHECK((facts.st_mode & 0777) == 0600);
  REQUIRE(stat((folder.path() + "/keys").c_str(), &facts) == 0);
  CHECK((facts.st_mode & 0777) == 0700);
  const Result<DataKey> again = master_key({folder.key_file(), ""}, false, folder.data());
  REQUIRE(again);
  CHECK(again->to_text() == made->to_text());
  CHECK_FALSE(std::filesystem::exists(folder.key_file() + ".new"));
}

TEST_CASE("the key in the environment goes before the file and needs none", "[vault]") {
  const Folder folder;
  const std::string hex(64, 'b');
  const Result<DataKey> key = master_key({folder.key_file(), hex}, true, folder.data());
  REQUIRE(key);
  CHECK(key->to_text() == hex);
  CHECK_FALSE(std::filesystem::exists(folder.key_file()));
}

TEST_CASE("a master key that cannot be had is refused with its reason", "[vault]") {
  const Folder folder;
  const std::string hex(64, 'c');
  write_file(folder.path() + "/open/master.key", hex, 0640);
  write_file(folder.path() + "/bad/master.key", "not a key");
  write_file(folder.path() + "/empty/master.key", "");
  write_file(folder.data() + "/master.key", hex);
  write_file(folder.path() + "/plain", "a file where a folder should be");
  struct Row {
    const char* what;
    MasterKeySource source;
    ErrorCode code;
    const char* says;
  };
  const std::string base = folder.path();
  for (const Row& row : {
           Row{"missing", {base + "/none/master.key", ""}, ErrorCode::not_found, "is missing"},
           Row{"open to others", {base + "/open/master.key", ""}, ErrorCode::denied, "0600"},
           Row{"not a key", {base + "/bad/master.key", ""}, ErrorCode::invalid_argument, "no key"},
           Row{"empty", {base + "/empty/master.key", ""}, ErrorCode::invalid_argument, "no key"},
           Row{"in the data", {folder.data() + "/master.key", ""}, ErrorCode::denied, "outside"},
           Row{"in the data, round about",
               {base + "/keys/../data/sub/../master.key", ""},
               ErrorCode::denied,
               "outside"},
           Row{"a bad environment", {"", "abc"}, ErrorCode::invalid_argument, "KEEL_MASTER_KEY"},
           Row{"no source", {"", ""}, ErrorCode::invalid_argument, "needed"},
       }) {
    INFO(row.what);
    const Result<DataKey> key = master_key(row.source, false, folder.data());
    REQUIRE_FALSE(key);
    CHECK(static_cast<int>(key.error().code) == static_cast<int>(row.code));
    CHECK_THAT(key.error().message, Catch::Contains(row.says));
    CHECK_THAT(key.error().message, !Catch::Contains(hex));
  }
  const Result<DataKey> blocked = master_key({base + "/plain/master.key", ""}, true, folder.data());
  REQUIRE_FALSE(blocked);
  CHECK(blocked.error().code == ErrorCode::denied);
  CHECK_FALSE(std::filesystem::exists(base + "/none"));
}

}  // namespace
}  // namespace keel
