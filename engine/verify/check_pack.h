#pragma once
// check_pack: everything that can be said about a pack without running it: its mistakes of form and
// meaning (fast), and the proofs (full). What `keel check` prints. No model is trained.
//
//   Checked checked = check_pack(files, Depth::full, "2026-11-21");
//   for (const Diagnostic& d : checked.diagnostics) ...
//
// Threads: pure. Failure: diagnostics, sorted by file and place, without repeats.
#include <memory>
#include <string>
#include <vector>

#include "script/front.h"

namespace keel {

enum class Depth : uint8_t { fast, full };

struct Checked {
  std::shared_ptr<const Front> front;
  std::vector<Diagnostic> diagnostics;
};

// `today` is an ISO date, for what grows old (help lines); empty: nothing is old.
Checked check_pack(const std::vector<PackFile>& files, Depth depth, const std::string& today);

// Without the warnings about flows that came with keel, which nobody else could mend.
std::vector<Diagnostic> of_own_files(std::vector<Diagnostic> found,
                                     const std::vector<PackFile>& files);

// About files under intents/: what a reader of the content must know, which does not look for
// mistakes that follow from others.
std::vector<Diagnostic> of_intents(const std::vector<Diagnostic>& found);

}  // namespace keel
