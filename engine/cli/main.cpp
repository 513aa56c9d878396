// keel: the command. Results on stdout, everything else on stderr.
#include <exception>
#include <iostream>

#include "cli/commands.h"

int main(int argc, char** argv) {
  CLI::App app("keel: a coach that can be read", "keel");
  app.require_subcommand(1);
  keel::cli::Run run;
  keel::cli::add_serve(app, run);
  keel::cli::add_chat(app, run);
  keel::cli::add_check(app, run);
  keel::cli::add_test(app, run);
  keel::cli::add_fmt(app, run);
  keel::cli::add_explain(app, run);
  keel::cli::add_graph(app, run);
  keel::cli::add_review(app, run);
  keel::cli::add_approve(app, run);
  keel::cli::add_diff(app, run);
  keel::cli::add_twin(app, run);
  keel::cli::add_build(app, run);
  keel::cli::add_new(app, run);
  keel::cli::add_understand(app, run);
  keel::cli::add_eval(app, run);
  keel::cli::add_safety(app, run);
  keel::cli::add_ability(app, run);
  try {
    app.parse(argc, argv);
    return run();
  } catch (const CLI::ParseError& error) {
    return app.exit(error, std::cout, std::cerr) == 0 ? 0 : 2;
  } catch (const std::exception& error) {
    std::cerr << "keel: " << error.what() << "\n";
    return 1;
  }
}
