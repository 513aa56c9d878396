#include "server/reload.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "embed/coach.h"
#include "embed/side_by_side.h"
#include "script/assemble.h"
#include "verify/check_pack.h"

namespace keel {
namespace {

void sort_files(std::vector<PackFile>& files) {
  std::sort(files.begin(), files.end(),
            [](const PackFile& a, const PackFile& b) { return a.path < b.path; });
}

uint64_t hash_of_intents(const std::vector<PackFile>& files) {
  uint64_t hash = hash_seed;
  for (const PackFile& file : files) {
    if (!file.path.starts_with("intents/")) continue;
    hash = mix(hash_of(file.path, hash));
    hash = mix(hash_of(file.text, hash));
  }
  return hash;
}

}  // namespace

Reloader::Reloader(std::filesystem::path pack, std::vector<PackFile> files, const Compiled& running,
                   ContentRule rule)
    : pack_(std::move(pack)),
      rule_(std::move(rule)),
      pack_id_(running.program->pack),
      language_(running.program->language),
      reader_(running.program->reader),
      told_(of_intents(running.diagnostics)) {
  sort_files(files);
  seen_ = hash_of_files(files);
  intents_ = hash_of_intents(files);
}

std::optional<Reload> Reloader::look() {
  const auto begun = std::chrono::steady_clock::now();
  Result<std::vector<PackFile>> files = coach_files(pack_);
  Reload reload;
  if (!files) {
    seen_ = 0;
    reload.words = files.error().message;
  } else {
    sort_files(*files);
    const uint64_t hash = hash_of_files(*files);
    if (hash == seen_) return std::nullopt;
    seen_ = hash;
    reload = compile(*files);
  }
  reload.took = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - begun);
  return reload;
}

Reload Reloader::compile(const std::vector<PackFile>& files) {
  Report report;
  Front front = read_front(files, report);
  const uint64_t intents = hash_of_intents(files);
  if (intents == intents_) {
    report.add_all(told_);
  } else {
    std::vector<Diagnostic> told = of_intents(report.diagnostics());
    Reader reader;
    TrainedIntents trained;
    const Both both = side_by_side();
    both([&] { reader = Reader::untrained(front.content, told); },
         [&] { trained = learn_intents(front.content.intents, CompileOptions().seed, both); });
    report.add_all(told);
    if (!has_errors(told)) {
      reader_ = std::make_shared<const Reader>(std::move(reader).with(std::move(trained)));
      intents_ = intents;
      told_ = std::move(told);
    }
  }
  std::vector<Diagnostic> found = of_own_files(report.take(), files);
  if (rule_ && !has_errors(found)) {
    for (Diagnostic& broken : rule_(front)) found.push_back(std::move(broken));
  }
  Reload reload;
  reload.words = render_all(found, front.sources);
  if (has_errors(found)) return reload;
  CompileOptions options;
  options.pack = pack_id_;
  options.language = language_;
  reload.program =
      std::make_shared<const Program>(assemble(std::move(front), reader_, options, seen_));
  return reload;
}

}  // namespace keel
