// The inventory for other programs, and for `keel approve --from`.
#include <cmath>
#include <nlohmann/json.hpp>

#include "review/book.h"

namespace keel {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Book& book, size_t index) {
  const ReviewLine& line = book.inventory.lines[index];
  const LineApproval& approval = book.approvals[index];
  Json json = {{"id", line.id}, {"kind", name_of(line.kind)}, {"text", line.text}};
  if (!line.part.empty()) json["part"] = line.part;
  if (!line.condition.empty()) json["when"] = line.condition;
  if (!line.after.empty()) json["after"] = line.after;
  if (line.stands_for != index) json["in_place_of"] = book.inventory.lines[line.stands_for].id;
  if (!line.comments.empty()) json["comments"] = line.comments;
  json["words"] = line.reading.words;
  if (line.language == "en") json["grade"] = std::round(line.reading.grade() * 10) / 10;
  const char* states[] = {"open", "changed", "approved"};
  json["approval"] = {{"state", states[static_cast<size_t>(approval.state)]}};
  for (const Approver& approver : approval.by) {
    Json by = {{"by", approver.by}, {"on", approver.on}};
    if (!approver.note.empty()) by["note"] = approver.note;
    json["approval"]["by"].push_back(std::move(by));
  }
  for (const StyleFinding& finding : book.style.findings) {
    if (finding.line == index)
      json["style"].push_back({{"code", finding.code}, {"message", finding.message}});
  }
  if (line.line != 0) json["line"] = line.line;
  json["hash"] = line.hash;
  return json;
}

Json totals_json(const Book& book) {
  const Totals totals = totals_of(book, book.shown);
  return {{"lines", totals.lines},
          {"approved", totals.approved},
          {"changed", totals.changed},
          {"words", totals.words},
          {"by", totals.people}};
}

}  // namespace

std::string print_json(const Book& book) {
  constexpr std::string_view groups[] = {"safety", "built-in", "help-lines", "talk", "house"};
  const std::set<size_t> shown(book.shown.begin(), book.shown.end());
  Json json = {{"keel_review", 1}, {"totals", totals_json(book)}, {"flows", Json::array()}};
  for (const FlowReview& flow : book.inventory.flows) {
    Json one = {{"flow", flow.id},
                {"title", flow.title},
                {"group", groups[static_cast<size_t>(flow.group)]},
                {"language", flow.language},
                {"file", flow.path},
                {"lines", Json::array()}};
    for (const Entry& entry : flow.entries) {
      if (entry.what == Entry::What::line && shown.contains(entry.line))
        one["lines"].push_back(json_of(book, entry.line));
    }
    if (!one["lines"].empty()) json["flows"].push_back(std::move(one));
  }
  json["style_off"] = Json::array();
  for (const SwitchedOff& off : book.style.off) {
    Json one = {{"code", off.code}, {"because", off.why}};
    if (off.line) one["line"] = book.inventory.lines[*off.line].id;
    json["style_off"].push_back(std::move(one));
  }
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace keel
