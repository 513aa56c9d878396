#pragma once
// respond: the one pure function that is the coach.
//
//   Response response = respond(program, std::move(session), journal, event);
//   store(response.session, response.turn); then send(response.turn);
//
// Same program, session, journal and event: same response, to the byte. No I/O, no clock, no
// randomness but the session's seed. Every event gets at least one bubble, except `elapsed` for a
// timer that is no longer open. Threads: any number at once over one Program.
#include "dialog/event.h"
#include "dialog/journal.h"
#include "dialog/program.h"
#include "dialog/session.h"
#include "dialog/turn.h"

namespace keel {

struct Response {
  Session session;
  Turn turn;
};

Response respond(const Program& program, Session session, const Journal& journal,
                 const Event& event);

// Starts a flow directly, as the menu of an app might; `flow` must be one of the program's.
Response start_flow(const Program& program, Session session, const Journal& journal,
                    const std::string& flow, const Event& event);

}  // namespace keel
