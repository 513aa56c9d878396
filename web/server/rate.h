#pragma once
// TokenBucket: how often something may happen: `per_second` for ever, `burst` at once.
// Threads: one. A rate of 0 means no limit.
#include <algorithm>
#include <chrono>

namespace keel {

class TokenBucket {
 public:
  using Time = std::chrono::steady_clock::time_point;

  TokenBucket(double per_second, double burst, Time now)
      : per_second_(per_second), burst_(burst), tokens_(burst), at_(now) {}

  bool take(Time now) {
    if (per_second_ <= 0) return true;
    const double passed = std::chrono::duration<double>(now - at_).count();
    at_ = now;
    tokens_ = std::min(burst_, tokens_ + passed * per_second_);
    if (tokens_ < 1) return false;
    tokens_ -= 1;
    return true;
  }

 private:
  double per_second_;
  double burst_;
  double tokens_;
  Time at_;
};

}  // namespace keel
