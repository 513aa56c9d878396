#include "verify/prove.h"

#include "verify/proofs.h"

namespace keel {

void prove(const Front& front, const Reader& reader, Report& report) {
  const Model model(front);
  prove_no_circles(model, report);
  // An endless circle would be told again as a flow that never ends.
  if (!has_errors(report.diagnostics())) {
    prove_ends(model, report);
    if (!has_errors(report.diagnostics())) prove_no_traps(model, report);
  }
  prove_answers(model, report);
  prove_promises(model, report);
  prove_help_lines(model, report);
  prove_help_line_data(model, report);
  prove_variants(model, report);
  prove_told_apart(model, reader, report);
}

}  // namespace keel
