#include "server/server.h"

#include <spdlog/spdlog.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <utility>

#include "server/door.h"
#include "server/hall.h"
#include "server/socket.h"
#include "store/writer.h"

namespace keel {
namespace {

namespace net = boost::asio;
using tcp = net::ip::tcp;
using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds tick_every{250};
constexpr std::chrono::seconds look_every{1};
// When the process is out of file descriptors, trying at once would only burn the processor.
constexpr std::chrono::milliseconds accept_pause{100};

Instant wall_clock() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

Result<tcp::acceptor> open_acceptor(net::io_context& io, const std::string& host, uint16_t port) {
  boost::system::error_code failed;
  const auto address = net::ip::make_address(host == "localhost" ? "127.0.0.1" : host, failed);
  if (failed) return Error{ErrorCode::invalid_argument, "\"" + host + "\" is not an IP address"};
  const tcp::endpoint endpoint(address, port);
  tcp::acceptor acceptor(io);
  const auto refused = [&host, port, &failed] {
    return Error{ErrorCode::unavailable,
                 "cannot listen on " + host + ":" + std::to_string(port) + ": " + failed.message()};
  };
  if (acceptor.open(endpoint.protocol(), failed)) return refused();
  if (acceptor.set_option(net::socket_base::reuse_address(true), failed)) return refused();
  if (acceptor.bind(endpoint, failed)) return refused();
  if (acceptor.listen(net::socket_base::max_listen_connections, failed)) return refused();
  return acceptor;
}

}  // namespace

struct Server::Parts {
  Parts(const ServerSettings& wanted, Content given, StaticSite site, std::unique_ptr<Store> store,
        tcp::acceptor open_acceptor, std::unique_ptr<net::io_context> io_context)
      : settings(wanted),
        content(std::move(given)),
        pages{std::move(site), help_lines_json(content.help_lines), {}, {}},
        writer(std::move(store),
               [this](std::vector<Writer::Task> tasks) {
                 net::post(*io, [tasks = std::move(tasks)] {
                   for (const Writer::Task& task : tasks) task();
                 });
               }),
        lanes(writer, content, settings.limits, metrics, wall_clock),
        hall{lanes, pages, settings.limits, metrics, settings.allowed_origins, {}, 0, false},
        io(std::move(io_context)),
        acceptor(std::move(open_acceptor)),
        signals(*io, SIGTERM, SIGINT) {
    pages.ready = [this] { return !hall.closing && !writer.stats().failing; };
    pages.metrics = [this] {
      return metrics_text(metrics, {hall.connections, lanes.size(), lanes.timer_count(),
                                    writer.stats().queued, content.content_hash});
    };
  }

  // Handlers that still wait in the loop hold sockets, and those hold lanes: all of it goes before
  // the loop does.
  ~Parts() {
    writer.stop();
    lanes.clear();
    hall.sockets.clear();
  }

  net::awaitable<void> accept_all();
  net::awaitable<void> tick();
  net::awaitable<void> end_on_signal();
  net::awaitable<void> end();
  void look_at_sockets();
  void report_store();

