#pragma once
// fit: a session saved under older scripts, made to stand in the newer ones. Runs whose flow or
// place is gone are left out; everything else stays. Internal.
#include "dialog/program.h"
#include "dialog/session.h"

namespace keel {

void fit_session(const Program& program, Session& session);

}  // namespace keel
