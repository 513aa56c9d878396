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

Reloader::Reloader(std::filesystem::path pack, std::vector<PackFile> files,
                   std::shared_ptr<const Program> running, ContentRule rule)
    : pack_(std::move(pack)),
      rule_(std::move(rule)),
      pack_id_(running->pack),
      language_(running->language),
      reader_(running->reader) {
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
  const auto front = std::make_shared<const Front>(read_front(files, report));
  CompileOptions options;
  options.pack = pack_id_;
  options.language = language_;
  const uint64_t intents = hash_of_intents(files);
  std::optional<TrainedIntents> trained;
  Checked checked;
  side_by_side([&] { checked = check_front(front, std::move(report), files, Depth::fast, {}); },
               [&] {
                 if (intents != intents_)
                   trained = learn_intents(front->content.intents, options.seed, side_by_side);
               });
  if (rule_ && !has_errors(checked.diagnostics)) {
    for (Diagnostic& found : rule_(*checked.front)) checked.diagnostics.push_back(std::move(found));
  }
  Reload reload;
  reload.words = render_all(checked.diagnostics, checked.front->sources);
  if (has_errors(checked.diagnostics)) return reload;
  if (trained) {
    reader_ = std::make_shared<const Reader>(std::move(checked.reader).with(std::move(*trained)));
    intents_ = intents;
  }
  reload.program =
      std::make_shared<const Program>(assemble(*checked.front, reader_, options, seen_));
  return reload;
}

}  // namespace keel
