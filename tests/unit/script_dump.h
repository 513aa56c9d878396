#pragma once
// A flow's instructions as text, one a line, for comparing in tests.
#include <string>

#include "dialog/program.h"

namespace keel::test {

std::string dump(const Flow& flow);
std::string dump(const Condition& condition);
std::string dump(const Line& line);

}  // namespace keel::test
