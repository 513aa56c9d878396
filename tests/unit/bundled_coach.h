#pragma once
// The coach of this folder, loaded once for all tests of a program.
#include <iostream>
#include <memory>

#include "embed/coach.h"

namespace keel::test {

inline std::shared_ptr<const Program> bundled_coach() {
  static const std::shared_ptr<const Program> program = [] {
    const Result<Compiled> compiled = load_coach(KEEL_PACK);
    if (compiled && !compiled->program) std::cerr << render_all(*compiled);
    return compiled ? compiled->program : nullptr;
  }();
  return program;
}

}  // namespace keel::test
