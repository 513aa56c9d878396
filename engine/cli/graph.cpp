// keel graph.
#include "cli/commands.h"

namespace keel::cli {

void add_graph(CLI::App&, Run&) {}

}  // namespace keel::cli
