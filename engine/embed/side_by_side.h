#pragma once
// side_by_side: a Both with a second thread, which its copies share and which lives as long as any
// of them. What is handed to it while it is busy waits its turn, or until the one who handed it
// over is free to do it: never more than two things are done at a time. Without a thread to be had,
// in turn. Threads: any may use it. Errors: what either throws.
#include "base/both.h"

namespace keel {

Both side_by_side();

}  // namespace keel
