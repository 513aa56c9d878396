#include "verify/prove.h"

namespace keel {

void prove(const Front&, Report&) {}

}  // namespace keel
