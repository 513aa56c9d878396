// Trouble around the server: a disk that takes nothing, a locked database, a taken port, content
// with mistakes.
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "wire/talk.h"

using namespace keel::test;

namespace {

// While it lives, the server's files cannot grow: every write past their end fails, as on a full
// disk.
class FullDisk {
 public:
  explicit FullDisk(pid_t pid) : pid_(pid) {
    const rlimit none{0, RLIM_INFINITY};
    ::prlimit(pid_, RLIMIT_FSIZE, &none, nullptr);
  }
  ~FullDisk() {
    const rlimit all{RLIM_INFINITY, RLIM_INFINITY};
    ::prlimit(pid_, RLIMIT_FSIZE, &all, nullptr);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  pid_t pid_;
};

// Another process that holds the database for writing.
class Lock {
 public:
  explicit Lock(const std::string& path) {
    sqlite3_open(path.c_str(), &database_);
    locked_ = sqlite3_exec(database_, "begin immediate", nullptr, nullptr, nullptr) == SQLITE_OK;
  }
  ~Lock() { sqlite3_close(database_); }
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;
  bool locked() const { return locked_; }

 private:
  sqlite3* database_ = nullptr;
  bool locked_ = false;
};

std::string get(const ServerProcess& server, const std::string& path) {
  return http_get(server.host(), server.port(), "GET " + path + " HTTP/1.0\r\nHost: a\r\n\r\n");
}

}  // namespace

TEST_CASE("a full disk: the message is refused for now, and taken later under the same id",
          "[wire]") {
  const Home home;
  const ServerProcess server(home);
  WsClient client(server.host(), server.port());
  Account account;
  const int64_t last = open_talk(client, account).back()["seq"];
  const std::string id = new_id();
  {
    const FullDisk full(server.pid());
    const std::vector<Json> turn = say(client, "i miss him", id);
    REQUIRE(turn.size() == 1);
    CHECK(turn[0]["code"] == "store");
    CHECK(turn[0]["retryable"] == true);
    CHECK(turn[0]["id"] == id);
    CHECK(get(server, "/readyz").find(" 503 ") != std::string::npos);
    CHECK(get(server, "/healthz").find(" 200 ") != std::string::npos);
  }
  const std::vector<Json> turn = say(client, "i miss him", id);
  CHECK_FALSE(first_of(turn, "ack").value("duplicate", false));
  CHECK(first_of(turn, "you")["seq"] == last + 1);
  CHECK(get(server, "/readyz").find(" 200 ") != std::string::npos);
}

TEST_CASE("a full disk does not keep the help lines from who needs them", "[wire]") {
  const Home home;
  const ServerProcess server(home);
  WsClient client(server.host(), server.port());
  Account account;
  open_talk(client, account);
  const FullDisk full(server.pid());
  const std::vector<Json> turn = say(client, "i want to kill myself tonight");
  const Json notice = first_of(turn, "notice");
  CHECK(notice.value("code", "") == "safety");
  CHECK_FALSE(notice.value("text", "").empty());
  CHECK(turn.back()["code"] == "store");
}

TEST_CASE("a person who comes while the disk is full is welcome, and kept as soon as it is not",
          "[wire]") {
  const Home home;
  ServerProcess server(home);
  Account account;
  WsClient client(server.host(), server.port());
  {
    const FullDisk full(server.pid());
    CHECK(greet(client, account)["type"] == "welcome");
    CHECK(say(client, "hello").back()["code"] == "store");
  }
  const std::vector<Json> turn = say(client, "hello");
  REQUIRE(turn.back()["type"] == "bot");
  server.kill_now();
  const ServerProcess again(home);
  WsClient back(again.host(), again.port());
  CHECK(greet(back, account)["seq"] == turn.back()["seq"]);
}

TEST_CASE("a locked database: refused for now, taken later", "[wire]") {
  const Home home;
  const ServerProcess server(home);
  WsClient client(server.host(), server.port());
  Account account;
  open_talk(client, account);
  const std::string id = new_id();
  {
    const Lock lock(home.database());
    REQUIRE(lock.locked());
    CHECK(say(client, "still waiting", id).back()["code"] == "store");
  }
  CHECK(say(client, "still waiting", id).back()["type"] == "bot");
}

TEST_CASE("what the server needs and does not find is said on stderr, with exit code 1", "[wire]") {
  const auto [arguments, words] = GENERATE(table<std::vector<std::string>, std::string>(
      {{{"--pack", "/nonexistent/pack"}, "/nonexistent/pack"},
       {{"--db", "/proc/keel/keel.db"}, "keel.db"},
       {{"--host", "not-an-address"}, "not-an-address"},
       {{"--host", "203.0.113.7"}, "cannot listen"}}));
  const Home home;
  ServerProcess server(home, arguments);
  CHECK(server.port() == 0);
  CHECK(server.wait() == 1);
  INFO(server.errors());
  CHECK(server.errors().find(words) != std::string::npos);
}

TEST_CASE("a wrong command line is exit code 2", "[wire]") {
  const auto arguments = GENERATE(values<std::vector<std::string>>(
      {{"--colour", "blue"}, {"--port", "99999"}, {"--port", "many"}, {"--log-level", "loud"}}));
  const Home home;
  ServerProcess server(home, arguments);
  CHECK(server.wait() == 2);
  CHECK_FALSE(server.errors().empty());
}

TEST_CASE("a port that is taken is said and is exit code 1", "[wire]") {
  const Home home;
  const ServerProcess first(home);
  const Home other;
  ServerProcess second(other, {"--port", std::to_string(first.port())});
  CHECK(second.wait() == 1);
  CHECK(second.errors().find("cannot listen on 127.0.0.1:" + std::to_string(first.port())) !=
        std::string::npos);
}

TEST_CASE("the key of another database is refused and nothing is touched", "[wire]") {
  const Home home;
  { const ServerProcess server(home); }
  const Home other;
  { const ServerProcess server(other); }
  ServerProcess server(home, {"--key-file", other.key_file()});
  CHECK(server.wait() == 1);
  CHECK_FALSE(server.errors().empty());
}

TEST_CASE("a script with fifty mistakes starts nothing and names all of them", "[wire]") {
  const Home home;
  const std::string pack = home.folder() + "/pack";
  std::filesystem::create_directories(pack + "/dialogs");
  std::filesystem::create_directories(pack + "/intents");
  std::ofstream script(pack + "/dialogs/broken.keel");
  script << "flow broken\ntitle: Broken\n\nCoach: Hello.\n";
  for (int i = 0; i < 50; ++i) script << "go to nowhere-" << i << "\n";
  script.close();
  ServerProcess server(home, {"--pack", pack});
  CHECK(server.port() == 0);
  CHECK(server.wait() == 1);
  const std::string errors = server.errors();
  int named = 0;
  for (int i = 0; i < 50; ++i) {
    const std::string line = "broken.keel:" + std::to_string(5 + i) + ":";
    named += errors.find(line) != std::string::npos ? 1 : 0;
  }
  CHECK(named == 50);
}

TEST_CASE("where every line must be signed, a pack that nobody signed is not served") {
  Home home;
  ServerProcess server(home, {"--approved-only"});
  CHECK(server.port() == 0);
  CHECK(server.wait() == 1);
  const std::string errors = server.errors();
  CHECK(errors.find(" lines are not signed off:") != std::string::npos);
  CHECK(errors.find("keel review --changed") != std::string::npos);
}
