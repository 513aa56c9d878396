#pragma once
// Server: the network thread: listens, ticks, and ends in order. Everything that it serves comes in
// from outside.
//
//   Result<std::unique_ptr<Server>> server = Server::listen(settings, std::move(content),
//   std::move(store)); std::cout << "listening on " << (*server)->url() << std::endl;
//   (*server)->run();  // until SIGTERM or SIGINT
//
// Threads: one thread constructs and runs it. Failure: an Error when the address cannot be had.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "server/content.h"
#include "server/http_static.h"
#include "server/limits.h"
#include "store/store.h"

namespace keel {

struct ServerSettings {
  std::string host = "127.0.0.1";
  uint16_t port = 8080;  // 0 picks one
  std::vector<std::string> allowed_origins;
  Limits limits;
};

class Server {
 public:
  static Result<std::unique_ptr<Server>> listen(const ServerSettings& settings, Content content,
                                                StaticSite site, std::unique_ptr<Store> store);
  ~Server();

  std::string url() const;
  // From any thread: what is said from the next event on (none: as before), and a frame about it
  // for every page. A turn under way ends with the content that it began with.
  void take_content(std::optional<Content> content, std::string frame);
  // Serves until asked to end; everything taken until then is stored when it returns.
  void run();

 private:
  struct Parts;
  explicit Server(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace keel
