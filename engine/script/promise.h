#pragma once
// Promise: what a `never:` or `always:` line of a flow's head promises, with its names looked up.
// The proofs take it from `Lowered::promises`. Not for proving (verify/promises.cpp).
//
//   for (const Promise& promise : lowered.promises)
//     if (promise.kind == PromiseKind::reach) prove_never_reached(promise.target, promise);
//
// Threads: plain values.
#include <cstdint>
#include <optional>
#include <string>

#include "base/source.h"
#include "dialog/condition.h"

namespace keel {

enum class PromiseKind : uint8_t {
  go,          // never: go to FLOW while COND (this flow's own moves, visits and offers)
  reach,       // never: reach FLOW while COND (also by way of the flows that it leads to)
  say,         // never: say "WORDS" [while COND]
  ask,         // never: ask SLOT while COND
  help_lines,  // always: help lines within N turns
  ends,        // always: end within N turns
  at_end,      // always: COND at the end
};

struct Promise {
  PromiseKind kind = PromiseKind::go;
  std::string target;                  // flow, slot, or the words; empty: none
  std::optional<Condition> condition;  // none: whatever is so
  int64_t turns = 0;                   // of `within N turns`
  std::string condition_written;       // COND, as its author wrote it
  std::string written;                 // the line after "never:" or "always:"
  Span span;                           // of `written`
};

}  // namespace keel
