#pragma once
// Pages: what is answered to a plain HTTP request, as a value: the page's files, the help lines,
// health and metrics. Not for sockets: connection.cpp writes the answer out.
//
//   HttpReply reply = answer({"GET", "/", ""}, pages);
//
// Threads: the network thread only. Failure: every request has an answer; a wrong one gets 404, 405
// or 414.
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/content.h"
#include "server/http_static.h"

namespace keel {

struct HttpAsk {
  std::string_view method;
  std::string_view target;
  std::string_view if_none_match;
};

struct HttpReply {
  unsigned status = 200;
  std::string_view type;
  std::vector<std::pair<std::string_view, std::string_view>> headers;
  std::string_view body;  // lives as long as the Pages, or is `own_body`
  std::string own_body;
};

struct Pages {
  StaticSite site;
  std::string help_lines_json;
  std::function<bool()> ready;
  std::function<std::string()> metrics;
};

// Every checked help line, as the page shows them.
std::string help_lines_json(const std::vector<HelpLine>& lines);

HttpReply answer(const HttpAsk& ask, const Pages& pages);

}  // namespace keel
