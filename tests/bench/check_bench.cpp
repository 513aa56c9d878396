// How `keel check` grows with a pack: the bundled one, and packs of more flows made of copies of
// its own, with their ids, jumps and intents renamed. Prints times, peak memory and the exponent of
// growth, which is 1 where ten times the content takes ten times as long.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cctype>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <set>

#include "embed/coach.h"
#include "verify/check_pack.h"

namespace {

using keel::PackFile;
using Names = std::set<std::string>;

bool is_ordinary(const PackFile& file) {
  return file.path.starts_with("dialogs/") && file.path.ends_with(".keel") &&
         !file.path.starts_with("dialogs/house/") && !file.path.starts_with("dialogs/safety/") &&
         !file.path.ends_with("/person.keel");
}

bool is_intents(const PackFile& file) {
  return file.path.starts_with("intents/") && !file.path.starts_with("intents/safety/") &&
         file.path.ends_with(".keel") && !file.path.starts_with("intents/house/") &&
         !file.path.ends_with("/lists.keel") && !file.path.ends_with("/out-of-domain.keel");
}

std::string name_in(const std::string& path) {
  const size_t begin = path.rfind('/') + 1;
  return path.substr(begin, path.rfind('.') - begin);
}

// Each name of the set that stands in the line as a word gets the ending.
std::string renamed(const std::string& line, const Names& names, const std::string& ending) {
  std::string out;
  std::string word;
  for (const char c : line + " ") {
    const bool inside = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == ':';
    if (inside) {
      word += c;
      continue;
    }
    out += word + (names.contains(word) ? ending : "") + c;
    word.clear();
  }
  out.pop_back();
  return out;
}

template <class Change>
std::string each_line(const std::string& text, const Change& change) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    out += change(text.substr(at, end - at)) + "\n";
    at = end + 1;
  }
  return out;
}

std::string copied_flow(const std::string& text, const Names& flows, const Names& intents,
                        const std::string& ending) {
  return each_line(text, [&](const std::string& line) {
    const size_t begin = std::min(line.find_first_not_of(' '), line.size());
    const std::string_view rest = std::string_view(line).substr(begin);
    const auto opens = [&](std::string_view word) { return rest.starts_with(word); };
    if (opens("start on: ")) return renamed(line, intents, ending);
    const bool names_flows =
        opens("flow ") || opens("go to ") || opens("visit ") || opens("offer ") || opens("never: ");
    return names_flows ? renamed(line, flows, ending) : line;
  });
}

// A copy speaks a dialect: its longer words are its own, as those of a new subject are. Names of
// lists stay.
std::string in_dialect(const std::string& line, const std::string& mark) {
  std::string out;
  bool list = false;
  for (size_t at = 0; at < line.size();) {
    size_t end = at;
    while (end < line.size() && std::isalpha(static_cast<unsigned char>(line[end])) != 0) ++end;
    out += line.substr(at, end - at);
    if (end - at > 4 && !list) out += mark;
    if (end < line.size()) {
      list = line[end] == '{' || (list && line[end] != '}');
      out += line[end++];
    }
    at = end;
  }
  return out;
}

std::string copied_intents(const std::string& text, const std::string& ending) {
  const int copy = std::stoi(ending.substr(2));
  const std::string mark = {'q', static_cast<char>('a' + copy % 26),
                            static_cast<char>('a' + copy / 26)};
  const std::string word = "copy" + mark;  // no sentence of a copy is one of another
  return each_line(text, [&](const std::string& line) {
    if (line.empty() || line[0] == '#' || line.starts_with("means:") || line.starts_with("not:"))
      return line;
    if (line.starts_with("intent ")) return line + ending;
    if (line.starts_with("list ")) return std::string("#");
    if (line.starts_with("pattern: "))
      return "pattern: " + in_dialect(line.substr(9), mark) + " " + word;
    return in_dialect(line, mark) + " " + word + " please";  // no pattern takes it whole
  });
}

