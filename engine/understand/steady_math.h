#pragma once
// A logarithm from plain arithmetic alone, so that a trained model has the same bytes
// on every machine whatever its mathematics library. Not as exact as a library's: the relative
// error is below 1e-12. Threads: pure functions.

namespace keel {

double steady_log(double x);  // `x` above 0

}  // namespace keel
