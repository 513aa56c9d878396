// keel test: the talks of a pack, played and compared; and what of the pack they cover.
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/fail.h"
#include "cli/json_lines.h"
#include "cli/pack_option.h"
#include "embed/coach.h"
#include "files/text_file.h"
#include "talk/coverage.h"
#include "talk/talk.h"

namespace keel::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

struct Options {
  std::string pack;
  std::vector<std::string> files;
  bool update = false;
  bool json = false;
  bool coverage = false;
  std::string coverage_page;
  bool covers() const { return coverage || !coverage_page.empty(); }
};

struct Tally {
  size_t passed = 0;
  size_t failed = 0;
  size_t updated = 0;
};

// A talk whose lines cannot be played, or not all, has nothing to be written down anew.
bool can_be_updated(const Talk& talk) {
  return !talk.stopped && std::all_of(talk.mismatches.begin(), talk.mismatches.end(),
                                      [](const Mismatch& m) { return m.problem.empty(); });
}

Json json_of(const Talk& talk, const std::string& path, bool after_saving) {
  Json mismatches = Json::array();
  for (const Mismatch& mismatch : talk.mismatches) {
    Json one = {
        {"line", mismatch.line}, {"expected", mismatch.expected}, {"actual", mismatch.actual}};
    if (!mismatch.problem.empty()) one["problem"] = mismatch.problem;
    if (!mismatch.heard.empty()) one["heard"] = mismatch.heard;
    mismatches.push_back(std::move(one));
  }
  Json json = {{"talk", path}, {"passed", talk.passed()}};
  if (!talk.passed()) json["mismatches"] = std::move(mismatches);
  if (after_saving) json["after_save_and_load"] = true;
  return json;
}

class Tester {
 public:
  Tester(const Program& program, const Options& options) : program_(program), options_(options) {}

  void test(const fs::path& path) {
    const std::string shown = path.lexically_normal().string();
    const Result<std::string> read = read_text_file(path);
    if (!read) return complain(read.error());
    const std::string& text = *read;
    const Talk talk =
        run_talk(program_, text, Between::nothing, options_.covers() ? &watched_ : nullptr);
    if (options_.update && can_be_updated(talk)) return update(path, shown, text, talk);
    if (!talk.passed()) return fail(talk, shown, false);
    const Talk saved = run_talk(program_, text, Between::save_and_load);
    if (!saved.passed()) return fail(saved, shown, true);
    ++tally_.passed;
    if (options_.json) std::cout << printed(json_of(talk, shown, false)) << "\n";
  }

  const Tally& tally() const { return tally_; }
  const Watched& watched() const { return watched_; }

 private:
  void update(const fs::path& path, const std::string& shown, const std::string& text,
              const Talk& talk) {
    if (talk.written_anew != text) {
      const Status written = write_text_file(path, talk.written_anew);
      if (!written) return complain(written.error());
    }
    ++tally_.passed;
    if (talk.written_anew == text) return;
    ++tally_.updated;
    if (!options_.json) std::cout << shown << ": written anew\n";
  }

  void complain(const Error& error) {
    std::cerr << "keel: " << error.message << "\n";
    ++tally_.failed;
  }

  void fail(const Talk& talk, const std::string& shown, bool after_saving) {
    ++tally_.failed;
    if (options_.json) {
      std::cout << printed(json_of(talk, shown, after_saving)) << "\n";
      return;
    }
    if (after_saving) {
      std::cout << shown << ": passes, but not with the conversation saved and loaded in between\n";
    }
    std::cout << render(talk, shown) << "\n";
  }

  const Program& program_;
  const Options& options_;
  Tally tally_;
  Watched watched_;
};

Json json_of(const Coverage& coverage) {
  using Kind = CoverageItem::Kind;
  Json flows = Json::array();
  for (const FlowCoverage& flow : coverage.flows) {
    Json one = {{"flow", flow.flow}, {"path", flow.path}};
    for (const Kind kind : {Kind::part, Kind::question, Kind::reply, Kind::branch, Kind::line}) {
      const Share share = flow.share(kind);
      one[std::string(name_of(kind))] = {{"done", share.done}, {"all", share.all}};
    }
    Json never = Json::array();
    for (const CoverageItem& item : flow.items) {
      if (!item.done) never.push_back({{"line", item.line}, {"text", item.text}});
    }
    one["never"] = std::move(never);
    flows.push_back(std::move(one));
  }
  return {{"coverage", std::move(flows)}};
}

int report_coverage(const Program& program, const Watched& watched, const Texts& texts,
                    const Options& options) {
  const Coverage coverage = cover(program, watched, texts);
  if (options.coverage) {
    std::cout << (options.json ? printed(json_of(coverage)) + "\n" : in_words(coverage) + "\n");
  }
  if (options.coverage_page.empty()) return 0;
  const Status written = write_text_file(options.coverage_page, coverage_page(coverage, texts));
  if (written) return 0;
  std::cerr << "keel: " << written.error().message << "\n";
  return 1;
}

void report_tally(const Tally& tally, const Options& options) {
  if (options.json) {
    std::cout << printed({{"passed", tally.passed},
                          {"failed", tally.failed},
                          {"updated", tally.updated}})
              << "\n";
    return;
  }
  const size_t all = tally.passed + tally.failed;
  std::cout << all << (all == 1 ? " talk: " : " talks: ") << tally.passed << " passed";
  if (tally.failed != 0) std::cout << ", " << tally.failed << " failed";
  if (tally.updated != 0) std::cout << ", " << tally.updated << " written anew";
  std::cout << "\n";
}

int test(const Options& options) {
  const fs::path folder = pack_folder(options.pack);
  const Result<Compiled> compiled = load_coach(folder, load_options());
  if (!compiled) return fail(compiled.error().message);
  if (!compiled->program) {
    std::cerr << render_all(*compiled);
    return 1;
  }
  std::vector<fs::path> paths(options.files.begin(), options.files.end());
  if (paths.empty()) paths = talk_files(folder);
  if (paths.empty()) {
    std::cerr << "keel: no talks in " << (folder / "tests" / "transcripts").string()
              << "; `keel chat --save FILE.talk` makes one\n";
    return 1;
  }
  Tester tester(*compiled->program, options);
  for (const fs::path& path : paths) tester.test(path);
  int code = tester.tally().failed == 0 ? 0 : 1;
  if (options.covers()) {
    Texts texts;
    for (const Source& source : compiled->sources) texts[source.path()] = source.text();
    code = std::max(code, report_coverage(*compiled->program, tester.watched(), texts, options));
  }
  report_tally(tester.tally(), options);
  return code;
}

}  // namespace

void add_test(CLI::App& app, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("test", "Play a pack's talks and compare what is said");
  add_pack_option(*command, options->pack);
  command->add_option("files", options->files,
                      "talks to play (default: all of the pack's tests/transcripts)");
  command->add_flag("--update", options->update, "write the talks down anew, as they go now");
  command->add_flag("--json", options->json, "one JSON object a line");
  command->add_flag("--coverage", options->coverage, "tell what the talks never run or say");
  command->add_option("--coverage-page", options->coverage_page, "the same as a web page, in FILE");
  command->callback([options, &run] { run = [options] { return test(*options); }; });
}

}  // namespace keel::cli
