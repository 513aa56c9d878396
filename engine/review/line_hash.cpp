#include "review/line_hash.h"

#include <sodium/crypto_hash_sha256.h>

#include <array>

namespace keel {

std::string hash_of_line(const ReviewLine& line) {
  const std::string text = "keel line 1\n" + line.flow + "\n" + line.language + "\n" +
                           std::string(name_of(line.kind)) + "\n" + line.written_if + "\n" +
                           line.text + "\n";
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size());
  std::string hex;
  for (const unsigned char byte : digest) {
    hex += "0123456789abcdef"[byte >> 4U];
    hex += "0123456789abcdef"[byte & 15U];
  }
  return hex;
}

}  // namespace keel
