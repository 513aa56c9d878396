// keel test.
#include "cli/commands.h"

namespace keel::cli {

void add_test(CLI::App&, Run&) {}

}  // namespace keel::cli