  ServerSettings settings;
  Content content;
  Pages pages;
  Metrics metrics;
  Writer writer;
  Lanes lanes;
  Hall hall;
  bool store_failing = false;
  // Last, so that it goes first: a coroutine that ends with the loop still finds the rest.
  std::unique_ptr<net::io_context> io;
  tcp::acceptor acceptor;
  net::signal_set signals;
};

net::awaitable<void> Server::Parts::accept_all() {
  boost::system::error_code failed;
  while (!hall.closing) {
    tcp::socket socket =
        co_await acceptor.async_accept(net::redirect_error(net::use_awaitable, failed));
    if (hall.closing) break;
    if (failed) {
      spdlog::warn("a connection could not be accepted: {}", failed.message());
      net::steady_timer pause(*io, accept_pause);
      co_await pause.async_wait(net::use_awaitable);
      continue;
    }
    if (hall.connections >= settings.limits.connections_max) {
      ++metrics.connections_refused;
      continue;
    }
    net::co_spawn(*io, serve(std::move(socket), hall), [](const std::exception_ptr& thrown) {
      if (thrown) spdlog::error("a connection ended by an exception");
    });
  }
}

void Server::Parts::look_at_sockets() {
  const auto now = SteadyClock::now();
  const std::vector<std::shared_ptr<Socket>> sockets(hall.sockets.begin(), hall.sockets.end());
  for (const auto& socket : sockets) socket->look(now);
}

void Server::Parts::report_store() {
  const bool failing = writer.stats().failing;
  if (failing && !store_failing) spdlog::error("the store does not take turns; they are refused");
  if (!failing && store_failing) spdlog::info("the store takes turns again");
  store_failing = failing;
}

net::awaitable<void> Server::Parts::tick() {
  net::steady_timer timer(*io);
  auto looked_at = SteadyClock::now();
  boost::system::error_code failed;
  while (!hall.closing) {
    lanes.tick();
    if (const auto now = SteadyClock::now(); now - looked_at >= look_every) {
      looked_at = now;
      look_at_sockets();
      report_store();
    }
    timer.expires_after(tick_every);
    co_await timer.async_wait(net::redirect_error(net::use_awaitable, failed));
  }
}

net::awaitable<void> Server::Parts::end_on_signal() {
  co_await signals.async_wait(net::use_awaitable);
  spdlog::info("ending: closing {} sockets", hall.sockets.size());
  co_await end();
}

// Turns under way are stored and answered, sockets get 1001, then the writer ends, then the loop.
net::awaitable<void> Server::Parts::end() {
  hall.closing = true;
  boost::system::error_code failed;
  acceptor.close(failed);
  const auto deadline = SteadyClock::now() + settings.limits.shutdown_max;
  net::steady_timer timer(*io);
  const auto pause = [&timer, &failed]() -> net::awaitable<void> {
    timer.expires_after(std::chrono::milliseconds(10));
    co_await timer.async_wait(net::redirect_error(net::use_awaitable, failed));
  };
  while (lanes.busy() && SteadyClock::now() < deadline) co_await pause();
  const std::vector<std::shared_ptr<Socket>> sockets(hall.sockets.begin(), hall.sockets.end());
  for (const auto& socket : sockets) socket->close(CloseCode::shutdown, "shutting down");
  const auto patience = std::min(deadline, SteadyClock::now() + std::chrono::seconds(2));
  while (!hall.sockets.empty() && SteadyClock::now() < patience) co_await pause();
  writer.stop();
  io->stop();
}

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::listen(const ServerSettings& settings, Content content,
                                               StaticSite site, std::unique_ptr<Store> store) {
  auto io = std::make_unique<net::io_context>(1);
  Result<tcp::acceptor> acceptor = open_acceptor(*io, settings.host, settings.port);
  if (!acceptor) return acceptor.error();
  return std::unique_ptr<Server>(
      new Server(std::make_unique<Parts>(settings, std::move(content), std::move(site),
                                         std::move(store), std::move(*acceptor), std::move(io))));
}

void Server::take_content(std::optional<Content> content, std::string frame) {
  net::post(*parts_->io, [parts = parts_.get(), content = std::move(content),
                          frame = std::make_shared<const std::string>(std::move(frame))]() mutable {
    Hall& hall = parts->hall;
    hall.content_trouble = content ? nullptr : frame;
    if (content) {
      parts->content = std::move(*content);
      parts->pages.help_lines_json = help_lines_json(parts->content.help_lines);
    }
    for (const auto& socket : hall.sockets) socket->tell(frame);
  });
}

std::string Server::url() const {
  boost::system::error_code failed;
  const tcp::endpoint endpoint = parts_->acceptor.local_endpoint(failed);
  const std::string host = endpoint.address().to_string();
  const bool v6 = endpoint.address().is_v6();
  return "http://" + (v6 ? "[" + host + "]" : host) + ":" + std::to_string(endpoint.port());
}

void Server::run() {
  net::io_context& io = *parts_->io;
  net::co_spawn(io, parts_->accept_all(), net::detached);
  net::co_spawn(io, parts_->tick(), net::detached);
  net::co_spawn(io, parts_->end_on_signal(), net::detached);
  io.run();
  spdlog::info("ended");
}

}  // namespace keel
