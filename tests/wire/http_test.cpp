// The plain HTTP side: the page's files with their headers, help lines, health and metrics.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "server/origin.h"
#include "server/pages.h"
#include "wire/talk.h"

using namespace keel;
using namespace keel::test;

namespace {

std::string header(const HttpReply& reply, std::string_view name) {
  for (const auto& [known, value] : reply.headers) {
    if (known == name) return std::string(value);
  }
  return {};
}

// A page of three files in a folder of its own.
Pages small_page(const Home& home) {
  const std::string folder = home.folder() + "/page";
  std::filesystem::create_directories(folder + "/img");
  std::ofstream(folder + "/index.html") << "<!doctype html>";
  std::ofstream(folder + "/keel-chat.js") << "export {};";
  std::ofstream(folder + "/img/icon.svg") << "<svg/>";
  Result<StaticSite> site = StaticSite::load(folder);
  REQUIRE(site);
  return {std::move(*site), "[]", [] { return true; }, [] { return std::string("# EOF\n"); }};
}

}  // namespace

TEST_CASE("each file of the page has its type and the strict policy", "[http]") {
  const Home home;
  const Pages pages = small_page(home);
  const auto [path, status, type] = GENERATE(table<std::string, unsigned, std::string>(
      {{"/", 200, "text/html; charset=utf-8"},
       {"/index.html?x=1", 200, "text/html; charset=utf-8"},
       {"/keel-chat.js", 200, "text/javascript; charset=utf-8"},
       {"/img/icon.svg", 200, "image/svg+xml"},
       {"/away", 200, "text/html; charset=utf-8"},
       {"/help-lines.json", 200, "application/json"},
       {"/healthz", 200, "text/plain; charset=utf-8"},
       {"/readyz", 200, "text/plain; charset=utf-8"},
       {"/v1/socket", 426, "text/plain; charset=utf-8"},
       {"/img", 404, "text/plain; charset=utf-8"},
       {"/../server.cpp", 404, "text/plain; charset=utf-8"},
       {"/%2e%2e/etc/passwd", 404, "text/plain; charset=utf-8"},
       {"", 404, "text/plain; charset=utf-8"}}));
  INFO(path);
  const HttpReply reply = answer({"GET", path, ""}, pages);
  CHECK(reply.status == status);
  CHECK(reply.type == type);
  CHECK(header(reply, "Content-Security-Policy")
            .starts_with("default-src 'none'; script-src 'self'"));
  CHECK(header(reply, "X-Content-Type-Options") == "nosniff");
  CHECK(header(reply, "Referrer-Policy") == "no-referrer");
}

TEST_CASE("a file that the browser has is not sent again, a changed one is", "[http]") {
  const Home home;
  const Pages pages = small_page(home);
  const std::string etag = header(answer({"GET", "/", ""}, pages), "ETag");
  CHECK_FALSE(etag.empty());
  CHECK(answer({"GET", "/", etag}, pages).status == 304);
  CHECK(answer({"GET", "/", "\"other\""}, pages).status == 200);
}

TEST_CASE("only reading is allowed, and a page that was not built is said", "[http]") {
  const Home home;
  const Pages pages = small_page(home);
  CHECK(answer({"POST", "/", ""}, pages).status == 405);
  CHECK(answer({"DELETE", "/healthz", ""}, pages).status == 405);
  const Pages bare{{}, "[]", [] { return false; }, [] { return std::string(); }};
  CHECK(answer({"GET", "/", ""}, bare).status == 503);
  CHECK(answer({"GET", "/readyz", ""}, bare).status == 503);
  CHECK(answer({"GET", "/away", ""}, bare).status == 200);
}

TEST_CASE("a help line that was not checked is shown to nobody", "[http]") {
  HelpLine checked;
  checked.name = "Checked";
  checked.checked = true;
  HelpLine unchecked;
  unchecked.name = "Unchecked";
  HelpLine emergency;
  emergency.name = "Emergency services";
  emergency.need = "emergency";
  const std::string json = help_lines_json({checked, unchecked, emergency});
  CHECK(json.find("\"Checked\"") != std::string::npos);
  CHECK(json.find("Unchecked") == std::string::npos);
  CHECK(json.find("Emergency services") != std::string::npos);
}

TEST_CASE("an origin may connect when it is this host or was named", "[http]") {
  const std::vector<std::string> named = {"https://friend.example"};
  const auto [origin, host, allowed] = GENERATE(table<std::string, std::string, bool>(
      {{"", "127.0.0.1:8080", true},
       {"http://127.0.0.1:8080", "127.0.0.1:8080", true},
       {"https://coach.example", "coach.example", true},
       {"https://friend.example", "coach.example", true},
       {"http://127.0.0.1:8081", "127.0.0.1:8080", false},
       {"http://localhost:8080", "127.0.0.1:8080", false},
       {"https://friend.example.evil", "coach.example", false},
       {"file://coach.example", "coach.example", false},
       {"null", "coach.example", false},
       {"://", "", false}}));
  INFO(origin << " at " << host);
  CHECK(origin_allowed(origin, host, named) == allowed);
}

TEST_CASE("a real server answers plain requests and survives odd ones", "[wire]") {
  const Home home;
  const ServerProcess server(home);
  const auto ask = [&server](const std::string& request) {
    return http_get(server.host(), server.port(), request);
  };
  CHECK(ask("GET /healthz HTTP/1.0\r\nHost: a\r\n\r\n").starts_with("HTTP/1.1 200"));
  CHECK(ask("GET /help-lines.json HTTP/1.0\r\nHost: a\r\n\r\n").find("findahelpline") !=
        std::string::npos);
  const std::string head = ask("HEAD /healthz HTTP/1.0\r\nHost: a\r\n\r\n");
  CHECK(head.ends_with("\r\n\r\n"));
  CHECK(head.find("Content-Length: 3") != std::string::npos);
  CHECK(ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello")
            .starts_with("HTTP/1.1 405"));
  CHECK(ask("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n")
            .starts_with("HTTP/1.1 431"));
  ask("rubbish\r\n\r\n");
  ask("GET /v1/socket HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: close\r\n\r\n");
  CHECK(ask("GET /metrics HTTP/1.0\r\nHost: a\r\n\r\n").ends_with("# EOF\n"));
}
