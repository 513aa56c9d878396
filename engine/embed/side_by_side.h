#pragma once
// side_by_side: a Both with a second thread, which lives as long as the call; in turn where the
// system has none to give. Errors: what either throws.
#include "base/both.h"

namespace keel {

void side_by_side(const std::function<void()>& one, const std::function<void()>& other);

}  // namespace keel
