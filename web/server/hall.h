#pragma once
// Hall: what every open socket shares. Not for anything about one person (lane.h).
// Threads: the network thread only; outlives the sockets.
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "server/lanes.h"
#include "server/limits.h"
#include "server/metrics.h"
#include "server/pages.h"

namespace keel {

class Socket;

struct Hall {
  Lanes& lanes;
  const Pages& pages;
  const Limits& limits;
  Metrics& metrics;
  std::vector<std::string> allowed_origins;
  std::set<std::shared_ptr<Socket>> sockets;  // those that speak keel.v1
  SharedFrame content_trouble;                // for writers: why the newest content does not run
  size_t connections = 0;                     // all of them, plain HTTP too
  bool closing = false;
};

}  // namespace keel
