#include "review/book.h"

#include <algorithm>

namespace keel {

Book make_book(const Front& front, const LineIds& ids, const Approvals& approvals) {
  Book book;
  book.inventory = inventory_of(front, "en");
  give_ids(book.inventory, ids);
  Report report;
  book.style = check_style(front, book.inventory, report);
  const ApprovalBook signed_off(approvals);
  for (const ReviewLine& line : book.inventory.lines) book.approvals.push_back(signed_off.of(line));
  choose(book, {}, false);
  return book;
}

std::vector<std::string> choose(Book& book, const std::vector<std::string>& flows, bool changed) {
  std::set<std::string> wanted(flows.begin(), flows.end());
  std::set<std::string> unknown = wanted;
  book.shown.clear();
  for (const FlowReview& flow : book.inventory.flows) {
    unknown.erase(flow.id);
    if (!wanted.empty() && !wanted.contains(flow.id)) continue;
    for (const Entry& entry : flow.entries) {
      if (entry.what != Entry::What::line) continue;
      const bool approved = book.approvals[entry.line].state == ApprovalState::approved;
      if (!changed || !approved) book.shown.push_back(entry.line);
    }
  }
  return {unknown.begin(), unknown.end()};
}

Totals totals_of(const Book& book, const std::vector<size_t>& lines) {
  Totals totals;
  std::set<std::string> people;
  for (const size_t index : lines) {
    const LineApproval& approval = book.approvals[index];
    ++totals.lines;
    totals.words += static_cast<size_t>(book.inventory.lines[index].reading.words);
    if (approval.state == ApprovalState::changed) ++totals.changed;
    if (approval.state != ApprovalState::approved) continue;
    ++totals.approved;
    for (const Approver& approver : approval.by) people.insert(approver.by);
  }
  totals.people.assign(people.begin(), people.end());
  return totals;
}

std::string sign_off_words(const Totals& totals) {
  if (totals.approved == 0 && totals.changed == 0) return "Nobody has signed this off yet.";
  std::string words = std::to_string(totals.approved) + " of " + std::to_string(totals.lines) +
                      " lines are signed off";
  std::string people;
  for (const std::string& person : totals.people) people += (people.empty() ? "" : ", ") + person;
  if (!people.empty()) words += ", by " + people;
  words += ".";
  if (totals.changed > 0)
    words += " " + std::to_string(totals.changed) + " were signed before and changed since.";
  return words;
}

}  // namespace keel
