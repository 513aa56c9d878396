#pragma once
// observe: a turn together with what it ran of the flows, for those who measure (coverage). What it
// costs is paid only here: `respond` tests one pointer a step.
//
//   Seen seen;
//   Response response = respond_seen(program, std::move(session), journal, event, seen);
//   for (const Seen::Ran& ran : seen.ran) ...
//
// Threads: as respond.
#include <string>
#include <vector>

#include "dialog/respond.h"

namespace keel {

struct Seen {
  struct Ran {
    std::string flow;
    Address at = 0;
    bool held = false;  // of a Branch: its condition was true
  };
  std::vector<Ran> ran;            // instructions, in order
  std::vector<std::string> added;  // ids of `and if` lines, which share a bubble
};

Response respond_seen(const Program& program, Session session, const Journal& journal,
                      const Event& event, Seen& seen);
Response start_flow_seen(const Program& program, Session session, const Journal& journal,
                         const std::string& flow, const Event& event, Seen& seen);

}  // namespace keel
