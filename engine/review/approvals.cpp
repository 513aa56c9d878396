#include "review/approvals.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

namespace keel {
namespace {

using Json = nlohmann::ordered_json;

bool has_text(const Json& json, const char* key) {
  return json.contains(key) && json[key].is_string();
}

bool is_hash(const std::string& text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace

ApprovalBook::ApprovalBook(const Approvals& approvals) {
  for (const Approval& approval : approvals) {
    by_hash_.emplace(approval.hash, approval.approver);
    by_id_.emplace(approval.id, approval.approver);
  }
}

LineApproval ApprovalBook::of(const ReviewLine& line) const {
  LineApproval found;
  const auto collect = [&](const std::multimap<std::string, Approver>& book,
                           const std::string& key) {
    const auto [begin, end] = book.equal_range(key);
    for (auto at = begin; at != end; ++at) found.by.push_back(at->second);
    return !found.by.empty();
  };
  if (collect(by_hash_, line.hash)) {
    found.state = ApprovalState::approved;
  } else if (collect(by_id_, line.id)) {
    found.state = ApprovalState::changed;
  }
  return found;
}

void approve(const ReviewLine& line, const Approver& approver, Approvals& approvals) {
  std::erase_if(approvals, [&](const Approval& old) {
    return old.id == line.id && old.approver.by == approver.by;
  });
  approvals.push_back({line.id, line.hash, approver});
}

size_t withdraw(const ReviewLine& line, const std::string& by, Approvals& approvals) {
  return std::erase_if(approvals, [&](const Approval& old) {
    const bool this_line = old.id == line.id || old.hash == line.hash;
    return this_line && (by.empty() || old.approver.by == by);
  });
}

Result<Approvals> parse_approvals(const std::string& text) {
  Approvals approvals;
  if (text.empty()) return approvals;
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("approvals") || !json["approvals"].is_array())
    return Error{ErrorCode::corrupt, "approvals.json is no list of approvals; nothing was changed"};
  size_t number = 0;
  for (const Json& entry : json["approvals"]) {
    ++number;
    const bool whole = entry.is_object() && has_text(entry, "line") && has_text(entry, "hash") &&
                       has_text(entry, "by") && has_text(entry, "on") &&
                       is_hash(entry["hash"].get<std::string>()) &&
                       !entry["by"].get<std::string>().empty();
    if (!whole)
      return Error{ErrorCode::corrupt, "approvals.json: entry " + std::to_string(number) +
                                           " needs line, hash, by and on; nothing was changed"};
    Approval approval{entry["line"], entry["hash"], {entry["by"], entry["on"], ""}};
    if (has_text(entry, "note")) approval.approver.note = entry["note"];
    approvals.push_back(std::move(approval));
  }
  return approvals;
}

std::string print_approvals(Approvals approvals) {
  std::sort(approvals.begin(), approvals.end(), [](const Approval& a, const Approval& b) {
    return std::tie(a.id, a.approver.by) < std::tie(b.id, b.approver.by);
  });
  std::string out = "{\"approvals\": [";
  for (const Approval& approval : approvals) {
    Json entry = {{"line", approval.id},
                  {"by", approval.approver.by},
                  {"on", approval.approver.on},
                  {"hash", approval.hash}};
    if (!approval.approver.note.empty()) entry["note"] = approval.approver.note;
    out += (&approval == &approvals.front() ? "\n" : ",\n") + entry.dump();
  }
  return out + "\n]}\n";
}

}  // namespace keel
