// keel review.
#include "cli/commands.h"

namespace keel::cli {

void add_review(CLI::App&, Run&) {}

}  // namespace keel::cli
