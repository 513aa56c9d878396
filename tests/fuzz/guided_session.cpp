// The entry of libFuzzer; built by clang alone (preset `fuzz`).
#include <cstddef>
#include <cstdint>

#include "targets.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  keel::fuzz::session({reinterpret_cast<const char*>(data), size});
  return 0;
}