Names intents_in(const std::vector<PackFile>& files) {
  Names names;
  for (const PackFile& file : files) {
    if (!is_intents(file)) continue;
    each_line(file.text, [&](const std::string& line) {
      if (line.starts_with("intent ")) names.insert(line.substr(7));
      return line;
    });
  }
  return names;
}

std::vector<PackFile> pack_with_copies(std::vector<PackFile> files, int copies) {
  Names flows;
  for (const PackFile& file : files) {
    if (is_ordinary(file)) flows.insert(name_in(file.path));
  }
  const Names intents = intents_in(files);
  const size_t own = files.size();
  for (int copy = 1; copy <= copies; ++copy) {
    const std::string ending = "-c" + std::to_string(copy);
    for (size_t i = 0; i < own; ++i) {
      const std::string path = files[i].path.substr(0, files[i].path.rfind('.')) + ending + ".keel";
      if (is_ordinary(files[i])) {
        files.push_back({path, copied_flow(files[i].text, flows, intents, ending)});
      } else if (is_intents(files[i])) {
        files.push_back({path, copied_intents(files[i].text, ending)});
      }
    }
  }
  return files;
}

struct Measured {
  size_t flows = 0;
  double kilobytes = 0;  // of content: the copies bring their intents with them
  double fast = 0;       // seconds
  double full = 0;
  double megabytes = 0;
  size_t diagnostics = 0;
};

double seconds(const std::vector<PackFile>& files, keel::Depth depth, Measured& measured) {
  const auto begin = std::chrono::steady_clock::now();
  const keel::Checked checked = keel::check_pack(files, depth, "");
  const auto end = std::chrono::steady_clock::now();
  measured.flows = checked.front->flows.size();
  measured.diagnostics = checked.diagnostics.size();
  return std::chrono::duration<double>(end - begin).count();
}

// In a process of its own, so that its peak memory is its own.
Measured measure(const std::vector<PackFile>& base, int copies) {
  int pipes[2];
  if (pipe(pipes) != 0) return {};
  const pid_t child = fork();
  if (child == 0) {
    Measured measured;
    const std::vector<PackFile> files = pack_with_copies(base, copies);
    for (const PackFile& file : files)
      measured.kilobytes += static_cast<double>(file.text.size()) / 1024;
    measured.fast = seconds(files, keel::Depth::fast, measured);
    measured.full = seconds(files, keel::Depth::full, measured);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    measured.megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
    const bool written = write(pipes[1], &measured, sizeof measured) == sizeof measured;
    _exit(written ? 0 : 1);
  }
  Measured measured;
  const bool read_all = read(pipes[0], &measured, sizeof measured) == sizeof measured;
  waitpid(child, nullptr, 0);
  close(pipes[0]);
  close(pipes[1]);
  return read_all ? measured : Measured{};
}

}  // namespace

int main(int argc, char** argv) {
  const auto files = keel::coach_files(argc > 1 ? argv[1] : ".");
  if (!files) {
    std::fprintf(stderr, "no pack here: %s\n", files.error().message.c_str());
    return 1;
  }
  std::printf("%8s %12s %10s %10s %10s %12s\n", "flows", "content KB", "fast s", "full s",
              "peak MB", "diagnostics");
  Measured first{};
  Measured last;
  for (const int copies : {0, 2, 5, 11, 27}) {
    last = measure(*files, copies);
    if (copies == 0) first = last;
    std::printf("%8zu %12.0f %10.3f %10.3f %10.1f %12zu\n", last.flows, last.kilobytes, last.fast,
                last.full, last.megabytes, last.diagnostics);
  }
  const double grown = std::log(last.kilobytes / first.kilobytes);
  std::printf("growth: fast n^%.2f, full n^%.2f\n", std::log(last.fast / first.fast) / grown,
              std::log(last.full / first.full) / grown);
  return 0;
}
