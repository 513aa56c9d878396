#include "server/http_static.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "base/hash.h"

namespace keel {
namespace {

namespace fs = std::filesystem;

// A page and its parts; a folder that holds more than this was named by mistake.
constexpr size_t files_max = 1000;
constexpr uintmax_t file_bytes_max = uintmax_t{16} * 1024 * 1024;

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> mime_types = {
    {{".html", "text/html; charset=utf-8"},
     {".js", "text/javascript; charset=utf-8"},
     {".mjs", "text/javascript; charset=utf-8"},
     {".css", "text/css; charset=utf-8"},
     {".json", "application/json"},
     {".map", "application/json"},
     {".webmanifest", "application/manifest+json"},
     {".svg", "image/svg+xml"},
     {".png", "image/png"},
     {".ico", "image/x-icon"},
     {".webp", "image/webp"},
     {".woff2", "font/woff2"},
     {".wasm", "application/wasm"},
     {".txt", "text/plain; charset=utf-8"}}};

std::string type_of(const std::string& extension) {
  for (const auto& [known, type] : mime_types) {
    if (extension == known) return std::string(type);
  }
  return "application/octet-stream";
}

std::string hex(uint64_t value) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) text += digits[(value >> shift) & 15U];
  return text;
}

}  // namespace

Result<StaticSite> StaticSite::load(const std::string& folder) {
  std::error_code failed;
  StaticSite site;
  for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end;
       at.increment(failed)) {
    if (!at->is_regular_file(failed)) continue;
    if (site.files_.size() == files_max || at->file_size(failed) > file_bytes_max) {
      return Error{ErrorCode::limit, folder + " holds too much to be the page"};
    }
    std::ifstream in(at->path(), std::ios::binary);
    std::string body{std::istreambuf_iterator<char>(in), {}};
    if (!in) return Error{ErrorCode::unavailable, "cannot read " + at->path().string()};
    const std::string name = "/" + fs::relative(at->path(), folder, failed).generic_string();
    StaticFile file{type_of(at->path().extension().string()), "\"" + hex(hash_of(body)) + "\"",
                    std::move(body)};
    site.files_.emplace(name, std::move(file));
  }
  if (failed) return Error{ErrorCode::not_found, "cannot read " + folder + ": " + failed.message()};
  return site;
}

const StaticFile* StaticSite::find(std::string_view path) const {
  if (path == "/") path = "/index.html";
  if (path == "/away") path = "/away.html";
  const auto found = files_.find(path);
  return found == files_.end() ? nullptr : &found->second;
}

}  // namespace keel
