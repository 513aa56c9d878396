#pragma once
// A fixed 64-bit hash and a small generator with a seed, the same on every machine. Not for
// secrets. Source: FNV-1a (Fowler, Noll, Vo) and splitmix64 (Steele, Lea, Flood 2014). Threads:
// pure functions; a Random belongs to one thread.
#include <cstdint>
#include <string_view>

namespace keel {

constexpr uint64_t hash_seed = 0xcbf29ce484222325ULL;

constexpr uint64_t hash_of(std::string_view bytes, uint64_t seed = hash_seed) {
  uint64_t hash = seed;
  for (const char c : bytes) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3ULL;
  }
  return hash;
}

constexpr uint64_t mix(uint64_t value) {
  value += 0x9e3779b97f4a7c15ULL;
  value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  value = (value ^ (value >> 27U)) * 0x94d049bb133111ebULL;
  return value ^ (value >> 31U);
}

class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  uint64_t next() {
    const uint64_t value = mix(state_);
    state_ += 0x9e3779b97f4a7c15ULL;
    return value;
  }
  // 0 .. bound - 1; the bias is below bound / 2^64.
  uint64_t below(uint64_t bound) { return bound == 0 ? 0 : next() % bound; }
  double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

 private:
  uint64_t state_;
};

}  // namespace keel
