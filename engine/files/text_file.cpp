#include "files/text_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>

namespace keel {
namespace {

namespace fs = std::filesystem;

constexpr mode_t new_file_mode = 0644;

Error cannot(const char* what, const fs::path& path, const std::string& why) {
  return {ErrorCode::denied, std::string("cannot ") + what + " " + path.string() + ": " + why};
}

bool write_all(int file, const std::string& text) {
  size_t done = 0;
  while (done < text.size()) {
    const ssize_t wrote = ::write(file, text.data() + done, text.size() - done);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return false;
    done += static_cast<size_t>(wrote);
  }
  return ::fsync(file) == 0;
}

// What a link leads to; the path itself where nothing is there yet.
fs::path place_of(const fs::path& path) {
  std::error_code failed;
  const fs::path place = fs::canonical(path, failed);
  return failed ? path : place;
}

mode_t mode_of(const fs::path& place) {
  struct stat there = {};
  return ::stat(place.c_str(), &there) == 0 ? there.st_mode & 07777U : new_file_mode;
}

}  // namespace

Result<std::string> read_text_file(const fs::path& path) {
  std::error_code failed;
  if (!fs::exists(path, failed)) return Error{ErrorCode::not_found, "no file " + path.string()};
  if (!fs::is_regular_file(path, failed)) return cannot("read", path, "it is no file");
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  // An empty file streams nothing, which is no failure of reading.
  if (in && in.peek() != std::ifstream::traits_type::eof()) text << in.rdbuf();
  if (in.bad() || !in.is_open() || !text) return cannot("read", path, std::strerror(errno));
  return text.str();
}

Status write_text_file(const fs::path& path, const std::string& text) {
  const fs::path place = place_of(path);
  std::string beside = place.string() + "." + std::string(6, 'X');
  const int file = ::mkstemp(beside.data());
  if (file < 0) return cannot("write", path, std::strerror(errno));
  const bool written = write_all(file, text) && ::fchmod(file, mode_of(place)) == 0;
  const bool closed = ::close(file) == 0;
  if (!written || !closed || ::rename(beside.c_str(), place.c_str()) != 0) {
    const Error error = cannot("write", path, std::strerror(errno));
    ::unlink(beside.c_str());
    return error;
  }
  return Done{};
}

}  // namespace keel
