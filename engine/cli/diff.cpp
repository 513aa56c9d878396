// keel diff.
#include "cli/commands.h"

namespace keel::cli {

void add_diff(CLI::App&, Run&) {}

}  // namespace keel::cli
