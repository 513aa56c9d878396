// keel build.
#include "cli/commands.h"

namespace keel::cli {

void add_build(CLI::App&, Run&) {}

}  // namespace keel::cli
