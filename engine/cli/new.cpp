// keel new.
#include "cli/commands.h"

namespace keel::cli {

void add_new(CLI::App&, Run&) {}

}  // namespace keel::cli
