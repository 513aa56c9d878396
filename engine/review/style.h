#pragma once
// style: the house style over everything the coach can say. Warnings K300 to K317, each with its
// reason; what a comment above a line or the pack's style.txt switches off is listed, with why.
//
//   Report report;
//   StyleReview style = check_style(front, inventory, report);
//
// A comment switches off for one line: "# style: K305 off, because it quotes the person".
// Threads: pure. Failure: diagnostics.
#include "review/inventory.h"
#include "review/style_rules.h"

namespace keel {

struct StyleFinding {
  size_t line = 0;  // index into Inventory::lines
  std::string code;
  std::string name;
  std::string message;
  std::string reason;
  Span span;  // in its file
};

struct SwitchedOff {
  std::string code;
  std::string why;
  std::optional<size_t> line;  // none: for the whole pack
};

struct StyleReview {
  std::vector<StyleFinding> findings;
  std::vector<SwitchedOff> off;
};

// With the pack's own dialogs/style.txt, when it is among the sources, over the one that keel comes
// with; its mistakes are told too.
StyleReview check_style(const Front& front, const Inventory& inventory, Report& report);

// The warnings alone, in the language that the pack is written in.
void warn_of_style(const Front& front, Report& report);

}  // namespace keel
