#pragma once
// ServerProcess: a real keel-server on a free port, in a folder of its own that goes away with it.
//
//   Home home;
//   ServerProcess server(home);
//   WsClient client(server.host(), server.port());
//
// Threads: one. Failure: `port()` is 0 when it did not come up; `errors()` says why.
#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace keel::test {

// A fresh folder with a place for the database and one, beside it, for the key.
class Home {
 public:
  Home();
  ~Home();
  Home(const Home&) = delete;
  Home& operator=(const Home&) = delete;

  const std::string& folder() const { return folder_; }
  std::string database() const { return folder_ + "/data/keel.db"; }
  std::string key_file() const { return folder_ + "/keys/master.key"; }
  std::string error_file() const { return folder_ + "/stderr"; }

 private:
  std::string folder_;
};

class ServerProcess {
 public:
  // `more` goes behind the arguments that every server here has; a later one wins.
  explicit ServerProcess(const Home& home, const std::vector<std::string>& more = {});
  ~ServerProcess();
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  std::string host() const { return "127.0.0.1"; }
  uint16_t port() const { return port_; }
  pid_t pid() const { return pid_; }
  std::string errors() const;

  void signal(int number) const;
  // Waits for the end; gives the exit code, or minus the number of the signal that ended it.
  int wait();
  void kill_now();

 private:
  std::string read_line();

  const Home& home_;
  pid_t pid_ = -1;
  int out_ = -1;
  uint16_t port_ = 0;
};

}  // namespace keel::test
