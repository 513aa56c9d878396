#pragma once
// Door: a fresh TCP connection: plain HTTP is answered from the Pages, a request for /v1/socket
// becomes a Socket. One of the few headers that show Boost. Threads: the network thread only.
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "server/hall.h"

namespace keel {

// Ends when the connection does.
boost::asio::awaitable<void> serve(boost::asio::ip::tcp::socket socket, Hall& hall);

}  // namespace keel
