#include "script_cases.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace keel::test {
namespace {

namespace fs = std::filesystem;

std::string unescaped(const std::string& text) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text.compare(at, 2, "\\t") == 0) {
      out += '\t';
      at += 1;
    } else if (text.compare(at, 2, "\\x") == 0 && at + 4 <= text.size()) {
      out += static_cast<char>(std::stoi(text.substr(at + 2, 2), nullptr, 16));
      at += 3;
    } else {
      out += text[at];
    }
  }
  return out;
}

}  // namespace

std::vector<PackFile> files_in(const std::string& text) {
  static const std::string mark = "# file: ";
  if (!text.starts_with(mark)) return {{"dialogs/example.keel", text}};
  std::vector<PackFile> files;
  size_t at = 0;
  while (at < text.size()) {
    const size_t next = std::min(text.find("\n" + mark, at), text.size() - 1) + 1;
    const size_t name = at + mark.size();
    const size_t name_end = text.find('\n', at);
    const std::string path = text.substr(name, name_end - name);
    // In a script the mark is a comment and keeps the lines' numbers; JSON has none.
    const size_t begin = path.ends_with(".keel") ? at : name_end + 1;
    files.push_back({path, text.substr(begin, next - begin)});
    at = next;
  }
  return files;
}

std::vector<Fenced> fenced_in(const std::string& page) {
  std::vector<Fenced> all;
  for (size_t at = page.find("\n```"); at != std::string::npos; at = page.find("\n```", at)) {
    const size_t info = at + 4;
    const size_t begin = page.find('\n', info) + 1;
    const size_t end = page.find("\n```", begin - 1) + 1;
    if (begin == 0 || end == 0) break;
    all.push_back(
        {page.substr(info, begin - 1 - info), page.substr(begin, end - begin), begin, end});
    at = end + 2;
  }
  return all;
}

std::string script_of(const Fenced& fenced) {
  return fenced.info == "keel escaped" ? unescaped(fenced.text) : fenced.text;
}

std::vector<fs::path> page_paths() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(KEEL_PACK) / "engine/script/pages")) {
    if (entry.path().filename().string().starts_with("K")) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace keel::test
