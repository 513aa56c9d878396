#pragma once
// Vault: encryption at rest, and everything else that needs libsodium. A master key, kept outside
// the data folder, wraps one data key per person; rows are sealed under the person's key and bound
// to the place where they stand, so that a row that was changed, swapped or moved does not open.
// Not for transport, and not for keys on the wire.
//
//   const DataKey key = DataKey::random();
//   std::string sealed = key.seal("I miss her", "turn|s1|7");
//   Result<std::string> words = key.open(sealed, "turn|s1|7");
//
// Method: XChaCha20-Poly1305 (IETF) with a random 24-byte nonce; persisted form: one byte 1, nonce,
// cipher text with tag. Token hash: BLAKE2b-256. Threads: a key may be used by many threads at once
// once made. Failure: `corrupt` when something does not open. Keys are wiped when they go.
#include <array>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/store.h"

namespace keel {

// 256 random bits as 43 characters of URL-safe base64; what a person's browser keeps.
std::string new_token();
// 128 random bits as 32 characters of hex: public names of sessions, epochs.
std::string new_name();
TokenHash hash_token(std::string_view token);
// Overwrites key material, in a way that a compiler does not leave out.
void wipe(void* bytes, size_t size);

class DataKey {
 public:
  static DataKey random();
  DataKey(DataKey&& other) noexcept;
  DataKey& operator=(DataKey&& other) noexcept;
  DataKey(const DataKey&) = delete;
  DataKey& operator=(const DataKey&) = delete;
  ~DataKey();

  // `place` is not kept; the same one must be given to open.
  std::string seal(std::string_view plain, std::string_view place) const;
  Result<std::string> open(std::string_view sealed, std::string_view place) const;

  // This key sealed under another, and back.
  std::string wrapped_by(const DataKey& master, std::string_view place) const;
  static Result<DataKey> unwrap(const DataKey& master, std::string_view wrapped,
                                std::string_view place);

  // 64 hex digits or base64 of 32 bytes, white space around it ignored.
  static Result<DataKey> from_text(std::string_view text);
  std::string to_text() const;  // hex

 private:
  DataKey() = default;
  std::array<unsigned char, 32> bytes_{};
};

}  // namespace keel
