#include "review/side_files.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

namespace keel {
namespace {

namespace fs = std::filesystem;

Error cannot(const char* what, const fs::path& path) {
  return {ErrorCode::denied,
          std::string("cannot ") + what + " " + path.string() + ": " + std::strerror(errno)};
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

}  // namespace

Result<std::string> read_whole(const fs::path& path) {
  std::error_code failed;
  if (!fs::exists(path, failed)) return std::string();
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  if (!in || !(text << in.rdbuf())) {
    // An empty file streams nothing, which is no failure of reading.
    if (in && fs::file_size(path, failed) == 0) return std::string();
    return cannot("read", path);
  }
  return text.str();
}

Result<SideFiles> read_side_files(const fs::path& pack) {
  SideFiles side;
  const Result<std::string> approvals = read_whole(pack / approvals_file);
  if (!approvals) return approvals.error();
  Result<Approvals> signed_off = parse_approvals(*approvals);
  if (!signed_off) return signed_off.error();
  const Result<std::string> ids = read_whole(pack / line_ids_file);
  if (!ids) return ids.error();
  Result<LineIds> known = parse_line_ids(*ids);
  if (!known) return known.error();
  return SideFiles{std::move(*signed_off), std::move(*known)};
}

Status write_file(const fs::path& path, const std::string& text) {
  std::string beside = path.string() + "." + std::string(6, 'X');
  const int file = ::mkstemp(beside.data());
  if (file < 0) return cannot("write beside", path);
  const bool written = write_all(file, text) && ::fchmod(file, 0644) == 0;
  const bool closed = ::close(file) == 0;
  if (!written || !closed || ::rename(beside.c_str(), path.c_str()) != 0) {
    const Error error = cannot("write", path);
    ::unlink(beside.c_str());
    return error;
  }
  return Done{};
}

}  // namespace keel
