#include "store/vault.h"

#include <sodium.h>

#include <algorithm>

namespace keel {
namespace {

constexpr char format = 1;  // persisted: another method gets another number
constexpr size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == 32);

// Choosing libsodium's generators may be asked for any number of times, by any thread.
void need_sodium() {
  KEEL_ASSERT(sodium_init() >= 0);
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

bool key_from_base64(std::string_view text, std::array<unsigned char, 32>& key) {
  for (const int variant :
       {sodium_base64_VARIANT_ORIGINAL, sodium_base64_VARIANT_ORIGINAL_NO_PADDING,
        sodium_base64_VARIANT_URLSAFE, sodium_base64_VARIANT_URLSAFE_NO_PADDING}) {
    size_t written = 0;
    if (sodium_base642bin(key.data(), key.size(), text.data(), text.size(), nullptr, &written,
                          nullptr, variant) == 0 &&
        written == key.size()) {
      return true;
    }
  }
  return false;
}

bool key_from_hex(std::string_view text, std::array<unsigned char, 32>& key) {
  size_t written = 0;
  return text.size() == 2 * key.size() &&
         sodium_hex2bin(key.data(), key.size(), text.data(), text.size(), nullptr, &written,
                        nullptr) == 0 &&
         written == key.size();
}

}  // namespace

std::string new_token() {
  need_sodium();
  std::array<unsigned char, 32> bits{};
  randombytes_buf(bits.data(), bits.size());
  constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string token(sodium_base64_ENCODED_LEN(bits.size(), variant), '\0');
  sodium_bin2base64(token.data(), token.size(), bits.data(), bits.size(), variant);
  token.pop_back();  // the terminating zero
  sodium_memzero(bits.data(), bits.size());
  return token;
}

std::string new_name() {
  need_sodium();
  std::array<unsigned char, 16> bits{};
  randombytes_buf(bits.data(), bits.size());
  std::string name(2 * bits.size() + 1, '\0');
  sodium_bin2hex(name.data(), name.size(), bits.data(), bits.size());
  name.pop_back();
  return name;
}

TokenHash hash_token(std::string_view token) {
  need_sodium();
  TokenHash hash{};
  crypto_generichash(hash.data(), hash.size(), bytes_of(token), token.size(), nullptr, 0);
  return hash;
}

void wipe(void* bytes, size_t size) {
  sodium_memzero(bytes, size);
}

DataKey DataKey::random() {
  need_sodium();
  DataKey key;
  randombytes_buf(key.bytes_.data(), key.bytes_.size());
  return key;
}

DataKey::DataKey(DataKey&& other) noexcept : bytes_(other.bytes_) {
  sodium_memzero(other.bytes_.data(), other.bytes_.size());
}

DataKey& DataKey::operator=(DataKey&& other) noexcept {
  if (this != &other) {
    bytes_ = other.bytes_;
    sodium_memzero(other.bytes_.data(), other.bytes_.size());
  }
  return *this;
}

DataKey::~DataKey() {
  sodium_memzero(bytes_.data(), bytes_.size());
}

std::string DataKey::seal(std::string_view plain, std::string_view place) const {
  std::string sealed(1 + nonce_bytes + plain.size() + tag_bytes, '\0');
  sealed[0] = format;
  auto* nonce = reinterpret_cast<unsigned char*>(sealed.data()) + 1;
  randombytes_buf(nonce, nonce_bytes);
  crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + nonce_bytes, nullptr, bytes_of(plain),
                                             plain.size(), bytes_of(place), place.size(), nullptr,
                                             nonce, bytes_.data());
  return sealed;
}

Result<std::string> DataKey::open(std::string_view sealed, std::string_view place) const {
  const Error error{ErrorCode::corrupt, "A stored row was changed or damaged and does not open."};
  if (sealed.size() < 1 + nonce_bytes + tag_bytes || sealed[0] != format) return error;
  const unsigned char* nonce = bytes_of(sealed) + 1;
  const size_t body_bytes = sealed.size() - 1 - nonce_bytes;
  std::string plain(body_bytes - tag_bytes, '\0');
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(
          reinterpret_cast<unsigned char*>(plain.data()), nullptr, nullptr, nonce + nonce_bytes,
          body_bytes, bytes_of(place), place.size(), nonce, bytes_.data()) != 0) {
    return error;
  }
  return plain;
}

std::string DataKey::wrapped_by(const DataKey& master, std::string_view place) const {
  return master.seal({reinterpret_cast<const char*>(bytes_.data()), bytes_.size()}, place);
}

Result<DataKey> DataKey::unwrap(const DataKey& master, std::string_view wrapped,
                                std::string_view place) {
  Result<std::string> plain = master.open(wrapped, place);
  if (!plain) return plain.error();
  DataKey key;
  const bool fits = plain->size() == key.bytes_.size();
  if (fits) std::copy(plain->begin(), plain->end(), key.bytes_.begin());
  sodium_memzero(plain->data(), plain->size());
  if (!fits) return Error{ErrorCode::corrupt, "A person's key has the wrong length."};
  return key;
}

Result<DataKey> DataKey::from_text(std::string_view text) {
  need_sodium();
  text = trimmed(text);
  DataKey key;
  if (key_from_hex(text, key.bytes_) || key_from_base64(text, key.bytes_)) return key;
  return Error{ErrorCode::invalid_argument, "It is not 32 bytes in hex or base64."};
}

std::string DataKey::to_text() const {
  std::string text(2 * bytes_.size() + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes_.data(), bytes_.size());
  text.pop_back();
  return text;
}

}  // namespace keel
