#include "server/metrics.h"

#include <cstdio>

namespace keel {
namespace {

std::string number(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%g", value);
  return text.data();
}

void head(std::string& text, const std::string& name, const char* type, const std::string& help) {
  text += "# TYPE " + name + " " + type + "\n# HELP " + name + " " + help + "\n";
}

void counter(std::string& text, const std::string& name, const std::string& help, uint64_t value) {
  head(text, name, "counter", help);
  text += name + "_total " + std::to_string(value) + "\n";
}

void gauge(std::string& text, const std::string& name, const std::string& help, size_t value) {
  head(text, name, "gauge", help);
  text += name + " " + std::to_string(value) + "\n";
}

}  // namespace

void DurationHistogram::observe(std::chrono::nanoseconds duration) {
  const double seconds = std::chrono::duration<double>(duration).count();
  size_t bucket = 0;
  while (bucket < bounds_s_.size() && seconds > bounds_s_[bucket]) ++bucket;
  ++counts_[bucket];
  sum_s_ += seconds;
}

void DurationHistogram::write(std::string& text, const std::string& name,
                              const std::string& help) const {
  head(text, name, "histogram", help);
  uint64_t below = 0;
  for (size_t i = 0; i < bounds_s_.size(); ++i) {
    below += counts_[i];
    text += name + "_bucket{le=\"" + number(bounds_s_[i]) + "\"} " + std::to_string(below) + "\n";
  }
  below += counts_.back();
  text += name + "_bucket{le=\"+Inf\"} " + std::to_string(below) + "\n";
  text += name + "_sum " + number(sum_s_) + "\n";
  text += name + "_count " + std::to_string(below) + "\n";
}

std::string metrics_text(const Metrics& metrics, const Gauges& gauges) {
  std::string text;
  head(text, "keel_build", "info", "Version and content of this server.");
  text += std::string("keel_build_info{version=\"") + KEEL_VERSION + "\",content_hash=\"" +
          gauges.content_hash + "\"} 1\n";
  gauge(text, "keel_connections", "Open sockets.", gauges.connections);
  gauge(text, "keel_lanes", "People in memory.", gauges.lanes);
  gauge(text, "keel_timers", "Timers that run out soon.", gauges.timers);
  gauge(text, "keel_writer_queue", "Jobs waiting for the disk.", gauges.writer_queue);
  counter(text, "keel_connections_opened", "Sockets opened.", metrics.connections_opened);
  counter(text, "keel_connections_refused", "Sockets refused for their number.",
          metrics.connections_refused);
  counter(text, "keel_turns", "Turns stored.", metrics.turns);
  counter(text, "keel_duplicates", "Events that had been stored before.", metrics.duplicates);
  counter(text, "keel_timers_fired", "Timers that ran out.", metrics.timers_fired);
  counter(text, "keel_people_created", "People who came for the first time.",
          metrics.people_created);
  counter(text, "keel_people_erased", "People who had everything erased.", metrics.people_erased);
  counter(text, "keel_store_failures", "Jobs that the store could not do.", metrics.store_failures);
  head(text, "keel_errors", "counter", "Error frames by code.");
  for (const auto& [code, count] : metrics.errors) {
    text += "keel_errors_total{code=\"" + code + "\"} " + std::to_string(count) + "\n";
  }
  metrics.respond.write(text, "keel_respond_seconds", "Time to think about one event.");
  metrics.turn.write(text, "keel_turn_seconds", "Time from an event to its commit.");
  text += "# EOF\n";
  return text;
}

}  // namespace keel
