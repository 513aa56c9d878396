#pragma once
// The subcommands of `keel`, one file each. A command adds itself to the parser and sets `run` when
// it was chosen; `run` returns the exit code: 0 done, 1 the content or input is at fault, 2 usage.
#include <CLI/CLI.hpp>
#include <functional>
#include <string>

namespace keel::cli {

using Run = std::function<int()>;

void add_ability(CLI::App& app, Run& run);
void add_approve(CLI::App& app, Run& run);
void add_build(CLI::App& app, Run& run);
void add_chat(CLI::App& app, Run& run);
void add_check(CLI::App& app, Run& run);
void add_diff(CLI::App& app, Run& run);
void add_eval(CLI::App& app, Run& run);
void add_explain(CLI::App& app, Run& run);
void add_fmt(CLI::App& app, Run& run);
void add_graph(CLI::App& app, Run& run);
void add_new(CLI::App& app, Run& run);
void add_review(CLI::App& app, Run& run);
void add_safety(CLI::App& app, Run& run);
void add_serve(CLI::App& app, Run& run);
void add_test(CLI::App& app, Run& run);
void add_twin(CLI::App& app, Run& run);
void add_understand(CLI::App& app, Run& run);

}  // namespace keel::cli
