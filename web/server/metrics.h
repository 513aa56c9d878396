#pragma once
// Metrics: what the server counts about itself, and the text that a collector reads. Never about a
// person. Source of the format: OpenMetrics 1.0. Threads: the network thread only.
#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <string>

namespace keel {

// Counts durations in fixed buckets.
class DurationHistogram {
 public:
  void observe(std::chrono::nanoseconds duration);
  // Appends the lines of the metric `name`.
  void write(std::string& text, const std::string& name, const std::string& help) const;

 private:
  static constexpr std::array<double, 14> bounds_s_ = {
      0.00005, 0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1};
  std::array<uint64_t, 15> counts_{};
  double sum_s_ = 0;
};

struct Metrics {
  uint64_t connections_opened = 0;
  uint64_t connections_refused = 0;
  uint64_t turns = 0;
  uint64_t duplicates = 0;
  uint64_t timers_fired = 0;
  uint64_t people_created = 0;
  uint64_t people_erased = 0;
  uint64_t store_failures = 0;
  std::map<std::string, uint64_t> errors;  // by code of the `error` frame
  DurationHistogram respond;
  DurationHistogram turn;  // from the frame to the commit
};

// What is true right now, taken when the text is asked for.
struct Gauges {
  size_t connections = 0;
  size_t lanes = 0;
  size_t timers = 0;
  size_t writer_queue = 0;
  std::string content_hash;
};

std::string metrics_text(const Metrics& metrics, const Gauges& gauges);

}  // namespace keel
