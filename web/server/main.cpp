// keel-server: loads the content, opens the store, listens, serves. Exit codes: 0 ended as asked, 1
// something that it needs is not as it must be (said on stderr), 2 usage.
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include "embed/coach.h"
#include "embed/learnt_folder.h"
#include "embed/load_program.h"
#include "review/approved_only.h"
#include "server/frames.h"
#include "server/options.h"
#include "server/reload.h"
#include "server/server.h"
#include "server/watch.h"
#include "store/sqlite_store.h"

namespace {

using namespace keel;

int fail(const std::string& message) {
  std::cerr << "keel-server: " << message << std::endl;
  return 1;
}

std::string hex(uint64_t value) {
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(value));
  return text;
}

Content content_of(std::shared_ptr<const Program> program) {
  Content content;
  content.pack = program->pack;
  content.language = program->language;
  for (const auto& [language, flows] : program->twins) {
    for (const auto& [id, flow] : flows) content.twins[language].insert(id);
  }
  content.content_hash = hex(program->content_hash);
  content.help_lines = program->help_lines;
  content.respond = [program = std::move(program)](Session session, const Journal& journal,
                                                   const Event& event) {
    return respond(*program, std::move(session), journal, event);
  };
  return content;
}

// A server without its page still serves other pages and apps, so this is no reason to stop.
StaticSite page_of(const std::string& folder) {
  Result<StaticSite> site = StaticSite::load(folder);
  if (site) return std::move(*site);
  spdlog::warn("the page is missing: {}", site.error().message);
  return {};
}

// For a writer: new content is taken up, or its mistakes are shown here and in the page's console.
void take_up(const Reload& reload, Server& server) {
  const std::string after = " (" + std::to_string(reload.took.count()) + " ms)\n";
  if (reload.program) {
    const std::string words = reload.words + "new content" + after;
    std::cerr << words << std::flush;
    const std::string hash = hex(reload.program->content_hash);
    server.take_content(content_of(reload.program), content_frame(true, hash, words));
    return;
  }
  const std::string words = reload.words + "the content from before goes on" + after;
  std::cerr << words << std::flush;
  server.take_content(std::nullopt, content_frame(false, {}, words));
}

Result<std::unique_ptr<Watch>> watch_pack(const std::filesystem::path& pack,
                                          std::shared_ptr<Reloader> reloader, Server& server) {
  return Watch::start({pack / "dialogs", pack / "intents"},
                      [reloader = std::move(reloader), &server] {
                        if (const std::optional<Reload> reload = reloader->look())
                          take_up(*reload, server);
                      });
}

ContentRule content_rule(const Options& options) {
  if (!options.approved_only) return {};
  return [pack = options.pack](const Front& front) { return refuse_unapproved(pack, front); };
}

// What stays of the content while it is served: not its sources, nor the examples it learnt from.
struct Loaded {
  std::shared_ptr<const Program> program;
  std::shared_ptr<Reloader> reloader;  // with --watch
};

Result<Loaded> load(const Options& options) {
  const bool document = is_document(options.pack);
  if (document && (options.watch || options.approved_only))
    return Error{ErrorCode::invalid_argument,
                 "--watch and --approved-only need the folder of a pack"};
  Result<std::vector<PackFile>> files =
      document ? std::vector<PackFile>() : coach_files(options.pack);
  if (!files) return files.error();
  CompileOptions loading;
  loading.both = side_by_side();
  loading.learn = learn_once(std::filesystem::absolute(options.database).parent_path() / "learnt");
  const Result<Compiled> compiled =
      document ? load_program(options.pack, loading) : Result<Compiled>(compile(*files, loading));
  if (!compiled) return compiled.error();
  if (!compiled->program) {
    std::cerr << render_all(*compiled);
    return Error{ErrorCode::invalid_argument,
                 "the content of \"" + options.pack + "\" has mistakes; nothing was started"};
  }
  if (options.approved_only) {
    const Result<std::string> open = unapproved(options.pack, *files);
    if (!open) return open.error();
    if (!open->empty()) return Error{ErrorCode::invalid_argument, *open};
  }
  Loaded loaded{compiled->program, nullptr};
  if (options.watch) {
    loaded.reloader = std::make_shared<Reloader>(options.pack, std::move(*files), *compiled,
                                                 content_rule(options));
  }
  return loaded;
}

// Learning takes many times the memory that serving does; glibc keeps what is freed unless asked.
void give_back_memory() {
#if defined(__GLIBC__)
  malloc_trim(0);
#endif
}

int serve(const Options& options) {
  Result<Loaded> loaded = load(options);
  if (!loaded) return fail(loaded.error().message);
  give_back_memory();
  SqliteOptions sqlite;
  sqlite.path = options.database;
  sqlite.key.file = options.key_file;
  if (const char* key = std::getenv("KEEL_MASTER_KEY")) sqlite.key.text = key;
  Result<std::unique_ptr<SqliteStore>> store = SqliteStore::open(sqlite);
  if (!store) return fail(store.error().message);
  Result<std::unique_ptr<Server>> server =
      Server::listen(options.settings, content_of(std::move(loaded->program)),
                     page_of(options.page), std::move(*store));
  if (!server) return fail(server.error().message);
  std::cout << "listening on " << (*server)->url() << std::endl;
  std::unique_ptr<Watch> watch;
  if (loaded->reloader) {
    Result<std::unique_ptr<Watch>> started =
        watch_pack(options.pack, std::move(loaded->reloader), **server);
    if (!started) return fail(started.error().message);
    watch = std::move(*started);
    std::cerr << "watching " << options.pack << "\n";
  }
  (*server)->run();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  // A file that may not grow is a full disk: the write fails, and this goes on.
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  const ParsedOptions parsed = parse_options(argc, argv);
  if (parsed.exit_code) return *parsed.exit_code;
  spdlog::set_default_logger(
      std::make_shared<spdlog::logger>("keel", std::make_shared<spdlog::sinks::stderr_sink_mt>()));
  spdlog::set_level(spdlog::level::from_str(parsed.options.log_level));
  spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
  return serve(parsed.options);
}
