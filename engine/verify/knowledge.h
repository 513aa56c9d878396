#pragma once
// Knowledge: what a conversation can hold at a place, as the proofs see it. Every thing that a
// condition can look at is a variable with a name ("slot urge", "last urge", "visited pause
// today"), and a Knowledge says for each what it may be. Variables that may be anything are left
// out.
//
//   for (const Knowledge& then : when(scope, knowledge, condition, true)) go_on(then);
//
// Sound: what is possible is never left out. Exact for words, numbers against constants and known
// or unknown; a comparison of two slots counts as a thing of its own.
// Source: path-sensitive analysis with the variables that matter, found from spurious ways (Clarke,
// Grumberg, Jha, Lu, Veith: "Counterexample-guided abstraction refinement", 2000).
// Threads: pure.
#include <limits>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "verify/moves.h"

namespace keel {

// What one variable may be: unknown, or one of some words, or a number between two others.
struct Possible {
  bool unknown = true;
  bool known = true;
  bool listed = false;  // one of `words`; else any word but those
  std::set<std::string> words;
  int64_t least = std::numeric_limits<int64_t>::min();
  int64_t most = std::numeric_limits<int64_t>::max();
  auto operator<=>(const Possible&) const = default;

  static Possible no_value();
  static Possible any_value();
  static Possible word(std::string word);
  static Possible number(int64_t least, int64_t most);
  bool nothing() const { return !unknown && !known; }
};

using Knowledge = std::map<std::string, Possible>;

// Whose conditions are read, and which variables are followed; null: all.
struct FlowView {
  const Model& model;
  uint32_t flow = 0;
  const std::set<std::string>* followed = nullptr;
};

// At the beginning of a run of the flow, however it was started.
Knowledge at_start(const FlowView& scope);

// What may be so when the condition holds, or fails: one for each way to make it so; none: it
// cannot be so.
std::vector<Knowledge> when(const FlowView& scope, const Knowledge& knowledge,
                            const Condition& condition, bool holds);

// After the instruction, by this move. None: the move cannot be made.
std::vector<Knowledge> after(const FlowView& scope, const Knowledge& before, Address at,
                             const Move& move);

// In a run of `to` that this one leads to: what is inherited, and what belongs to nobody.
Knowledge inherited(const FlowView& scope, const Knowledge& before, uint32_t to);

// Every variable that the condition looks at.
void variables_of(const Flow& flow, const Condition& condition, std::set<std::string>& out);

// The variables are all such that what may be so can also come to be so.
bool is_exact(const Flow& flow, const Condition& condition);

}  // namespace keel
