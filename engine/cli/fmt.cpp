// keel fmt.
#include "cli/commands.h"

namespace keel::cli {

void add_fmt(CLI::App&, Run&) {}

}  // namespace keel::cli
