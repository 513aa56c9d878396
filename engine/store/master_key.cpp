#include "store/master_key.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace keel {
namespace {

namespace fs = std::filesystem;

Error denied(const std::string& message) {
  return {ErrorCode::denied, message};
}

// Closes itself.
class File {
 public:
  explicit File(int fd) : fd_(fd) {}
  ~File() {
    if (fd_ >= 0) ::close(fd_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int fd() const { return fd_; }

 private:
  int fd_;
};

// Of a file that may not be there yet, with links followed as far as they go.
fs::path real_folder_of(const fs::path& file) {
  std::error_code ignored;
  return fs::weakly_canonical(fs::absolute(file, ignored), ignored).parent_path();
}

bool is_inside(const fs::path& file, const fs::path& folder) {
  const fs::path inner = real_folder_of(file);
  const fs::path outer = real_folder_of(folder / "file");
  const auto [end, rest] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
  return end == outer.end();
}

Result<DataKey> read_key(const std::string& path) {
  const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat facts {};
  if (file.fd() < 0 || ::fstat(file.fd(), &facts) != 0) {
    return denied("The master key file " + path + " cannot be read: " + std::strerror(errno) + ".");
  }
  if ((facts.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return denied("The master key file " + path + " is open to others; make its mode 0600.");
  }
  std::array<char, 256> buffer{};
  const ssize_t size = ::read(file.fd(), buffer.data(), buffer.size());
  Result<DataKey> key =
      DataKey::from_text({buffer.data(), size > 0 ? static_cast<size_t>(size) : 0});
  wipe(buffer.data(), buffer.size());
  if (!key) {
    return Error{ErrorCode::invalid_argument,
                 "The master key file " + path + " is no key: " + key.error().message};
  }
  return key;
}

bool write_whole(int fd, std::string_view text) {
  return ::write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
         ::fsync(fd) == 0;
}

Status make_folder(const fs::path& folder) {
  std::error_code error;
  if (folder.empty() || fs::exists(folder, error)) return Done{};
  fs::create_directories(folder, error);
  if (!error) fs::permissions(folder, fs::perms::owner_all, error);
  if (error) return denied("The folder " + folder.string() + " cannot be made: " + error.message());
  return Done{};
}

// The key appears under its name whole or not at all, and never over another key.
Result<DataKey> make_key(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  if (Status made = make_folder(folder); !made) return made.error();
  const std::string draft = path + ".new";
  ::unlink(draft.c_str());
  DataKey key = DataKey::random();
  std::string text = key.to_text() + "\n";
  const File file(::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  bool made =
      file.fd() >= 0 && write_whole(file.fd(), text) && ::link(draft.c_str(), path.c_str()) == 0;
  const int reason = errno;
  wipe(text.data(), text.size());
  ::unlink(draft.c_str());
  if (!made && reason == EEXIST) return read_key(path);
  if (!made) {
    return denied("The master key file " + path + " cannot be made: " + std::strerror(reason) +
                  ".");
  }
  const File parent(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_CLOEXEC));
  if (parent.fd() >= 0) ::fsync(parent.fd());
  return key;
}

}  // namespace

Result<DataKey> master_key(const MasterKeySource& source, bool database_is_new,
                           const std::string& data_folder) {
  if (!source.text.empty()) {
    Result<DataKey> key = DataKey::from_text(source.text);
    if (key) return key;
    return Error{ErrorCode::invalid_argument,
                 "The master key in KEEL_MASTER_KEY is no key: " + key.error().message};
  }
  if (source.file.empty()) {
    return Error{ErrorCode::invalid_argument, "A master key file or KEEL_MASTER_KEY is needed."};
  }
  if (is_inside(source.file, data_folder)) {
    return denied("The master key file " + source.file + " must stand outside the data folder " +
                  data_folder + ".");
  }
  std::error_code ignored;
  if (fs::exists(source.file, ignored)) return read_key(source.file);
  if (database_is_new) return make_key(source.file);
  return Error{ErrorCode::not_found, "The master key file " + source.file +
                                         " is missing; without it the existing database cannot be "
                                         "read. Put it back, or set KEEL_MASTER_KEY."};
}

}  // namespace keel
