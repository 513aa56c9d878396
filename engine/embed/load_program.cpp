#include "embed/load_program.h"

#include "canonical/program_json.h"
#include "embed/base_pack.h"
#include "embed/coach.h"
#include "files/text_file.h"
#include "understand/safety_content.h"

namespace keel {
namespace {

namespace fs = std::filesystem;

constexpr uintmax_t document_bytes_max = 32U << 20U;

Result<std::string> read_document(const fs::path& path) {
  std::error_code failed;
  if (fs::file_size(path, failed) > document_bytes_max && !failed) {
    return Error{ErrorCode::limit, path.string() + " is over 32 MiB"};
  }
  return read_text_file(path);
}

// The safety or house flow that every coach has and this one has not; empty when none is missing.
std::string missing_base_flow(const Program& program) {
  for (const PackFile& file : base_pack()) {
    if (!file.path.starts_with("dialogs/") || !file.path.ends_with(".keel")) continue;
    const std::string id = fs::path(file.path).stem().string();
    if (!program.flows.contains(id)) return id;
  }
  return {};
}

bool has_safety_rules(const ReaderContent& content) {
  for (const SafetyLanguage& language : content.safety->languages) {
    if (!language.rules.empty()) return true;
  }
  return false;
}

Result<Compiled> load_document(const std::string& text, const CompileOptions& options) {
  Result<Loaded> loaded = program_from_json(text, Loading::whole, options.both, options.learn);
  if (!loaded) return loaded.error();
  if (const std::string flow = missing_base_flow(*loaded->program); !flow.empty()) {
    return Error{ErrorCode::invalid_argument,
                 "/flows: \"" + flow + "\" is missing, which every coach has"};
  }
  if (!has_safety_rules(*loaded->content)) {
    return Error{ErrorCode::invalid_argument, "/reader/safety: there are no safety rules"};
  }
  Compiled compiled;
  compiled.program = std::move(loaded->program);
  compiled.content = std::move(loaded->content);
  compiled.seed = loaded->seed;
  return compiled;
}

}  // namespace

bool is_document(const fs::path& path) {
  return path.extension() == ".json";
}

Result<Compiled> load_program(const fs::path& path, const CompileOptions& options) {
  if (!is_document(path)) return load_coach(path, options);
  const Result<std::string> text = read_document(path);
  if (!text) return text.error();
  Result<Compiled> loaded = load_document(*text, options);
  if (loaded) return loaded;
  return Error{loaded.error().code, path.string() + ": " + loaded.error().message};
}

}  // namespace keel
