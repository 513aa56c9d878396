// keel build: a pack as one JSON document that the engine loads without the compiler.
#include <iostream>

#include "canonical/program_json.h"
#include "cli/commands.h"
#include "cli/fail.h"
#include "cli/pack_option.h"
#include "embed/load_program.h"
#include "files/text_file.h"

namespace keel::cli {
namespace {

struct Options {
  std::string pack;
  std::string output;
  std::string check;
  bool schema = false;
};

int write(const std::string& text, const std::string& path) {
  if (path.empty()) {
    std::cout << text << std::flush;
    return std::cout ? 0 : fail("cannot write the document");
  }
  const Status written = write_text_file(path, text);
  return written ? 0 : fail(written.error().message);
}

int check(const std::string& path) {
  const Result<Compiled> loaded = load_program(path);
  if (!loaded) return fail(loaded.error().message);
  std::cout << path << ": " << loaded->program->flows.size() << " flows, ready to run\n";
  return 0;
}

int build(const Options& options) {
  if (options.schema) return write(std::string(program_schema()), options.output);
  if (!options.check.empty()) return check(options.check);
  const std::optional<Compiled> compiled = load_all_or_complain(options.pack);
  if (!compiled) return 1;
  return write(program_to_json(*compiled->program, *compiled->content, compiled->seed),
               options.output);
}

}  // namespace

void add_build(CLI::App& app, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "build", "Write a pack as one JSON document, which runs without its scripts");
  add_pack_option(*command, options->pack);
  command->add_option("-o,--output", options->output, "file to write (default: standard output)");
  CLI::Option* checked =
      command->add_option("--check", options->check, "read a document, and say what is wrong");
  command->add_flag("--schema", options->schema, "print the JSON Schema of the document")
      ->excludes(checked);
  command->callback([options, &run] { run = [options] { return build(*options); }; });
}

}  // namespace keel::cli
