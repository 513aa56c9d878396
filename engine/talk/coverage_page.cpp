// The coverage page: one file, no script, read without colour, by day and night, and on paper.
#include <map>

#include "base/markup.h"
#include "talk/coverage.h"

namespace keel {
namespace {

constexpr std::string_view head = R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What the talks cover</title>
<style>
:root { color-scheme: light dark; --ink: #1c1b19; --paper: #fdfcfa; --soft: #6a665f;
  --line: #d9d4cb; --no: #8a2f0c; --half: #6b5200; --yes: #2c5e3f; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ece8e1; --paper: #181715; --soft: #a8a298; --line: #3d3a35; --no: #f0a184;
    --half: #e3c56b; --yes: #93cfa8; } }
body { color: var(--ink); background: var(--paper); font: 1rem/1.5 system-ui, sans-serif;
  margin: 0 auto; max-width: 62rem; padding: 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .15rem .6rem .15rem 0; }
thead th { border-bottom: 1px solid var(--line); }
.source td { font: .875rem/1.45 ui-monospace, monospace; white-space: pre-wrap; padding-block: 0; }
.source td:first-child { color: var(--soft); text-align: right; width: 3rem; }
.source td:nth-child(2) { width: 7rem; font-weight: 600; white-space: nowrap; }
.no { color: var(--no); } .half { color: var(--half); } .yes { color: var(--yes); }
tr.no td:last-child { border-left: 3px double var(--no); padding-left: .5rem; color: var(--ink); }
tr.half td:last-child { border-left: 3px dashed var(--half); padding-left: .5rem;
  color: var(--ink); }
tr.yes td:last-child { border-left: 3px solid var(--line); padding-left: .5rem; color: var(--ink); }
a { color: inherit; }
summary { cursor: pointer; padding: .3rem 0; }
@media print { body { max-width: none; font-size: 9pt; } a { text-decoration: none; }
  h2 { break-after: avoid; } tr { break-inside: avoid; } }
</style>
</head>
<body>
<h1>What the talks cover</h1>
<p>✓ was run or said. ✗ was not. ◐ in part: a condition that came out one way only, or a question
with a line that was never said.</p>
)";

std::string percent(Share share) {
  if (share.all == 0) return "–";
  return std::to_string(share.done) + " of " + std::to_string(share.all);
}

std::string table_of_flows(const Coverage& coverage) {
  std::string out =
      "<table>\n<caption>Flows</caption>\n<thead><tr><th scope=\"col\">flow</th>"
      "<th scope=\"col\">parts</th><th scope=\"col\">questions</th><th scope=\"col\">replies</th>"
      "<th scope=\"col\">branches</th><th scope=\"col\">lines</th></tr></thead>\n<tbody>\n";
  using Kind = CoverageItem::Kind;
  for (const FlowCoverage& flow : coverage.flows) {
    out += "<tr><th scope=\"row\"><a href=\"#" + escaped_for_markup(flow.flow) + "\">" +
           escaped_for_markup(flow.flow) + "</a></th>";
    for (const Kind kind : {Kind::part, Kind::question, Kind::reply, Kind::branch, Kind::line}) {
      out += "<td>" + percent(flow.share(kind)) + "</td>";
    }
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n";
}

std::string row(size_t number, const Share* share, std::string_view text) {
  std::string_view mark, name;
  if (share != nullptr) {
    const bool none = share->done == 0;
    const bool all = share->done == share->all;
    mark = all ? "✓ yes" : none ? "✗ never" : "◐ in part";
    name = all ? "yes" : none ? "no" : "half";
  }
  return "<tr class=\"" + std::string(name) + "\"><td>" + std::to_string(number) +
         "</td><td class=\"" + std::string(name) + "\">" + std::string(mark) + "</td><td>" +
         escaped_for_markup(text) + "</td></tr>\n";
}

std::string source_of(const FlowCoverage& flow, std::string_view text) {
  std::map<uint32_t, Share> by_line;
  for (const CoverageItem& item : flow.items) {
    Share& share = by_line[item.line];
    ++share.all;
    share.done += item.done ? 1 : 0;
  }
  std::string out =
      "<table class=\"source\">\n<thead><tr><th scope=\"col\">line</th><th scope=\"col\">covered"
      "</th><th scope=\"col\">as written</th></tr></thead>\n<tbody>\n";
  size_t number = 0;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    const auto share = by_line.find(static_cast<uint32_t>(++number));
    out += row(number, share == by_line.end() ? nullptr : &share->second, text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return out + "</tbody>\n</table>\n";
}

}  // namespace

std::string coverage_page(const Coverage& coverage, const Texts& texts) {
  std::string out(head);
  out += "<main>\n" + table_of_flows(coverage);
  for (const FlowCoverage& flow : coverage.flows) {
    const auto text = texts.find(flow.path);
    const Share share = flow.share();
    out += "<section id=\"" + escaped_for_markup(flow.flow) + "\">\n<h2>" +
           escaped_for_markup(flow.flow) + "</h2>\n<p>" + escaped_for_markup(flow.path) + ": " +
           percent(share) + " covered.</p>\n";
    if (text != texts.end()) out += source_of(flow, text->second);
    out += "</section>\n";
  }
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace keel
