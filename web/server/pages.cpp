#include "server/pages.h"

#include "server/cards.h"

namespace keel {
namespace {

constexpr std::string_view security_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
    "require-trusted-types-for 'script'; trusted-types 'none'";
constexpr std::string_view plain_text = "text/plain; charset=utf-8";
constexpr std::string_view html = "text/html; charset=utf-8";

// Where the quick exit leads when the page's folder has no such file: it must never be an error
// page.
constexpr std::string_view away_page =
    "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Notes</title></head>"
    "<body><h1>Notes</h1><p>Milk, bread, lemons, batteries.</p></body></html>\n";
constexpr std::string_view no_page =
    "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>keel</title></head>"
    "<body><p>The coach is running, but its page was not built. ./run.sh builds "
    "it.</p></body></html>\n";

HttpReply with_headers(unsigned status, std::string_view type, std::string_view body) {
  HttpReply reply;
  reply.status = status;
  reply.type = type;
  reply.body = body;
  reply.headers = {{"Content-Security-Policy", security_policy},
                   {"X-Content-Type-Options", "nosniff"},
                   {"Referrer-Policy", "no-referrer"},
                   {"Cross-Origin-Opener-Policy", "same-origin"},
                   {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"}};
  return reply;
}

HttpReply uncached(unsigned status, std::string_view type, std::string_view body) {
  HttpReply reply = with_headers(status, type, body);
  reply.headers.emplace_back("Cache-Control", "no-store");
  return reply;
}

HttpReply file_reply(const StaticFile& file, const HttpAsk& ask) {
  const bool unchanged = ask.if_none_match.find(file.etag) != std::string_view::npos;
  HttpReply reply = unchanged ? with_headers(304, {}, {}) : with_headers(200, file.type, file.body);
  reply.headers.emplace_back("ETag", file.etag);
  reply.headers.emplace_back("Cache-Control", "no-cache");
  // A page of another host may load the element; its script is public.
  if (file.type.starts_with("text/javascript")) {
    reply.headers.emplace_back("Access-Control-Allow-Origin", "*");
    reply.headers.emplace_back("Cross-Origin-Resource-Policy", "cross-origin");
  }
  return reply;
}

}  // namespace

std::string help_lines_json(const std::vector<HelpLine>& lines) {
  OrderedJson list = OrderedJson::array();
  for (const HelpLine& line : lines) {
    if (line.checked || line.need == "emergency") list.push_back(help_line_json(line));
  }
  return wire_text(list);
}

HttpReply answer(const HttpAsk& ask, const Pages& pages) {
  if (ask.method != "GET" && ask.method != "HEAD") {
    HttpReply reply = uncached(405, plain_text, "Only GET.\n");
    reply.headers.emplace_back("Allow", "GET, HEAD");
    return reply;
  }
  const std::string_view path = ask.target.substr(0, ask.target.find('?'));
  if (path == "/healthz") return uncached(200, plain_text, "ok\n");
  if (path == "/readyz") {
    return pages.ready() ? uncached(200, plain_text, "ready\n")
                         : uncached(503, plain_text, "the store does not take turns just now\n");
  }
  if (path == "/metrics") {
    HttpReply reply =
        uncached(200, "application/openmetrics-text; version=1.0.0; charset=utf-8", {});
    reply.own_body = pages.metrics();
    return reply;
  }
  if (path == "/help-lines.json") {
    HttpReply reply = with_headers(200, "application/json", {});
    // Of its own: new content may come while this is being sent.
    reply.own_body = pages.help_lines_json;
    reply.headers.emplace_back("Cache-Control", "no-cache");
    return reply;
  }
  if (path == "/v1/socket") {
    HttpReply reply = uncached(426, plain_text, "This is a WebSocket: keel.v1.\n");
    reply.headers.emplace_back("Upgrade", "websocket");
    return reply;
  }
  if (const StaticFile* file = pages.site.find(path)) return file_reply(*file, ask);
  if (path == "/away") return uncached(200, html, away_page);
  if (path == "/") return uncached(503, html, no_page);
  return uncached(404, plain_text, "There is nothing here.\n");
}

}  // namespace keel
