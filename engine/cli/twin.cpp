// keel twin: which flows are said in other languages too, whether each twin still fits what its
// original says, and the note of it (`of:`) that a person makes once it does.
#include <algorithm>
#include <filesystem>
#include <iostream>

#include "cli/commands.h"
#include "cli/fail.h"
#include "cli/pack_option.h"
#include "embed/coach.h"
#include "files/text_file.h"
#include "script/front.h"
#include "script/spoken.h"

namespace keel::cli {
namespace {

struct Options {
  std::string pack;
  bool write = false;
};

std::string joined(const std::vector<std::string>& marks) {
  std::string line;
  for (const std::string& mark : marks) line += (line.empty() ? "" : " ") + mark;
  return line;
}

// The twin's text with its `of:` line put in, or renewed.
std::string with_marks(const TwinNode& twin, const std::string& marks) {
  std::string text = twin.source->text();
  if (twin.of) {
    const Span span = twin.of->span;
    return text.replace(span.begin, span.size(), marks);
  }
  const size_t language = text.find("\nlanguage:");
  const size_t end = language == std::string::npos ? language : text.find('\n', language + 1);
  if (end == std::string::npos) return text;
  return text.insert(end, "\nof: " + marks);
}

const FlowNode* original_of(const Front& front, const TwinNode& twin) {
  for (const FlowNode& flow : front.pack.flows) {
    if (flow.id.text == twin.id.text) return &flow;
  }
  return nullptr;
}

int twin(const Options& options) {
  const std::filesystem::path folder = pack_folder(options.pack);
  const Result<std::vector<PackFile>> files = coach_files(folder);
  if (!files) return fail(files.error().message);
  Report report;
  const Front front = read_front(*files, report);
  const std::vector<Diagnostic> found = report.take();
  int failed = 0;
  for (const TwinNode& node : front.pack.twins) {
    const std::string& path = node.source->path();
    const bool wrong = std::any_of(found.begin(), found.end(), [&](const Diagnostic& one) {
      return one.path == path && one.severity == Severity::error;
    });
    const FlowNode* original = original_of(front, node);
    if (wrong || original == nullptr) {
      std::cout << path << ": has mistakes (keel check)\n";
      failed = 1;
      continue;
    }
    const std::string marks = joined(marks_of(*original));
    const bool fits = node.of && node.of->text == marks;
    if (fits || !options.write || node.base) {
      std::cout << path << (fits ? ": fits\n" : ": the original has changed, or was never noted\n");
      continue;
    }
    const Status written = write_text_file(folder / path, with_marks(node, marks));
    if (!written) {
      std::cerr << "keel: " << written.error().message << "\n";
      return 1;
    }
    std::cout << path << ": noted\n";
  }
  return failed;
}

}  // namespace

void add_twin(CLI::App& app, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "twin", "List the flows in other languages, and note which words they fit");
  add_pack_option(*command, options->pack);
  command->add_flag("--write", options->write,
                    "note in each twin that it fits what its original says now");
  command->callback([options, &run] { run = [options] { return twin(*options); }; });
}

}  // namespace keel::cli
