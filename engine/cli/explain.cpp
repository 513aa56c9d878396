// keel explain.
#include "cli/commands.h"

namespace keel::cli {

void add_explain(CLI::App&, Run&) {}

}  // namespace keel::cli
