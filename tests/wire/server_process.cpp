#include "wire/server_process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace keel::test {
namespace {

// The server of this build, or the one that KEEL_SERVER names.
std::string server_path() {
  const char* other = std::getenv("KEEL_SERVER");
  return other != nullptr ? other : KEEL_SERVER_PATH;
}

}  // namespace

Home::Home() {
  std::string name = (std::filesystem::temp_directory_path() / "keel-wire-XXXXXX").string();
  if (::mkdtemp(name.data()) != nullptr) folder_ = name;
}

Home::~Home() {
  std::error_code ignored;
  if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
}

ServerProcess::ServerProcess(const Home& home, const std::vector<std::string>& more) : home_(home) {
  std::vector<std::string> arguments = {
      server_path(),  "--port",        "0",      "--db",         home.database(),
      "--key-file",   home.key_file(), "--pack", KEEL_TEST_PACK, "--static",
      KEEL_TEST_PAGE, "--log-level",   "warn"};
  for (size_t i = 0; i + 1 < more.size(); i += 2) {
    bool replaced = false;
    for (size_t j = 1; j + 1 < arguments.size(); ++j) {
      if (arguments[j] != more[i]) continue;
      arguments[j + 1] = more[i + 1];
      replaced = true;
    }
    if (!replaced) arguments.insert(arguments.end(), {more[i], more[i + 1]});
  }
  if (more.size() % 2 == 1) arguments.push_back(more.back());
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return;
  pid_ = ::fork();
  if (pid_ == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    const int errors =
        ::open(home.error_file().c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    ::dup2(errors, STDERR_FILENO);
    ::execv(argv[0], argv.data());
    ::_exit(127);
  }
  ::close(ends[1]);
  out_ = ends[0];
  const std::string line = read_line();
  const size_t colon = line.rfind(':');
  if (line.starts_with("listening on http://") && colon != std::string::npos) {
    port_ = static_cast<uint16_t>(std::atoi(line.c_str() + colon + 1));
  }
}

ServerProcess::~ServerProcess() {
  kill_now();
  if (out_ >= 0) ::close(out_);
}

std::string ServerProcess::read_line() {
  std::string line;
  char c = 0;
  while (::read(out_, &c, 1) == 1 && c != '\n') line += c;
  return line;
}

std::string ServerProcess::errors() const {
  std::ifstream in(home_.error_file());
  return {std::istreambuf_iterator<char>(in), {}};
}

void ServerProcess::signal(int number) const {
  if (pid_ > 0) ::kill(pid_, number);
}

int ServerProcess::wait() {
  int status = 0;
  if (pid_ <= 0 || ::waitpid(pid_, &status, 0) != pid_) return -1;
  pid_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

void ServerProcess::kill_now() {
  signal(SIGKILL);
  if (pid_ > 0) wait();
}

}  // namespace keel::test
