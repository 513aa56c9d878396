#pragma once
// approvals: who signed which line off, when, and what it said then. Kept in `approvals.json` in
// the pack, one line an approval, sorted, so that a difference shows who signed what.
//
//   Approvals approvals = *parse_approvals(text);
//   approve(line, {"Dr A. Ito", "2026-11-21", ""}, approvals);
//   approval_of(line, approvals).state == ApprovalState::approved;
//
// An approval holds for exactly the words, the conditions and the flow that were signed
// (line_hash). A changed line keeps its id (line_ids) but not its approval: it is `changed` until
// it is signed anew. Threads: pure. Failure: a file that is no such file is an error, never an
// empty list.
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "review/inventory.h"

namespace keel {

struct Approver {
  std::string by;
  std::string on;  // ISO date
  std::string note;
};

struct Approval {
  std::string id;
  std::string hash;
  Approver approver;
};
using Approvals = std::vector<Approval>;

enum class ApprovalState : uint8_t { open, changed, approved };

struct LineApproval {
  ApprovalState state = ApprovalState::open;
  std::vector<Approver> by;  // of approved: who; of changed: who signed what it said before
};

// Looks approvals up by hash and by id.
class ApprovalBook {
 public:
  explicit ApprovalBook(const Approvals& approvals);
  LineApproval of(const ReviewLine& line) const;

 private:
  std::multimap<std::string, Approver> by_hash_;
  std::multimap<std::string, Approver> by_id_;
};

// In place of what the same person signed of this line before.
void approve(const ReviewLine& line, const Approver& approver, Approvals& approvals);
// Takes back what `by` signed of this line, whatever it said; empty: what anybody did. How many.
size_t withdraw(const ReviewLine& line, const std::string& by, Approvals& approvals);

Result<Approvals> parse_approvals(const std::string& text);  // "": none
std::string print_approvals(Approvals approvals);

}  // namespace keel
