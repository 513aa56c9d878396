// keel-server --watch: a writer changes files while somebody talks.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "wire/talk.h"

using namespace keel::test;
namespace fs = std::filesystem;

namespace {

const std::string welcome = R"(flow welcome
title: Hello
sources: own

Coach: What do you call this mug?
  ask mug: text
Coach: Which colour has it?
  ask colour: text
Coach: What is in it?
  ask drink: text
end
)";

std::string with(std::string text, const std::string& from, const std::string& to) {
  const size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

// A pack of one flow in a folder of its own.
struct Pack {
  fs::path folder;

  explicit Pack(const Home& home) : folder(fs::path(home.folder()) / "pack") {
    write("dialogs/person.keel",
          "person\nname: name\nwho: name\nthey: pronoun\ncountry: country\n");
    write("dialogs/welcome.keel", welcome);
    write("intents/all.keel", "intent wants-tea\n\ni would like some tea\nmake me tea please\n");
  }

  void write(const std::string& path, const std::string& text) const {
    fs::create_directories((folder / path).parent_path());
    std::ofstream(folder / path, std::ios::binary) << text;
  }

  // As many editors save: a new file takes the place of the old one.
  void write_by_rename(const std::string& path, const std::string& text) const {
    std::ofstream(folder / (path + ".new"), std::ios::binary) << text;
    fs::rename(folder / (path + ".new"), folder / path);
  }
};

struct Watched {
  Home home;
  Pack pack{home};
  ServerProcess server{home, {"--pack", pack.folder.string(), "--watch"}};
};

std::string said(const std::vector<Json>& turn) {
  std::string words;
  for (const Json& frame : turn) {
    if (frame.value("type", "") == "bot") words += frame.value("text", "") + "\n";
  }
  return words;
}

}  // namespace

TEST_CASE("a changed sentence is said from the next turn on, at the same place", "[wire]") {
  const Watched watched;
  REQUIRE(watched.server.port() != 0);
  WsClient client(watched.server.host(), watched.server.port());
  Account account;
  REQUIRE(said(open_talk(client, account)) == "What do you call this mug?\n");
  watched.pack.write("dialogs/welcome.keel", with(welcome, "Which colour has it", "Which colour"));
  const std::optional<Json> frame = client.read_until("content");
  REQUIRE(frame);
  CHECK((*frame)["ok"] == true);
  CHECK((*frame)["content_hash"].get<std::string>().size() == 16);
  CHECK(said(say(client, "Bert")) == "Which colour?\n");

  watched.pack.write_by_rename("dialogs/welcome.keel", with(welcome, "is in it", "may be in it"));
  REQUIRE(client.read_until("content"));
  CHECK(said(say(client, "blue")) == "What may be in it?\n");
}

TEST_CASE("content with a mistake is not taken up, and the page and the terminal say why",
          "[wire]") {
  const Watched watched;
  REQUIRE(watched.server.port() != 0);
  WsClient client(watched.server.host(), watched.server.port());
  Account account;
  open_talk(client, account);
  watched.pack.write("dialogs/welcome.keel",
                     with(welcome, "Coach: Which colour", "Coahc: New colour"));
  const std::optional<Json> frame = client.read_until("content");
  REQUIRE(frame);
  CHECK((*frame)["ok"] == false);
  const std::string words = (*frame)["text"];
  INFO(words);
  CHECK(words.find("dialogs/welcome.keel:7:1: error K004") != std::string::npos);
  CHECK(watched.server.errors().find("dialogs/welcome.keel:7:1: error K004") != std::string::npos);
  CHECK(said(say(client, "Bert")) == "Which colour has it?\n");

  // A page that comes now is told too.
  WsClient later(watched.server.host(), watched.server.port());
  Account other;
  greet(later, other);
  const std::optional<Json> again = later.read_until("content");
  REQUIRE(again);
  CHECK((*again)["ok"] == false);

  watched.pack.write("dialogs/welcome.keel", with(welcome, "is in it", "may be in it"));
  const std::optional<Json> mended = client.read_until("content");
  REQUIRE(mended);
  CHECK((*mended)["ok"] == true);
  CHECK(said(say(client, "blue")) == "What may be in it?\n");
}

TEST_CASE("new folders, new intents and files that go are seen", "[wire]") {
  const Watched watched;
  REQUIRE(watched.server.port() != 0);
  WsClient client(watched.server.host(), watched.server.port());
  Account account;
  open_talk(client, account);
  watched.pack.write("dialogs/kitchen/tea.keel",
                     "flow tea\ntitle: Tea\nsources: own\nstart on: wants-tea\n\nCoach: Tea it "
                     "is.\nend\n");
  const std::optional<Json> added = client.read_until("content");
  REQUIRE(added);
  CHECK((*added)["ok"] == true);
  watched.pack.write("intents/all.keel",
                     "intent wants-tea\n\ni would like some tea\npattern: brew ...3 tea\n");
  const std::optional<Json> taught = client.read_until("content");
  REQUIRE(taught);
  CHECK((*taught)["ok"] == true);
  CHECK((*taught)["content_hash"] != (*added)["content_hash"]);
  for (const char* answer : {"Bert", "blue", "cocoa"}) say(client, answer);
  CHECK(said(say(client, "please brew me some tea")).find("Tea it is.") != std::string::npos);
  fs::remove(watched.pack.folder / "intents/all.keel");
  const std::optional<Json> gone = client.read_until("content");
  REQUIRE(gone);
  CHECK((*gone)["ok"] == false);
}

TEST_CASE("a server that does not watch leaves its content alone", "[wire]") {
  const Home home;
  const Pack pack(home);
  const ServerProcess server(home, {"--pack", pack.folder.string()});
  REQUIRE(server.port() != 0);
  WsClient client(server.host(), server.port());
  Account account;
  open_talk(client, account);
  pack.write("dialogs/welcome.keel", with(welcome, "Which colour has it", "Which colour"));
  CHECK(said(say(client, "Bert")) == "Which colour has it?\n");
}
